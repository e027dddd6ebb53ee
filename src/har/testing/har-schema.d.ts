/** The package has no types of its own: every file of HAR 1.2 by name, and all of them in a list. */
declare module "har-schema" {
  const schemas: Record<string, { $id: string }>;
  export default schemas;
}
