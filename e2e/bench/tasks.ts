import type { Page } from "playwright";

/** What a page's own thread did, task by task, in milliseconds. */
interface Task {
  /** By the clock on the wall: also while others had the processor. */
  took: number;
  /** The thread at work. */
  atWork: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** From this on a task is long: https://www.w3.org/TR/longtasks-1/ */
const LONG_MS = 50;

/** How long something took, and the long tasks meanwhile, as Chromium's own trace has them. */
export async function longTasksDuring(page: Page, act: () => Promise<unknown>): Promise<string> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  const before = performance.now();
  await act();
  const took = Math.round(performance.now() - before);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const tasks = busiest(traceEvents);
  return `${took} ms; ${said("by the clock", tasks, "took")}; ${said("at work", tasks, "atWork")}`;
}

function said(how: string, tasks: readonly Task[], which: keyof Task): string {
  const times = tasks.map((task) => task[which]);
  return `${how} ${times.filter((ms) => ms > LONG_MS).length} long tasks, longest ${Math.round(Math.max(0, ...times))} ms`;
}

/** Of the renderers' main threads the one that did most is the page's. */
function busiest(events: readonly TraceEvent[]): Task[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Map<string, Task[]>();
  for (const event of events)
    if (event.name === "thread_name" && event.args?.name === "CrRendererMain") mains.set(threadOf(event), []);
  for (const event of events)
    if (event.name === "RunTask" && event.dur !== undefined && event.tdur !== undefined)
      mains.get(threadOf(event))?.push({ took: event.dur / 1000, atWork: event.tdur / 1000 });
  const work = (tasks: readonly Task[]) => tasks.reduce((sum, { atWork }) => sum + atWork, 0);
  const [most] = [...mains.values()].sort((one, other) => work(other) - work(one));
  if (!most || most.length === 0) throw new Error("the trace holds no task of the page");
  return most;
}
