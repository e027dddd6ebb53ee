/** Why something could not be done, in the middle of a sentence that says what; each where it happens. */
export const faultsWords = {
  fault: {
    exporterStopped: "the exporter stopped without a word; the recording may be too large",
    exportTooLarge: "what was made could not be handed over; it may be too large",
    notHandedOver: (why: string) => `the recording could not be handed over: ${why}`,
    madeElse: "the exporter made something else",
    nothingToSave: "there is nothing to save",
    cardGone: "once secrets are taken out, this card is not found again",
    readerStopped: "the reader stopped without a word; the file may be too large",
    unreadable: (why: string) => `The file cannot be read: ${why}`,
    noLog: (why: string) => `${why} As a log, it says nothing about SignalR, Socket.IO or Web PubSub.`,
    pageGone: (origin: string | null) => `no page of ${origin} is open in this tab any more`,
    searcherStopped: "the search stopped without a word",
  },
};
