import Ajv from "ajv";
import draft06 from "ajv/lib/refs/json-schema-draft-06.json" with { type: "json" };
import schemas from "har-schema";

/** The schema that har-validator and other tools check with: somebody else's reading of HAR 1.2, beside our own. */
const ajv = new Ajv({ allErrors: true });
ajv.addMetaSchema(draft06);
ajv.addSchema(Object.values(schemas));

/** Everything in which a file differs from the published schema, with its path. */
export function schemaFaultsOf(text: string): string[] {
  if (ajv.validate("har.json#", JSON.parse(text))) return [];
  return (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath}: ${message}`);
}
