import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useRef } from "preact/hooks";

interface Rows {
  count: number;
  /** In pixels; where rows are measured, what they have until then. */
  rowHeight: number;
  /** By which a row is known again among others; its place where left out. */
  keyOf?: (row: number) => string;
  /** Stays in the document wherever the list is scrolled to, so that it keeps the focus; its neighbours do so that Tab leads to them. */
  kept?: number | null;
}

interface VirtualRows {
  rows: VirtualItem[];
  /** Of all rows together, in pixels. */
  height: number;
  scrollTo(row: number): void;
  /** Takes the height of a row's element, which carries its place as `data-index`. */
  measure(row: HTMLElement | null): void;
}

/** Only the rows in view are in the document, however many there are. */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  { count, rowHeight, keyOf, kept }: Rows,
): VirtualRows {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    ...(keyOf && { getItemKey: keyOf }),
    rangeExtractor: (range: Range) => withKept(defaultRangeExtractor(range), kept ?? null, count),
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => drawAgain(undefined),
  };
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtualizer = held.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    scrollTo: (row) => virtualizer.scrollToIndex(row),
    measure: virtualizer.measureElement,
  };
}

function withKept(places: number[], kept: number | null, count: number): number[] {
  if (kept === null) return places;
  const around = [kept - 1, kept, kept + 1].filter((place) => place >= 0 && place < count);
  return [...new Set([...places, ...around])].sort((one, other) => one - other);
}
