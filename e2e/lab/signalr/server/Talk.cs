using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

sealed class Talk(Described described, IHostApplicationLifetime lifetime) : Hub
{
    public override Task OnConnectedAsync() => described.ThrowsOnConnected
        ? throw new InvalidOperationException("No room for this caller.")
        : base.OnConnectedAsync();

    public override Task OnDisconnectedAsync(Exception? exception) => described.ThrowsOnDisconnected
        ? throw new InvalidOperationException("The caller's seat cannot be given back.")
        : base.OnDisconnectedAsync(exception);

    public string Echo(string text) => text;

    public Task Tell(string text) => Clients.Caller.SendAsync("told", text);

    public int Divide(int dividend, int divisor) => dividend / divisor;

    public string Choose(string room) => throw new HubException($"There is no room {room}.");

    [Authorize]
    public string Secret() => "for friends";

    public async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var number = 1; number <= to; number += 1)
        {
            if (number == 3) throw new InvalidOperationException("Counts to two only.");
            yield return number;
            await Task.Delay(1, stop);
        }
    }

    /// <summary>Ends the TCP connection without a close frame.</summary>
    public void Cut() => Context.GetHttpContext()!.Abort();

    public void Leave() => Context.Abort();

    public void StopApplication() => lifetime.StopApplication();
}
