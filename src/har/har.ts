/** HAR 1.2 as we write it, http://www.softwareishard.com/blog/har-12-spec/; fields with `_` are Chromium's or our own. */
export interface Har {
  log: {
    version: "1.2";
    creator: { name: string; version: string };
    pages: HarPage[];
    entries: HarOutEntry[];
    comment: string;
    _recordedUntil: string;
    /** Loads without a request in the file. Viewers draw one page at a time, and some break on a page that is empty. */
    _otherPages: HarPage[];
    _pageEvents: { time: string; what: string; detail: string | null }[];
    /** What only the page itself knows of its requests. */
    _asked: { time: string; method: string; url: string; credentials: boolean; origin?: string }[];
    /** What clients' libraries logged, and the lines of a log that was joined to the recording, as the events that they became. */
    _logged: object[];
    /** What the user had said of places that nothing gave away. */
    _marked: object[];
    _notSeen: string[];
    _handshakeTriage: object;
  };
}

export interface HarPage {
  id: string;
  startedDateTime: string;
  title: string;
  pageTimings: Record<string, never>;
  _isNavigation: boolean;
}

export interface NameValue {
  name: string;
  value: string;
}

interface Message {
  headers: NameValue[];
  cookies: NameValue[];
  httpVersion: string;
  headersSize: number;
  bodySize: number;
}

export interface HarOutEntry {
  startedDateTime: string;
  time: number;
  request: Message & {
    method: string;
    url: string;
    queryString: NameValue[];
    postData?: { mimeType: string; text: string; _encoding?: "base64" };
  };
  response: Message & {
    status: number;
    statusText: string;
    content: { size: number; mimeType: string; text?: string; encoding?: "base64" };
    redirectURL: string;
    _error?: string;
    _fetchedViaServiceWorker?: boolean;
  };
  cache: Record<string, never>;
  timings: { send: number; wait: number; receive: number; blocked: number; dns: number; connect: number; ssl: number };
  pageref?: string;
  comment?: string;
  _resourceType: string;
  _initiator?: object;
  _webSocketMessages?: { type: string; time: number; opcode: number; data: string; _bytes?: number; _atLeast?: true }[];
  _eventSourceMessages?: {
    time: number;
    eventName: string;
    eventId: string;
    data: string;
    _bytes?: number;
    _atLeast?: true;
  }[];
  _webSocketClose?: { time: number; code: number | null; reason: string | null; by: string };
  _unknown: string[];
  _pageTold?: "begin" | "end";
  _handshakeTriage?: object;
}
