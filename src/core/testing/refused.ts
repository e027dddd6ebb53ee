/** As @microsoft/signalr asks, and a server of ASP.NET Core answers; what follows is the socket that this led to. */
export const NEGOTIATED = `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"connection-id-1","connectionToken":"connection-token-1","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}
+30ms WS wss://app.test/chat?id=connection-token-1`;

/** A client that negotiates, and whose socket is then refused. */
export const REFUSED = `${NEGOTIATED}\n  < 404\n`;
