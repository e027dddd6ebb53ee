import { servePage } from "../page.js";
import type { Lab } from "../scenario.js";
import { serveEdge } from "./edge.js";
import { type GroupProtocol, talk } from "./scripts.js";

/** A page whose client may join a group and send to it, and does. */
export async function pageThatTalks(lab: Lab, protocol: GroupProtocol): Promise<{ page: string }> {
  const service = (await serveEdge(lab)).service("chat");
  const { url } = await service.getClientAccessToken({
    userId: "ada",
    roles: ["webpubsub.sendToGroup", "webpubsub.joinLeaveGroup.room"],
  });
  return { page: await servePage(lab, { script: talk(url, protocol), scripts: ["web-pubsub"] }) };
}
