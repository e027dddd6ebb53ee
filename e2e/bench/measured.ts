/** What one run of a job took. */
export interface Measured {
  /** By the clock on the wall. */
  wallMs: number;
  /** Of the main thread alone. */
  ms: number;
  /** The most that the process ever held, its input among it. */
  peakMegabytes: number;
  /** What the job has to say beside. */
  told: Record<string, number>;
}

/** One line of what the benches print. */
export interface Figure {
  what: string;
  measured: string;
  baseline: string;
  ratio: number;
  target: string;
  isMet: boolean;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function round(number: number, digits = 2): number {
  return Number(number.toFixed(digits));
}
