declare module "virtual:knowledge" {
  export const knowledge: import("../core/knowledge.js").Knowledge;
}
