using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;

/// <summary>Blazor Server on the application's root: the server keeps no circuit whose connection is lost.</summary>
static class Circuits
{
    public static void AddServices(WebApplicationBuilder builder)
    {
        // Two applications share no keys, and none is left on the machine.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<Ends>().AddSingleton<CircuitHandler>(services => services.GetRequiredService<Ends>());
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 0;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(1);
            // Else it would make the client a new one out of what it has kept of the old.
            options.PersistedCircuitInMemoryMaxRetained = 0;
        });
    }

    public static void Map(WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<Ends>().Cut);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Shop>().AddInteractiveServerRenderMode();
    }
}

/// <summary>Whoever asks for /cut loses the connection of the circuit.</summary>
sealed class Ends : CircuitHandler
{
    readonly TaskCompletionSource ended = new();
    HttpContext? socket;
    bool isCut;

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellation)
    {
        ended.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>The client asks again at once, and would find its circuit still there: it is let in when that is gone.</summary>
    public async Task Cut(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == "/cut")
        {
            isCut = true;
            socket?.Abort();
            await ended.Task;
            return;
        }
        if (isCut) await ended.Task;
        else if (context.Request.Path == "/_blazor") socket = context;
        await next(context);
    }
}

[Route("/")]
public sealed class Shop : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.OpenElement(2, "body");
        builder.OpenComponent<Order>(3);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode());
        builder.CloseComponent();
        // Blazor's client says what becomes of it to elements of these names; without the first it loads the page anew.
        builder.AddMarkupContent(4, """
            <div id="components-reconnect-modal"></div>
            <div id="blazor-error-ui" style="display: none">Failed</div>
            <script>
            // The client of applications from before .NET 8 sends the page's markers as it starts the circuit.
            const client = location.hash === "#markers" ? "server" : "web";
            document.write(`<script src="_framework/blazor.${client}.js"><\/script>`);
            </script>
            <script>
            const dialog = document.getElementById("components-reconnect-modal");
            const done = () => document.documentElement.dataset.lab = "done";
            dialog.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
              dialog.append(state + " ");
              if (state === "rejected") done();
            });
            new MutationObserver(done).observe(document.getElementById("blazor-error-ui"), { attributes: true });
            (async () => {
              const order = () => document.querySelector("button[data-interactive]");
              while (!order()) await new Promise((resolve) => setTimeout(resolve, 50));
              if (location.hash === "#order") order().click();
              else await fetch("/cut");
            })();
            </script>
            """);
        builder.CloseElement();
        builder.CloseElement();
    }
}

public sealed class Order : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        if (RendererInfo.IsInteractive) builder.AddAttribute(1, "data-interactive", "yes");
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, Send));
        builder.AddContent(3, "Order");
        builder.CloseElement();
    }

    static void Send() => throw new InvalidOperationException("The store is not there.");
}
