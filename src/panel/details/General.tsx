import type { ComponentChildren } from "preact";
import type { Exchange } from "../../core/exchange.js";
import { exactTime, length, words } from "../words.js";
import { visible } from "./visible.js";

/** The request's own facts, in the words of the Network panel. */
export function General({ exchange }: { exchange: Exchange }) {
  const { method, status, netError, credentials, startedAt, endedAt, initiator } = exchange;
  return (
    <dl class="pairs">
      <Pair name={words.method}>{method}</Pair>
      <Pair name={words.status}>{statusText(status)}</Pair>
      {netError !== null && <Pair name={words.netError}>{netError || words.netErrorHidden}</Pair>}
      {credentials !== undefined && (
        <Pair name={words.credentials}>{credentials ? words.credentialsSent : words.credentialsKept}</Pair>
      )}
      <Pair name={words.started}>{exactTime(startedAt)}</Pair>
      <Pair name={words.took}>{endedAt === null ? openText(status) : length(endedAt - startedAt)}</Pair>
      {initiator && initiator.length > 0 && (
        <Pair name={words.initiator}>
          <Stack frames={initiator} />
        </Pair>
      )}
    </dl>
  );
}

/** A library's own calls are many, and would push the answer out of sight. */
const FRAMES_SHOWN = 2;

function Stack({ frames }: { frames: readonly string[] }) {
  const lines = frames.map((frame, place) => <div key={place}>{visible(frame)}</div>);
  if (frames.length <= FRAMES_SHOWN + 1) return <>{lines}</>;
  return (
    <>
      {lines.slice(0, FRAMES_SHOWN)}
      <details>
        <summary>{words.moreFrames(frames.length - FRAMES_SHOWN)}</summary>
        {lines.slice(FRAMES_SHOWN)}
      </details>
    </>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function statusText(status: number | null): string {
  if (status === null) return words.notObserved;
  return status === 0 ? words.noReadableAnswer : String(status);
}

function openText(status: number | null): string {
  return status === null ? words.pending : words.stillOpen;
}
