using Microsoft.AspNetCore.SignalR;

static class Hubs
{
    public static void AddServices(WebApplicationBuilder builder, Described described)
    {
        var limits = described.Limits;
        var signalr = builder.Services.AddSignalR(options =>
        {
            options.EnableDetailedErrors = described.DetailedErrors;
            if (Seconds(limits.KeepAliveSeconds) is { } ping) options.KeepAliveInterval = ping;
            if (Seconds(limits.ClientTimeoutSeconds) is { } silence) options.ClientTimeoutInterval = silence;
            if (Seconds(limits.HandshakeSeconds) is { } handshake) options.HandshakeTimeout = handshake;
            if (limits.MessageBytes is { } bytes) options.MaximumReceiveMessageSize = bytes;
        });
        if (described.MessagePack) signalr.AddMessagePackProtocol();
        builder.Services.Configure<WebSocketOptions>(options =>
        {
            foreach (var origin in described.WebSocketOrigins) options.AllowedOrigins.Add(origin);
        });
        builder.Services.AddConnections(options =>
        {
            if (Seconds(limits.DisconnectSeconds) is { } gone) options.DisconnectTimeout = gone;
        });
    }

    public static void Map(WebApplication app, Described described)
    {
        var hub = app.MapHub<Talk>(described.Hub, options =>
        {
            if (described.Transports is { } transports) options.Transports = transports;
            options.MinimumProtocolVersion = described.MinimumProtocolVersion;
            options.AllowStatefulReconnects = described.StatefulReconnect;
            options.CloseOnAuthenticationExpiration = described.Tokens?.ClosesOnExpiry == true;
            if (Seconds(described.Limits.PollSeconds) is { } poll) options.LongPolling.PollTimeout = poll;
            if (described.SubProtocol is { } name) options.WebSockets.SubProtocolSelector = _ => name;
        });
        if (Guards.AsksWho(described)) hub.RequireAuthorization(policy =>
        {
            policy.RequireAuthenticatedUser();
            if (described.Role is { } role) policy.RequireRole(role);
        });
        if (described.Cookies is { Redirects: true }) hub.AllowCookieRedirect();
    }

    static TimeSpan? Seconds(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
}
