/**
 * Runs beside the panel's document with the browser's own rights, and does there what it is asked: the panel lives in a
 * process that no protocol reaches. The functions stand here as text, since they know nothing of this module.
 */
export const EVALUATE = "handshake-triage-test:evaluate";
export const ANSWER = "handshake-triage-test:answer";

export const FRAME_SCRIPT = `
addMessageListener(${JSON.stringify(EVALUATE)}, async ({ data: { id, code } }) => {
  const answer = (told) => sendAsyncMessage(${JSON.stringify(ANSWER)}, { id, ...told });
  try {
    // The panel's Content-Security-Policy allows no eval; a sandbox that stands for its window is not asked.
    const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    sandbox.press = (x, y) => press(x, y);
    answer({ value: await Cu.evalInSandbox("(async () => JSON.stringify(await " + code + ") ?? null)()", sandbox) });
  } catch (error) {
    answer({ error: String(error) + "\\n" + (error?.stack ?? "") });
  }
});
function press(x, y) {
  for (const type of ["mousemove", "mousedown", "mouseup"]) content.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1 });
}
`;
