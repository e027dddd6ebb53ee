/** Names of the lab's own. `app` and `api` are two sites; what stands below UNKNOWN has no address. */
export const APP = "app.test";
export const API = "api.test";
export const UNKNOWN = "b.test";
