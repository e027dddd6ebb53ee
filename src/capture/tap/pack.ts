/** What is told of a message, until it is packed with those that follow. Linked, as an array would ask the page's prototypes. */
export interface Held {
  at: number;
  socket: number;
  isSent: boolean;
  nth: number;
  /** Text, bytes, or something of which nothing is known but that it was sent. */
  form: "t" | "b" | "u";
  /** The head of a text. Of bytes it stands among those of the pack. */
  text: string;
  /** Of the head, in characters or bytes. */
  length: number;
  /** Of the whole message, where the head is not all of it; below nought where they were not counted, and at least so many. */
  bytes: number | null;
  next: Held | null;
}

/**
 * Messages as one text: to make an object of each, copy it and write it as JSON takes several times as long.
 * "COUNT AT,MESSAGE,MESSAGE…;BASE64;TEXTS", and each MESSAGE "FORM-AT-LENGTH-BYTES-SOCKET-DIRECTION-NTH" with blanks where
 * these lines stand, AT counted from the first one's. What would say that it follows the one before is left out, as are
 * the bytes of a head that is the whole; "-20028" are at least so many. Of bytes each head is filled up to whole groups of base64.
 */
export function pack(first: Held, count: number, base64: string): string {
  const { at } = first;
  let list = `${count} ${at}`;
  let texts = "";
  let before: Held | null = null;
  for (let each: Held | null = first; each; each = each.next) {
    list += `,${each.form}${each.at - at} ${each.length}`;
    if (!before || !follows(each, before))
      list += ` ${each.bytes ?? ""} ${each.socket} ${each.isSent ? "s" : "r"} ${each.nth}`;
    else if (each.bytes !== null) list += ` ${each.bytes}`;
    texts += each.text;
    before = each;
  }
  return `${list};${base64};${texts}`;
}

function follows(each: Held, before: Held): boolean {
  return each.socket === before.socket && each.isSent === before.isSent && each.nth === before.nth + 1;
}

/** Bytes that so many take up before base64. */
export function wholeGroups(bytes: number): number {
  return bytes + ((3 - (bytes % 3)) % 3);
}

/** How many messages a pack tells of. */
export function countPacked(packed: string): number {
  return Number.parseInt(packed, 10);
}
