/** "850 ms", "16.2 s", "4 min 5 s", "2 h 3 min", "3 days"; the sign is left to the sentence around it. */
export function duration(ms: number): string {
  const length = Math.abs(ms);
  if (length < 1000) return `${Math.round(length)} ms`;
  if (length < 59_950) return `${(length / 1000).toFixed(1)} s`;
  const seconds = Math.round(length / 1000);
  if (seconds < 3600) return withRest(`${Math.floor(seconds / 60)} min`, seconds % 60, "s");
  const hours = Math.floor(seconds / 3600);
  return hours < 48
    ? withRest(`${hours} h`, Math.floor((seconds % 3600) / 60), "min")
    : `${Math.floor(hours / 24)} days`;
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}
