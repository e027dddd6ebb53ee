// The real ASP.NET Core SignalR server, as right or as wrong as the description on standard input (one line of JSON)
// wants it: one or several web applications, each with its own options and its own free port on 127.0.0.1. Says its
// ports in one line of JSON when all listen, and stops when standard input closes, so it never outlives a test.
using System.Text.Json;

var description = Console.ReadLine() ?? throw new InvalidOperationException("No description on standard input.");
var apps = new List<WebApplication>();
foreach (var described in JsonSerializer.Deserialize<Described[]>(description, JsonSerializerOptions.Web)!)
{
    apps.Add(Application.Build(described));
    await apps[^1].StartAsync();
    _ = apps[^1].WaitForShutdownAsync(); // stops the server when a hub stops its application
}
Console.WriteLine(JsonSerializer.Serialize(apps.Select(app => app.Urls.Select(url => new Uri(url).Port))));
while (Console.ReadLine() is not null) { }
await Task.WhenAll(apps.Select(async app =>
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
    await app.StopAsync(patience.Token);
}));
