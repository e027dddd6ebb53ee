using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

/// <summary>What stands before the hub: CORS, authentication, limits, and middleware with answers of its own.</summary>
static class Guards
{
    public static void AddServices(WebApplicationBuilder builder, Described described)
    {
        if (described.Cors is { } cors) builder.Services.AddCors(options => options.AddDefaultPolicy(policy =>
        {
            policy.WithOrigins(cors.Origins).AllowAnyMethod();
            if (cors.RequestHeaders is { } headers) policy.WithHeaders(headers);
            else policy.AllowAnyHeader();
            if (cors.Credentials) policy.AllowCredentials();
        }));
        if (described.Tokens is { } tokens) AddTokens(builder, tokens);
        if (described.Cookies is not null)
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        if (AsksWho(described)) builder.Services.AddAuthorization();
        if (described.RateLimit is { } limit) AddLimiter(builder, limit);
    }

    public static void Use(WebApplication app, Described described)
    {
        var cors = described.Cors;
        if (cors is { AfterAuthorization: false }) app.UseCors();
        foreach (var answer in described.Answers) app.MapWhen(answer.IsFor, branch => branch.Run(answer.Write));
        if (described.ThrowsOnNegotiate) app.Use((context, next) =>
            context.Request.Path.StartsWithSegments($"{described.Hub}/negotiate")
                ? throw new InvalidOperationException("The store of sessions is not there.")
                : next(context));
        if (described.FirstNegotiateSeconds is { } seconds)
        {
            var isFirst = true;
            app.Use(async (context, next) =>
            {
                var waits = isFirst && context.Request.Path.StartsWithSegments($"{described.Hub}/negotiate");
                if (waits) isFirst = false;
                if (waits) await Task.Delay(TimeSpan.FromSeconds(seconds));
                await next(context);
            });
        }
        if (AsksWho(described)) app.UseAuthentication().UseAuthorization();
        if (cors is { AfterAuthorization: true }) app.UseCors();
        if (described.RateLimit is not null) app.UseRateLimiter();
    }

    public static bool AsksWho(Described described) => described.Tokens is not null || described.Cookies is not null;

    static void AddTokens(WebApplicationBuilder builder, Tokens tokens) =>
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(tokens.Key)),
                ValidIssuer = tokens.Issuer,
                ValidAudience = tokens.Audience,
                RoleClaimType = "role",
                ClockSkew = TimeSpan.Zero,
            };
            if (tokens.Query) options.Events = new JwtBearerEvents
            {
                OnMessageReceived = context =>
                {
                    context.Token = context.Request.Query["access_token"];
                    return Task.CompletedTask;
                },
            };
        });

    static void AddLimiter(WebApplicationBuilder builder, RateLimit limit) =>
        builder.Services.AddRateLimiter(limiter =>
        {
            if (limit.Status is { } status) limiter.RejectionStatusCode = status;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => limit.InAll
                ? RateLimitPartition.GetFixedWindowLimiter("all", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limit.Permits,
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = limit.Permits,
                }));
            if (limit.Status is not null) limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    rejected.HttpContext.Response.Headers.RetryAfter = $"{after.TotalSeconds:0}";
                return ValueTask.CompletedTask;
            };
        });
}
