import { messages } from "../message.js";
import { client, signalr } from "./speakers.js";

/** What is said where the two sides are of different versions, or of ASP.NET Core and SignalR 2.x. */
export const SIGNALR_VERSIONS = messages({
  "classic-server": {
    ...client,
    phase: "negotiate",
    pattern: /connection attempt to an ASP\.NET SignalR Server/i,
    means: "The client of ASP.NET Core met a server of ASP.NET SignalR 2.x.",
    shows: { "signalr.family": "classic", "signalr.clientFamily": "core" },
  },
  "classic-negotiation": {
    ...signalr,
    phase: "negotiate",
    pattern: /\/negotiate\?.{0,80}clientProtocol=|negotiate.{0,60}"ProtocolVersion"/i,
    means: "The negotiate request is one of ASP.NET SignalR 2.x (clientProtocol).",
    benign: true,
  },
  "core-with-classic": {
    ...signalr,
    pattern:
      /(\.NET Framework|ASP\.NET SignalR|SignalR 2(\.\d|\.x)?|jquery\.signalR|MVC ?5|Microsoft\.AspNet\.SignalR|@Html|OWIN|self-?host(ed|ing)?|\bjquery\b|\/signalr\/hubs).{0,160}(ASP\.NET Core|SignalR Core|\.NET (Core|[5-9]|10)\b|@(aspnet|microsoft)\/signalr|AspNetCore\.SignalR)|(ASP\.NET Core|SignalR Core|\.NET Core|@(aspnet|microsoft)\/signalr|AspNetCore\.SignalR).{0,160}(\.NET Framework (4|server)|ASP\.NET SignalR|SignalR 2\.|jquery\.signalR|Microsoft\.AspNet\.SignalR|Microsoft\.Owin|MVC ?5|\/signalr\/hubs)|(CreateHubProxy|\$\.hubConnection|\$\.connection\.).{0,200}(ASP\.NET Core|AspNetCore|SignalR ?Core|MapHub<)|(ASP\.NET Core|AspNetCore|SignalR ?Core|MapHub<).{0,300}(CreateHubProxy|\$\.hubConnection|\$\.connection\.)|\bclient[ (:v]{1,4}2\.[0-4]\.\d.{0,200}AspNetCore\.SignalR|AspNetCore\.SignalR.{0,200}\bclient[ (:v]{1,4}2\.[0-4]\.\d|Microsoft\.AspNet\.SignalR.{0,300}\bKestrel\b|(HubConnectionBuilder|\.withUrl\(|any of the available transports|Failed to complete negotiation|signalr_(netcore|core)|signalrcore).{0,300}(Microsoft\.AspNet\.SignalR|ASP\.NET SignalR|SignalR 2(\.\d|\.x)|MapSignalR|\bOWIN\b)|(Microsoft\.AspNet\.SignalR|ASP\.NET SignalR|SignalR 2(\.\d|\.x)|MapSignalR|\bOWIN\b).{0,300}(HubConnectionBuilder|\.withUrl\(|any of the available transports|Failed to complete negotiation|signalr_(netcore|core)|signalrcore)|clientProtocol=[12]\.\d.{0,160}\b405\b|\b405\b.{0,160}clientProtocol=[12]\.\d/i,
    means: "SignalR of ASP.NET Core and SignalR 2.x are both named.",
    benign: true,
  },
  "classic-server-named": {
    ...signalr,
    pattern:
      /Microsoft\.AspNet\.SignalR(?!\.Client)|\bTryWebSockets\b|\b(asp)?\.?net mvc ?[3-5]\b|\bweb ?forms\b|\bASP\.NET 4\.[5-8]|\b(back-?end|server|hub|signalr) (is |was |runs |written ){0,2}(in|on|with|uses?) (an? |the |old )?(asp\.net|\.net framework)\b(?! ?(core|[5-9]\b|10\b|identity|boilerplate|zero))|\bMapSignalR\b|\bRunSignalR\b|GlobalHost\b|RouteTable\.Routes\.MapHubs|Microsoft\.Owin\b|server[^.]{0,40}(SignalR|version) ?2\.[0-4]\b|\.NET Framework (4|server|self|host|app|hub)|\bnot (a )?(asp)?\.?net core (app|server|hub|project)|self-?host\w* .{0,30}\(?not (asp)?\.?(net )?core|\bnot core\b/i,
    means: "A server of SignalR 2.x is named.",
    benign: true,
  },
  "core-client-named": {
    ...signalr,
    pattern:
      /HubConnectionBuilder|\bonreceive\b|WebSocketHubConnection|BestHTTP\.SignalRCore|\b(asp)?\.?net core (signalr )?(\w+ )?(lib(rary)?|client|package)\b|no compatible transports on the server|@(aspnet|microsoft)\/signalr\b|AspNetCore\.SignalR\.Client|com\.microsoft\.signalr|signalr_(core|netcore)\b|signalrcore\b|SwiftSignalRClient|unable to (connect to the server with|initialize) any of the available transports|failed to complete negotiation with the server/i,
    means: "A client of ASP.NET Core SignalR is named, or says its own words.",
    benign: true,
  },
  "prereleases-differ": {
    ...signalr,
    pattern:
      /1\.0\.0-alpha.{0,400}1\.0\.0-(preview|rc)|1\.0\.0-(preview|rc).{0,400}1\.0\.0-alpha|1\.0\.0-preview.{0,400}1\.0\.0-rc|1\.0\.0-rc.{0,400}1\.0\.0-preview|\brelease candidate\b.{0,300}-preview\d|-preview\d.{0,300}\brelease candidate\b|preview1\b.{0,300}preview2\b|preview2\b.{0,300}preview1\b|(previous|older|old|other|newer) (server|client) version|@aspnet\/signalr(?!-client).{0,160}@aspnet\/signalr-client|@aspnet\/signalr-client.{0,160}@aspnet\/signalr(?!-client)|(client|server) (is|was|uses?|at|on) (\w+ )?(alpha|preview|rc)\d?\b|\bSignalR\b.{0,60}-(?<stage>alpha|preview|rc)\d?-.{0,300}\bSignalR\b.{0,60}-(?!\k<stage>)(alpha|preview|rc)\d?-/i,
    means: "Client and server are of different early versions, which did not fit together.",
  },
  "prerelease-named": {
    ...signalr,
    pattern:
      /\b\d\.\d\.\d-(alpha|beta|preview|rc)\d?\b|\b(alpha|preview|rc)[- ]?\d?[- ](package|bits|server|client|version|release)/i,
    means: "An early version of SignalR is named.",
    benign: true,
  },
  "no-transports-in-answer": {
    ...client,
    phase: "negotiate",
    pattern:
      /no transports returned in negotiat|start the connection\W{1,4}TypeError.{0,40}\bonreceive\b|none of the transports supported by the client are supported|(negotiat|HttpConnection|HubConnection|signalr).{0,300}Cannot read propert\w+ (of undefined \(reading )?'length'|Cannot read propert\w+ (of undefined \(reading )?'length'.{0,200}(HttpConnection|HubConnection|signalr)|availableTransports.{0,40}(undefined|missing|null)/i,
    means: "The negotiate answer lists no transports, as that of SignalR 2.x does not.",
  },
  "no-transport-in-common": {
    ...client,
    phase: "negotiate",
    pattern: /none of the transports supported by the client are supported/i,
    means:
      "Nothing of what negotiate's answer lists is a transport of the client's; clients that tell SignalR 2.x apart say so in other words.",
  },
  "classic-version-incompatible": {
    ...signalr,
    phase: "negotiate",
    pattern: /using a version of the client that isn't compatible|incompatible protocol version/i,
    means: "The client of SignalR 2.x met a server of another protocol version.",
  },
  "client-version-incompatible": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /(using|you are using) a version of the client that isn't compatible|incompatible protocol version|protocol version .{0,30}(is )?not (supported|compatible)|does not support version \d+ of the/i,
    means: "Client and server speak different versions of the protocol.",
  },
  "negotiate-version-refused": {
    ...signalr,
    phase: "negotiate",
    pattern: /client requested (a non-integer protocol version|version '?\d+'?, but the server does not support)/i,
    means: "The server refused the client's negotiate version.",
    shows: { "negotiate.answer": "error" },
  },
});
