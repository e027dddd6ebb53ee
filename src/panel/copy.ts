/** Returns whether the text is on the clipboard now. Call it from a click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // Chromium's DevTools gives its panels no clipboard-write permission
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "off-screen";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false; // the button says so
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
