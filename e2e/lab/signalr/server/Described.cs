using Microsoft.AspNetCore.Http.Connections;

/// <summary>One web application. What is left out stays as ASP.NET Core has it.</summary>
record Described
{
    public required string Hub { get; init; }
    /// <summary>Whose page to serve as one's own.</summary>
    public Uri? Page { get; init; }
    public Listening Listens { get; init; } = new();
    public HubLimits Limits { get; init; } = new();
    public bool WebSockets { get; init; } = true;
    public HttpTransportType? Transports { get; init; }
    /// <summary>Origins from which a WebSocket may come.</summary>
    public string[] WebSocketOrigins { get; init; } = [];
    public string? SubProtocol { get; init; }
    public int MinimumProtocolVersion { get; init; }
    public bool MessagePack { get; init; }
    public bool DetailedErrors { get; init; }
    public bool StatefulReconnect { get; init; }
    public string? AllowedHosts { get; init; }
    public Cors? Cors { get; init; }
    /// <summary>The port to redirect to; 0 is the application's own https port.</summary>
    public int? HttpsRedirection { get; init; }
    public Tokens? Tokens { get; init; }
    public Cookies? Cookies { get; init; }
    /// <summary>Only callers with this role may use the hub.</summary>
    public string? Role { get; init; }
    public RateLimit? RateLimit { get; init; }
    public bool ThrowsOnConnected { get; init; }
    public bool ThrowsOnDisconnected { get; init; }
    public bool ThrowsOnNegotiate { get; init; }
    /// <summary>How long the first negotiate waits for something that the application does before it.</summary>
    public double? FirstNegotiateSeconds { get; init; }
    /// <summary>Middleware that answers before the hub can.</summary>
    public Answer[] Answers { get; init; } = [];
    public bool Blazor { get; init; }
}

record Listening
{
    /// <summary>Also listens with a certificate, on a second port: a self-signed one where none is given.</summary>
    public bool Https { get; init; }
    public string? CertificatePem { get; init; }
    public string? KeyPem { get; init; }
    public long? MaxBodyBytes { get; init; }
}

record HubLimits
{
    public double? DisconnectSeconds { get; init; }
    public double? KeepAliveSeconds { get; init; }
    public double? ClientTimeoutSeconds { get; init; }
    public double? HandshakeSeconds { get; init; }
    public double? PollSeconds { get; init; }
    public long? MessageBytes { get; init; }
}

record Cors(string[] Origins, bool Credentials)
{
    public string[]? RequestHeaders { get; init; }
    public bool AfterAuthorization { get; init; }
}

/// <summary>What JwtBearer takes as good, and whether it looks for the token in the query, too.</summary>
record Tokens(string Key, string Issuer, string Audience, bool Query)
{
    public bool ClosesOnExpiry { get; init; }
}

/// <summary>Cookie authentication. `Redirects` is how it answered a request without XHR's header up to .NET 9.</summary>
record Cookies(bool Redirects);

/// <summary>How many requests at once, or in all; the status where the limiter's own is not wanted.</summary>
record RateLimit(int Permits, bool InAll, int? Status);

/// <summary>Without a path it answers everything. `{origin}` in the body is the one that was asked.</summary>
record Answer(int Status, Dictionary<string, string> Headers, string Body, string? Path, string? Method)
{
    public bool IsFor(HttpContext context) =>
        (Path is null || context.Request.Path == Path) && (Method is null || context.Request.Method == Method);

    public Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        var body = Body.Replace("{origin}", $"{context.Request.Scheme}://{context.Request.Host}");
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
    }
}
