import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";
import { withoutTemplate } from "./template.js";

const scene = (text: string) => eventsFromText(text, { protocol: "engine-io" }).events.flatMap((event) => event.scene);
const urls = (text: string) => eventsFromText(text, { protocol: "engine-io" }).events.flatMap(({ url }) => url ?? []);

test.each([
  ["an example to overwrite", "- OS: [e.g. Android 9.2]\n", "android"],
  ["a box that is not ticked", "- [ ] Docker behind nginx\n", "nginx"],
  ["a hint", "<!-- Do you use nginx,\nKubernetes or several instances? -->\n", "nginx"],
  [
    "where else to ask",
    "For bug reports and feature requests for the **Swift client**, please open an issue [there](https://git.test/swift).\n",
    "ios",
  ],
])("%s is the form's, not the person's", (_, form, id) => {
  const complaint = "socket.io does not connect\n";
  expect(scene(complaint + form)).not.toContain(id);
  expect(urls(complaint + form)).toEqual([]);
});

test("what was filled in counts", () => {
  const text = "socket.io does not connect\n- OS: Android 12\n- [x] nginx\n<!-- an unclosed hint, Kubernetes";
  expect(scene(text)).toEqual(expect.arrayContaining(["android-9", "nginx", "kubernetes"]));
});

test("lines stay where they are", () => {
  const text = "one\n<!-- two\nthree -->\n- [ ] four\nfive";
  expect(
    withoutTemplate(text)
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual(["one", "", "", "", "five"]);
  expect(withoutTemplate(text)).toHaveLength(text.length);
});
