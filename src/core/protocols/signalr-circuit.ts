import type { FrameEvent } from "../traffic.js";
import type { SignalrSession } from "./signalr-session.js";

const INVOCATION = 1;
const COMPLETION = 3;
/** By these a Blazor client asks for the circuit that it had; the answer tells whether there still is one. */
const ASKS_BACK = ["ConnectCircuit", "ResumeCircuit"];

/** By this a server tells a Blazor client why it gives the circuit up. */
export const SAYS_WHY = "JS.Error";

/** A server that has no such circuit any more says `false`, or names none. */
export function readCircuit(
  session: SignalrSession,
  { type, target, invocationId, result, error }: Record<string, unknown>,
  direction: FrameEvent["direction"],
): void {
  if (direction === "sent" && type === INVOCATION && ASKS_BACK.includes(String(target))) {
    session.circuit = { invocationId: String(invocationId), isRefused: false };
  }
  if (direction === "received" && type === INVOCATION && target === SAYS_WHY && typeof error === "string") {
    session.circuitError ??= error;
  }
  if (direction === "received" && type === COMPLETION && String(invocationId) === session.circuit?.invocationId) {
    session.circuit = { ...session.circuit, isRefused: error !== undefined || !result };
  }
}
