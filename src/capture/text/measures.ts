/**
 * Three digits that are no status, however much they look like one: of the time of day, of a duration, of a size, of a place in
 * a source. In any long log some of them are 401 or 404.
 */
const MEASURES = [
  /(?<=:\d\d[.,])\d{3}(?!\d)/g,
  // IIS writes a status with a part of its own behind the point: 401.501.
  /(?<=(?<![\d.])(?![345]\d\d\.)\d{1,6}\.)\d{3}(?![\d.])/g,
  // The last part of a version: 1.1.404.
  /(?<=(?<![\d.])\d{1,3}\.\d{1,3}\.)\d{3}(?![\d.])/g,
  /(?<![\d.])\d{3}(?= ?(?:ms|µs|milliseconds|bytes(?!=)|[KMG]i?B)\b)/gi,
  /(?<=" [1-5]\d\d )\d{3}(?!\d)/g,
  /(?<=\.\w{1,6}:)\d{3}(?=:\d)/g,
  /(?<=:line )\d{3}(?!\d)/g,
  /(?<=", line )\d{3}(?!\d)/g,
];

/** The text with a figure of noughts in the place of each. */
export function withoutMeasures(text: string): string {
  return MEASURES.reduce((left, measure) => left.replace(measure, "000"), text);
}
