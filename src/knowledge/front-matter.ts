import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import * as z from "zod/mini";
import { DECIDED_BY } from "../core/decided-by.js";
import { KnowledgeError } from "./markdown-file.js";

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

const Operators = z.strictObject({
  any: z.optional(z.array(Scalar)),
  all: z.optional(z.array(Scalar)),
  not: z.optional(z.union([Scalar, z.array(Scalar)])),
  above: z.optional(z.number()),
  below: z.optional(z.number()),
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  contains: z.optional(z.string()),
  matches: z.optional(z.string()),
  known: z.optional(z.boolean()),
});

/** Fact names to what they must be: a value, a list of values, or operators. */
const Condition = z.record(z.string(), z.union([Scalar, z.array(Scalar), Operators]));

const Clue = z.strictObject({
  if: Condition,
  points: z.number().check(z.gt(0), z.lte(5)),
  says: z.string().check(z.minLength(1)),
  confirms: z.optional(z.boolean()),
});

const Exclusion = z.strictObject({ if: Condition, says: z.string().check(z.minLength(1)) });

const FrontMatter = z.strictObject({
  cause: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  common: z._default(z.number().check(z.gte(0), z.lte(1)), 0.5),
  when: z.union([Condition, z.array(Condition).check(z.minLength(1))]),
  supports: z._default(z.array(Clue), []),
  weakens: z._default(z.array(Clue), []),
  rulesOut: z._default(z.array(Exclusion), []),
  wouldDecide: z.optional(z.string()),
  decidedBy: z.optional(z.enum(DECIDED_BY)),
  reproduce: z.union([z.string(), z.strictObject({ impossible: z.string() })]),
  link: z.url(),
  benign: z._default(z.boolean(), false),
});
type FrontMatter = z.infer<typeof FrontMatter>;
export type RawCondition = z.infer<typeof Condition>;

export interface ReadFrontMatter {
  data: FrontMatter;
  /** Line in the file of the value at this path. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and validates the front matter. Throws a KnowledgeError that names the line and says what to do. */
export function readFrontMatter(file: string, yaml: string, firstLine: number): ReadFrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const lineAt = (offset: number) => firstLine + counter.linePos(offset).line - 1;
  const [broken] = document.errors;
  if (broken) throw new KnowledgeError(file, lineAt(broken.pos[0]), broken.message.split("\n")[0] ?? "not valid YAML");
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  const result = FrontMatter.safeParse(document.toJS());
  if (result.success) return { data: result.data, lineOf };
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw new KnowledgeError(file, lineOf(pathOf(issue)), adviceFor(issue));
}

type Issue = z.core.$ZodIssue | undefined;

function pathOf(issue: Issue): PropertyKey[] {
  if (!issue) return [];
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

function adviceFor(issue: Issue): string {
  if (issue?.code === "unrecognized_keys") {
    return `unknown key "${issue.keys.join('", "')}"; remove it, or use one of: ${knownKeys(issue.path)}`;
  }
  return `${issue?.path.join(".") || "front matter"}: ${issue?.message ?? "is not valid"}; CONTRIBUTING.md shows the format`;
}

function knownKeys(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  const list = path.at(-2);
  if (path.length === 0) return Object.keys(FrontMatter.shape).join(", ");
  if (typeof last === "number" && list !== "when")
    return Object.keys((list === "rulesOut" ? Exclusion : Clue).shape).join(", ");
  return Object.keys(Operators.shape).join(", ");
}

/** The key's own place where the path ends in one, so that the error points at what was typed. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find((each) => isPair(each) && isScalar(each.key) && each.key.value === step)
      : null;
    const next: unknown = pair ? pair.value : (node as { items?: unknown[] } | null)?.items?.[Number(step)];
    const place = ((pair?.key ?? next) as Node | undefined)?.range?.[0];
    if (place === undefined) return offset;
    offset = place;
    node = next;
  }
  return offset;
}
