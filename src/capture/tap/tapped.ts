/** What the tap knows of one WebSocket or EventSource of the page. */
export interface Tapped {
  channel: "websocket" | "eventsource";
  socket: number;
  url: string;
  opened: boolean;
  over: boolean;
  closedByPage: boolean;
  sent: number;
  received: number;
}
