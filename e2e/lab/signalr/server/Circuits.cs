using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

/// <summary>Blazor Server on the application's root: the server keeps no circuit whose connection is lost.</summary>
static class Circuits
{
    public static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 0;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(1);
        });
    }

    public static void Map(WebApplication app)
    {
        HttpContext? socket = null;
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/_blazor") socket = context;
            if (context.Request.Path == "/cut") socket?.Abort();
            else await next(context);
        });
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<Shop>().AddInteractiveServerRenderMode();
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
        builder.OpenComponent<Counter>(3);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode());
        builder.CloseComponent();
        // The page asks for its circuit itself, for its client does so only while somebody looks at the page. Before there is
        // a circuit Blazor.reconnect throws; then it says true, and false when the server has the circuit no more.
        builder.AddMarkupContent(4, """
            <script src="_framework/blazor.web.js"></script>
            <script>
            (async () => {
              for (let wasCut = false; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
                const isThere = await (async () => Blazor.reconnect())().catch(() => null);
                if (isThere === false) break;
                if (!isThere || wasCut) continue;
                wasCut = true;
                await fetch("/cut");
              }
              document.documentElement.dataset.lab = "done";
            })();
            </script>
            """);
        builder.CloseElement();
        builder.CloseElement();
    }
}

public sealed class Counter : ComponentBase
{
    int count;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => count += 1));
        builder.AddContent(2, $"Clicked {count} times");
        builder.CloseElement();
    }
}
