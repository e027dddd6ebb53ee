using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;

static class Application
{
    public static WebApplication Build(Described described)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Application).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        Listen(builder, described.Listens);
        builder.Services.AddSingleton(described);
        if (described.AllowedHosts is { } hosts)
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [hosts]);
        if (described.HttpsRedirection is { } port)
            builder.Services.AddHttpsRedirection(options => options.HttpsPort = port > 0 ? port : null);
        Guards.AddServices(builder, described);
        Hubs.AddServices(builder, described);
        if (described.Blazor) Circuits.AddServices(builder);

        var app = builder.Build();
        if (!described.WebSockets) app.Use(WithoutWebSockets);
        if (described.Page is { } page)
            app.MapWhen(IsFile, branch => branch.Run(context => Fetch(page, context)));
        if (described.HttpsRedirection is not null) app.UseHttpsRedirection();
        app.UseRouting();
        Guards.Use(app, described);
        Hubs.Map(app, described);
        if (described.Blazor) Circuits.Map(app);
        return app;
    }

    static void Listen(WebApplicationBuilder builder, Listening listening) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (listening.MaxBodyBytes is { } bytes) kestrel.Limits.MaxRequestBodySize = bytes;
            kestrel.Listen(IPAddress.Loopback, 0);
            if (listening.Https)
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(CertificateOf(listening)));
        });

    /// <summary>As on a host without its WebSocket module. Kestrel has the second feature even on HTTP/1.1.</summary>
    static Task WithoutWebSockets(HttpContext context, RequestDelegate next)
    {
        context.Features.Set<IHttpUpgradeFeature>(null);
        context.Features.Set<IHttpExtendedConnectFeature>(null);
        return next(context);
    }

    static bool IsFile(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) &&
        (context.Request.Path == "/" || Path.HasExtension(context.Request.Path)) &&
        !context.Request.Path.StartsWithSegments("/_framework");

    /// <summary>Like the proxy to a single-page application's development server: the page has the hub's origin.</summary>
    static async Task Fetch(Uri page, HttpContext context)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(page, context.Request.Path), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    static X509Certificate2 CertificateOf(Listening listening)
    {
        if (listening is { CertificatePem: { } certificate, KeyPem: { } itsKey })
            return X509Certificate2.CreateFromPem(certificate, itsKey);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
