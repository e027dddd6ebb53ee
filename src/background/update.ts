/** Lets an update of the extension wait: installing it closes the panel and empties the session store. */
export interface Update {
  /** The browser has one ready. */
  ready(): void;
  /** DevTools was closed, or a recording ended. */
  lookAgain(): void;
}

export function createUpdate(isBusy: () => boolean, install: () => void): Update {
  let isWaiting = false;
  const lookAgain = () => {
    if (isWaiting && !isBusy()) install();
  };
  return {
    ready() {
      isWaiting = true;
      lookAgain();
    },
    lookAgain,
  };
}
