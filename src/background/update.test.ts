import { expect, test, vi } from "vitest";
import { createUpdate } from "./update.js";

test("an update waits until DevTools is closed and nothing is recorded any more", () => {
  let isBusy = true;
  const install = vi.fn();
  const update = createUpdate(() => isBusy, install);
  update.ready();
  update.lookAgain();
  expect(install).not.toHaveBeenCalled();
  isBusy = false;
  update.lookAgain();
  expect(install).toHaveBeenCalledOnce();
});

test("without an update nothing is installed, and where nothing is open it comes at once", () => {
  const install = vi.fn();
  const update = createUpdate(() => false, install);
  update.lookAgain();
  expect(install).not.toHaveBeenCalled();
  update.ready();
  expect(install).toHaveBeenCalledOnce();
});
