// The real ASP.NET Core SignalR server, as right or as wrong as the description on standard input (one line of JSON)
// wants it: one or several web applications, each with its own options and its own free port on 127.0.0.1. Says its
// ports in one line of JSON when all listen, and stops when standard input closes, so it never outlives a test.
#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property UseAppHost=false
#:property UseSharedCompilation=false
#:property InvariantGlobalization=true

using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

var description = Console.ReadLine() ?? throw new InvalidOperationException("No description on standard input.");
var apps = new List<WebApplication>();
foreach (var described in JsonSerializer.Deserialize<Described[]>(description, JsonSerializerOptions.Web)!)
{
    apps.Add(Build(described));
    await apps[^1].StartAsync();
}
Console.WriteLine(JsonSerializer.Serialize(apps.Select(app => app.Urls.Select(url => new Uri(url).Port))));
while (Console.ReadLine() is not null) { }
await Task.WhenAll(apps.Select(async app =>
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
    await app.StopAsync(patience.Token);
}));

static WebApplication Build(Described described)
{
    var builder = WebApplication.CreateBuilder();
    builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.Listen(IPAddress.Loopback, 0);
        if (described.Https) kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(SelfSigned()));
    });
    builder.Services.AddSignalR(signalr =>
    {
        if (described.KeepAliveSeconds is { } seconds) signalr.KeepAliveInterval = TimeSpan.FromSeconds(seconds);
        if (described.ClientTimeoutSeconds is { } limit) signalr.ClientTimeoutInterval = TimeSpan.FromSeconds(limit);
    });
    builder.Services.AddConnections(sockets =>
    {
        if (described.DisconnectTimeoutSeconds is { } limit) sockets.DisconnectTimeout = TimeSpan.FromSeconds(limit);
    });
    builder.Services.AddSingleton(described);
    if (described.Cors is { } cors) builder.Services.AddCors(options => options.AddDefaultPolicy(policy =>
    {
        policy.WithOrigins(cors.Origins).AllowAnyHeader().AllowAnyMethod();
        if (cors.Credentials) policy.AllowCredentials();
    }));
    if (described.HttpsRedirection is { } port)
        builder.Services.AddHttpsRedirection(options => options.HttpsPort = port > 0 ? port : null);
    if (described.Bearer is not null)
    {
        builder.Services.AddAuthentication(Bearer.Name)
            .AddScheme<AuthenticationSchemeOptions, Bearer>(Bearer.Name, null);
        builder.Services.AddAuthorization();
    }

    var app = builder.Build();
    if (!described.WebSockets) app.Use((context, next) =>
    {
        // As on a host without its WebSocket module. Kestrel has the second one even on HTTP/1.1.
        context.Features.Set<IHttpUpgradeFeature>(null);
        context.Features.Set<IHttpExtendedConnectFeature>(null);
        return next(context);
    });
    if (described.Page is { } page)
        app.MapWhen(IsFile, branch => branch.Run(context => Fetch(page, context)));
    if (described.HttpsRedirection is not null) app.UseHttpsRedirection();
    app.UseRouting();
    if (described.Cors is not null) app.UseCors();
    foreach (var answer in described.Answers) app.MapWhen(answer.IsFor, branch => branch.Run(answer.Write));
    if (described.Bearer is not null) app.UseAuthentication().UseAuthorization();
    var hub = app.MapHub<Talk>(described.Hub, options =>
    {
        if (described.Transports is { } transports) options.Transports = transports;
    });
    if (described.Bearer is not null) hub.RequireAuthorization();
    return app;
}

static bool IsFile(HttpContext context) =>
    HttpMethods.IsGet(context.Request.Method) &&
    (context.Request.Path == "/" || Path.HasExtension(context.Request.Path));

// Like the proxy to a single-page application's development server: the page has the hub's origin.
static async Task Fetch(Uri page, HttpContext context)
{
    using var client = new HttpClient();
    using var answer = await client.GetAsync(new Uri(page, context.Request.Path), context.RequestAborted);
    context.Response.StatusCode = (int)answer.StatusCode;
    context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
    await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
}

static X509Certificate2 SelfSigned()
{
    using var key = RSA.Create(2048);
    var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
}

record Described
{
    public required string Hub { get; init; }
    /// <summary>Whose page to serve as one's own.</summary>
    public Uri? Page { get; init; }
    public bool WebSockets { get; init; } = true;
    public HttpTransportType? Transports { get; init; }
    public double? DisconnectTimeoutSeconds { get; init; }
    public double? KeepAliveSeconds { get; init; }
    public double? ClientTimeoutSeconds { get; init; }
    public Cors? Cors { get; init; }
    /// <summary>Also listens with a self-signed certificate, on a second port.</summary>
    public bool Https { get; init; }
    /// <summary>The port to redirect to; 0 is the application's own https port.</summary>
    public int? HttpsRedirection { get; init; }
    public TokenPlace? Bearer { get; init; }
    public bool ThrowsOnConnected { get; init; }
    /// <summary>Middleware that answers before the hub can.</summary>
    public Answer[] Answers { get; init; } = [];
}

record Cors(string[] Origins, bool Credentials);

/// <summary>Where the server looks for the token, beside the Authorization header.</summary>
record TokenPlace(bool Query);

/// <summary>Without a path it answers everything.</summary>
record Answer(int Status, Dictionary<string, string> Headers, string Body, string? Path, string? Method)
{
    public bool IsFor(HttpContext context) =>
        (Path is null || context.Request.Path == Path) && (Method is null || context.Request.Method == Method);

    public Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        return context.Response.WriteAsync(Body);
    }
}

sealed class Talk(Described described) : Hub
{
    public override Task OnConnectedAsync() => described.ThrowsOnConnected
        ? throw new InvalidOperationException("No room for this caller.")
        : base.OnConnectedAsync();

    public string Echo(string text) => text;

    public Task Tell(string text) => Clients.Caller.SendAsync("told", text);

    public int Divide(int dividend, int divisor) => dividend / divisor;

    /// <summary>Ends the TCP connection without a close frame.</summary>
    public void Cut() => Context.GetHttpContext()!.Abort();
}

/// <summary>
/// Stands in for the JwtBearer package, which is not part of the shared framework: the same challenges, but the
/// signature is not looked at.
/// </summary>
sealed class Bearer(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Described described
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    string? failure;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token) return Task.FromResult(AuthenticateResult.NoResult());
        var expiry = Expiry(token);
        if (expiry < DateTime.UtcNow)
        {
            failure = $"The token expired at '{expiry.ToString(CultureInfo.InvariantCulture)}'";
            return Task.FromResult(AuthenticateResult.Fail(failure));
        }
        var caller = new ClaimsPrincipal(new ClaimsIdentity(Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller, Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failure is null
            ? Name
            : $"{Name} error=\"invalid_token\", error_description=\"{failure}\"";
        return Task.CompletedTask;
    }

    string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith($"{Name} ", StringComparison.OrdinalIgnoreCase)) return header[(Name.Length + 1)..];
        return described.Bearer?.Query == true ? Request.Query["access_token"] : (string?)null;
    }

    static DateTime Expiry(string token)
    {
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
        return DateTimeOffset.FromUnixTimeSeconds(JsonDocument.Parse(claims).RootElement.GetProperty("exp").GetInt64())
            .UtcDateTime;
    }
}
