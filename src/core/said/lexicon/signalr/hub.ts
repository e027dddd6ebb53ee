import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of hubs, their methods and what is sent to them. */
export const SIGNALR_HUB = messages({
  "hub-method-unknown": {
    ...signalr,
    phase: "message",
    pattern:
      /'[^']{1,60}' hub could not be resolved|unknown hub method|\bunknown method \w|\b(exception|error|signalr)\W{1,4}method does not exist|\bserver\.\w{1,60} is not a function|hub\w*\.(server|client)\.\w{1,60} is (not a function|undefined)|hub ?method .{0,20}could not be (resolved|found)|(wrong|misspelt|different|mismatch\w*) (hub )?method name|hub ?method .{0,60}(does not|doesn't) exist|\bhub\w*\b.{0,60}method does not exist|method .{0,60}could not be (resolved|found) on (type|the hub)|'[^']{1,60}' method could not be resolved|\bmethod '[^']{1,60}' could not be resolved|has no method '[^']{1,60}' on.{0,20}hub|no (hub )?method with the name|could not find (the )?hub ?method/i,
    means: "No hub method of that name exists.",
  },
  "backplane-named": {
    ...signalr,
    pattern: /backplane|AddStackExchangeRedis|SignalR\W?Redis\b/i,
    means: "A backplane is named.",
    benign: true,
  },
  "client-method-unknown": {
    ...client,
    phase: "message",
    pattern:
      /no client method with the name|no subscription could be found for invocation|\bevent '[^']{1,60}' hasn't fired any handler|failed to find handler for '|no callbacks registered for the method|no hubs have been subscribed to|client callback for event .{1,80} could not be found/i,
    means: "The server called a client method that nobody registered.",
    benign: true,
  },
  "argument-count": {
    ...signalr,
    phase: "message",
    pattern:
      /invocation provides \d+ argument|\bargType\.Length\(\d|\btoo? many StreamIds\b|but target expects|function accepts? \d+ arguments? but message provided/i,
    means: "The number of arguments is not that of the hub method's parameters.",
  },
  "no-arguments-expected": {
    ...signalr,
    phase: "message",
    pattern: /but target expects 0\b/i,
    means: "The server expects no arguments, which its first versions also said of a method that they did not know.",
  },
  "hub-arguments-refused": {
    ...signalr,
    phase: "message",
    pattern:
      /error binding arguments|\bpath \$\.arguments\[|\btypeMismatch\(Swift|\bInvocation - (GetRealArguments|Invoke)\b.{0,60}(InvalidCast|Format|Json\w{0,20})Exception|client callback for event .{1,80}was found, however|deserializing object of the `[^`]{1,80}` type for 'arg|failed to bind argument|cannot get the value of a token type|could not be converted to (system\.|type)|method could not be resolved\. potential candidates|error (converting|reading).{0,40}argument|MessagePackSerializationException|deserializ\w+ .{0,60}(argument|parameter|invocation)|wrong (number|type)s? of (arguments|parameters)|argument (type )?mismatch|parameter count mismatch|FormatException: (Guid|Input string|String)|could not convert string to|error converting value .{0,80}to type|cannot deserialize the current JSON|(hub |my )?method (never|does ?n.t|is ?n.t|is not|was not) (gets? |even )?(called|hit|reached|invoked).{0,60}(guid|enum|\bint\b|null|typed?\b|propert|argument|parameter)|arguments? .{0,40}(do not|don't|does not|doesn't) match/i,
    means: "The arguments do not fit the hub method's parameters.",
  },
  "invocation-failed": {
    ...signalr,
    phase: "message",
    pattern:
      /failed to invoke \S{1,40} due to an error on the server|failed to invoke '[^']{0,80}'(?! because)|(unexpected )?error occurred (while )?invoking|error invoking hub method|\bhubInvocationError\b/i,
    means: "The server failed to invoke the hub method and hides why.",
  },
  "binding-failed": {
    ...signalr,
    phase: "message",
    pattern: /failed to invoke '[^']{0,80}' due to an error on the server\.?(?! ?(HubException|\w{1,60}Exception))/i,
    means:
      "ASP.NET Core says so where the arguments could not be read; of a method that threw it says an unexpected error occurred.",
  },
  "method-failed": {
    ...signalr,
    phase: "message",
    pattern: /unexpected error occurred invoking '|error occurred on the server while streaming results/i,
    means:
      "ASP.NET Core says so of a hub method that began and threw; arguments that do not fit are told in other words.",
  },
  "method-unauthorized": {
    ...signalr,
    phase: "message",
    pattern: /because user is unauthorized|caller is not authorized to invoke/i,
    means: "The user is not authorized for the hub method.",
  },
  "hub-threw": {
    side: "server",
    phase: "message",
    pattern:
      /invoking '[^']{1,80}' on the server\. (?!HubException|InvalidData|Json|MessagePack)\w{1,60}Exception:|unable to resolve service for type|(NullReference|DbUpdate|Sql|KeyNotFound|MissingMethod|ObjectDisposed|ArgumentNull|Autofac\.\S{0,60})Exception|no parameterless constructor|unhandled exception was thrown by the application|cannot (resolve|consume) (scoped )?service|error while (resolving|activating)|(exception|error) (is |was )?(thrown|occurs|occurred) (in(side)?|by|from) (the |my )?\w*(hub|OnConnected)|cannot access a disposed (object|context)|exception .{0,60}(in|from|inside) (the |my )?hub|error when dispatching '?OnConnectedAsync|exception .{0,40}OnConnectedAsync|OnConnectedAsync .{0,60}(throw|exception|fail)|hub constructor|duplicate definitions of '[^']{1,60}'\. overloading|(Object reference not set to an instance|Sequence contains (no|more than one) (matching )?elements?|Nullable object must have a value|A second operation (was )?started on this context|Value cannot be null).{0,120}\b(signalr|blazor)[\w.-]{0,40}\.js\b|\b(signalr|blazor)[\w.-]{0,40}\.js\b.{0,160}(Object reference not set to an instance|Sequence contains (no|more than one) (matching )?elements?|Nullable object must have a value|A second operation (was )?started on this context|Value cannot be null)/i,
    means: "The hub, or something that it needs, threw an exception.",
  },
  "hub-not-activated": {
    side: "server",
    phase: "close",
    pattern:
      /unable to resolve service for type .{0,300}while attempting to activate|no parameterless constructor|hub constructor|error while activating/i,
    means: "The hub itself, or something that its constructor takes, could not be created.",
  },
  "connected-hook-named": {
    ...server,
    pattern: /\bOnConnected(Async)?\b/i,
    means: "The hub's OnConnectedAsync is named.",
    benign: true,
  },
  "connected-hook-threw": {
    ...server,
    phase: "close",
    pattern:
      /error when dispatching "?'?"?OnConnectedAsync|error executing OnConnected in hub|exception .{0,40}(in|inside|from|by) (the |my )?(Hub\.)?OnConnected|exception .{0,40}in OnConnected(Async)?\b|OnConnectedAsync.{0,40}(throws|threw)|\bOnConnected(Async)?\(\).{0,240}\bthrow new\b/i,
    means: "The server's OnConnectedAsync threw.",
  },
  "hub-busy": {
    ...signalr,
    phase: "message",
    pattern:
      /long[- ]running (task|operation|hub|method|call|job|application logic)|possible deadlock detected\. a callback registered|hub method (is |was )?(still )?(running|runs|takes|executing)|(not|n't|never) (get )?processed until|(other|next|further|second) (calls?|messages?|invocations?) (\w+ ){0,3}(wait|blocked|queued|hang)\w*|block(s|ing|ed)(?! by) .{0,60}(hub|same (hub)?connection|other (calls|invocations|methods|tasks|messages)|subsequent)|(hub )?(invocations?|calls?) .{0,40}(queued?|one (by one|at a time)|sequential)|MaximumParallelInvocations|(InvokeAsync|SendAsync|\binvok\w+|\bcall(ing)?)\b.{0,60}\b(inside|within|from|in) (an? |the |my )?(\.?On\b|handler|callback).{0,80}(deadlock|hang|block|stuck|never (return|complet))|thread ?pool starv|\.(Result|Wait\(\))[\s;].{0,40}hub|Thread\.Sleep/i,
    means: "A hub method runs long or blocks.",
  },
  "entities-sent": {
    phase: "message",
    pattern:
      /navigation propert(y|ies)|\bEF (core )?entit(y|ies)|entity framework (core )?(object|entit|model)s?|entit(y|ies) (with|including) (\w+ )?(relations|includes|navigation)/i,
    means: "Entities with references to each other are sent.",
    benign: true,
  },
  "payload-not-serializable": {
    phase: "message",
    pattern:
      /self[- ]referencing loop|\bresult could not be parsed as\b|not (JSON )?serializable|serialization and deserialization of .{0,80}not supported|dynamic (data|objects?|types?)|loop(ed)? references?|reference loops?|cycl(e|ic) references?|possible object cycle|(does not|doesn't|not|can't) serializ\w+|Failed writing message|circular (reference|structure|json)|json(serialization)?exception.{0,80}serializ|(can ?not|could not|unable to|error|fail\w*) (be )?(serializ\w+|de-?serializ\w+)|not serializable|ReferenceLoopHandling|reference loop\b|Json\.Serialization\.\S{1,120}Writ(e|er)\w*\(|JsonSerializerInternalWriter|maximum call stack size exceeded/i,
    means: "A value could not be serialised.",
  },
  "not-connected-yet": {
    ...client,
    phase: "message",
    pattern:
      /\b(SendAsync|InvokeAsync)\b.{0,40}\bbefore\b.{0,30}(StartAsync|start)\b|cannot send data (if the connection is not in the|to non[- ]connected)|client not started\. call client\.start\(|attempting to send data before connection|\bthe socket was never run|RuntimeError\W{1,3}connection is closed|connection (is )?not in the '?connected'? state|cannot be called if the connection is not active|connection must be started before data can be sent|data cannot be sent because the|connection has not been established|there is no transport active|start (method )?must be called before|(invoke|send|call(ed)?) .{0,60}before .{0,30}(start|connect(ed|ion))|connection has not been (fully initialized|started)|still in CONNECTING state|missing required property 'protocol'|the connection is not connected|cannot send (until|unless)\b|while the connection is not active|hub ?connection (is|was) (not (connected|started|in)|null|undefined)|(?<!redis )connection (was )?not (yet )?(started|established)|cannot connect to SignalR hub\. unable to transmit|\bhub is not running\b|\bSignalRError\.(invalidState|connectionIsReconnecting)\b/i,
    means: "Something was sent before the connection stood.",
  },
  "socket-already-closed": {
    side: "client",
    phase: "message",
    pattern:
      /already in (a )?CLOSING or CLOSED|\bsocket is already closed\b|ConnectionClosedException\W{1,3}connection is already closed/i,
    means: "Something was sent when the socket was closed already.",
  },
});
