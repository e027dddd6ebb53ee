import { clockTime } from "./figures.js";

/** Recording while DevTools is closed. */
export const backgroundWords = {
  background: {
    title: "Background recording",
    button: (isOn: boolean) => (isOn ? "Background: on" : "Background: off"),
    buttonHint: "Record connections before DevTools is open",
    isOff: "Off. Recording begins when DevTools is opened.",
    isOn: (since: number | null) =>
      since === null
        ? "On. A tab’s panel shows what failed before DevTools was opened."
        : `On since ${clockTime(since)}. A tab’s panel shows what failed from then on, before DevTools was opened.`,
    what: "Watches handshakes of SignalR, Socket.IO and Web PubSub in every tab while DevTools is closed. They stay in memory, within limits, until the browser or the tab is closed; private windows are never watched. The toolbar icon counts a tab’s failures.",
    switch: "Record in the background",
    price: "What it costs",
    hides:
      "While it is on, Chromium hides the status of every refused WebSocket handshake, from DevTools and from all extensions, this one included. Cards about refused sockets get less sure. Other requests keep their status.",
    gain: "What comes back",
    showsAgain:
      "Chromium shows the status of refused WebSocket handshakes again, unless another extension that watches requests hides it.",
    restart: "The extension restarts for it",
    restartLoses:
      "This panel closes, and everything recorded so far is lost, in all tabs. Pages and their connections go on. Close and open DevTools afterwards.",
    exportFirst: "Export HAR first",
    turnOn: "Turn on and restart",
    turnOff: "Turn off and restart",
    refused: "Nothing has changed: the permission was not given or not taken back.",
    close: "Close",
  },
};
