/** Four characters are what a badge has room for. */
const MOST_SHOWN = 999;

export function badgeText(failed: number): string {
  if (failed === 0) return "";
  return failed > MOST_SHOWN ? `${MOST_SHOWN}+` : String(failed);
}

export function badgeTitle(failed: number): string {
  if (failed === 0) return "Handshake Triage: nothing failed on this page. Details are in DevTools.";
  const connections = failed === 1 ? "1 connection" : `${failed} connections`;
  return `Handshake Triage: ${connections} failed on this page. The causes are in DevTools, panel “Handshake Triage”.`;
}
