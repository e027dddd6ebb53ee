import type { FileFormat } from "../../har/formats.js";
import type { FlavourName } from "../../report/flavours.js";
import { readOwnName } from "../../report/own-name.js";
import type { Level, RedactorOptions } from "../../report/redact.js";

export type ExportFormat = FileFormat;

/** What the user wants to save, and what is to go from it. */
export interface ExportChoice {
  format: ExportFormat;
  /** Of Markdown. */
  flavour: FlavourName;
  level: Level;
  /** Own names as typed, one a line. */
  own: string;
  emails: boolean;
  ips: boolean;
}

export const ONE_CLICK: ExportChoice = {
  format: "har",
  flavour: "github",
  level: "strict",
  own: "",
  emails: false,
  ips: false,
};

/** Throws where an own name cannot be taken, in a sentence for its user. */
export function redactionOf({ level, own, emails, ips }: ExportChoice, salt: number): RedactorOptions {
  return { level, salt, emails, ips, also: ownNames(own) };
}

function ownNames(text: string): RegExp[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const name = readOwnName(line);
    if ("fault" in name) throw new Error(name.fault);
    return name.pattern;
  });
}
