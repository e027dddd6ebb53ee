import { expect, test } from "vitest";
import { manifestFor } from "./manifest.js";

test("Firefox's manifest differs from Chromium's only where Firefox demands it", () => {
  const { background, permissions, browser_specific_settings, ...firefox } = manifestFor("firefox") as Manifest;
  const chromium: Manifest = manifestFor("chromium");
  const { background: worker, permissions: asked, optional_permissions, minimum_chrome_version, ...same } = chromium;
  expect(firefox).toEqual(same);
  expect(background).toEqual({ scripts: [worker?.service_worker], type: "module" });
  expect(permissions).toEqual([...(asked ?? []), ...(optional_permissions ?? [])]);
  expect(minimum_chrome_version).toBeTruthy();
  expect(browser_specific_settings).toMatchObject({
    gecko: { strict_min_version: "142.0", data_collection_permissions: { required: ["none"] } },
  });
});

test("webRequest, which hides statuses in Chromium, is there only by choice; in Firefox it is always there", () => {
  expect(manifestFor("chromium")).toMatchObject({
    permissions: ["scripting", "storage"],
    optional_permissions: ["webRequest"],
  });
  expect(manifestFor("firefox").permissions).toEqual(["scripting", "storage", "webRequest"]);
});

interface Manifest {
  background?: { service_worker?: string; scripts?: string[]; type?: string };
  permissions?: string[];
  optional_permissions?: string[];
  minimum_chrome_version?: string;
  browser_specific_settings?: object;
}
