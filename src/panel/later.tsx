import type { ComponentType, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "./words.js";

/** A part of the panel whose script comes when it is first shown, so that the first card need not wait for it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props) {
    const [state, setState] = useState<"loading" | "loaded" | "failed">("loading");
    useEffect(() => {
      if (loaded) return;
      load().then(
        (part) => {
          loaded = part;
          setState("loaded");
        },
        () => setState("failed"),
      );
    }, []);
    const Part = loaded;
    if (Part) return <Part {...props} />;
    return state === "failed" ? <p role="alert">{words.partMissing}</p> : null;
  };
}
