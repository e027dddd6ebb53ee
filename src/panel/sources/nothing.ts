import type { Nothing } from "../card/AllWell.js";
import type { Loading } from "../loading.js";
import { words } from "../words.js";
import type { Source } from "./source.js";

/** What to say of a source in which nothing was recognised, be it that nobody could look yet. */
export function nothingIn(source: Source, loading: Loading): Nothing {
  const { unread } = words;
  if (loading.state === "failed") return { said: unread.failed(loading.why), hint: unread.failedHint };
  if (loading.state === "loading" && source.recording.events().length > 0)
    return { said: unread.loading, hint: unread.loadingHint };
  if (source.kind === "live") return { said: words.nothingSeen, hint: words.whatToDo };
  if (source.kind === "file" && source.reading.state === "reading")
    return { said: words.sources.nothingYet, hint: words.sources.nothingYetHint };
  if (source.kind === "file") return { said: words.sources.emptyFile, hint: words.sources.emptyFileHint };
  const { explain } = words;
  return source.text.trim() === ""
    ? { said: explain.nothing, hint: explain.nothingHint }
    : { said: explain.noFailure, hint: explain.noFailureHint };
}
