import { SCENE_OF_ACCESS } from "./scene/access.js";
import { SCENE_OF_ADDRESSES } from "./scene/addresses.js";
import { SCENE_OF_CIRCUMSTANCES } from "./scene/circumstances.js";
import { SCENE_OF_HOSTING } from "./scene/hosting.js";
import { SCENE_OF_PLATFORMS } from "./scene/platforms.js";
import { SCENE_OF_USAGE } from "./scene/usage.js";

/**
 * What people name around the failure, by the id that entries test (`said.scene`): where things run, what stands between,
 * what was tried. None of it is a failure.
 */
export const SCENE = {
  ...SCENE_OF_HOSTING,
  ...SCENE_OF_ADDRESSES,
  ...SCENE_OF_PLATFORMS,
  ...SCENE_OF_ACCESS,
  ...SCENE_OF_USAGE,
  ...SCENE_OF_CIRCUMSTANCES,
};
