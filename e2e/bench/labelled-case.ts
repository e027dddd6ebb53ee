import * as z from "zod/mini";

const orNull = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

const Observed = z.object({
  phase: orNull(z.string()),
  method: orNull(z.string()),
  url: orNull(z.string()),
  status: orNull(z.number()),
  transport: orNull(z.string()),
  close_code: orNull(z.number()),
  body_excerpt: orNull(z.string()),
  net_error: orNull(z.string()),
  page_scheme: orNull(z.string()),
});

/** The part of a labelled case that may be looked at before it is scored. Whatever else a line holds is cut off here. */
export const Symptom = z.object({
  id: z.string(),
  stack: z.string(),
  symptom_text: z.string(),
  observed: orNull(Observed),
});
export type Symptom = z.infer<typeof Symptom>;

/** What the score is made with afterwards. */
const Label = z.object({ root_cause: z.string(), kind: z.string(), decidable: z.boolean() });
type Label = z.infer<typeof Label>;

export interface LabelledCase {
  symptom: Symptom;
  label: Label;
}

/** One JSON object a line. Throws with the line's number where one is not. */
export function readCases(jsonLines: string): LabelledCase[] {
  return jsonLines.split("\n").flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      const value: unknown = JSON.parse(line);
      return [{ symptom: Symptom.parse(value), label: Label.parse(value) }];
    } catch (error) {
      throw new Error(
        `line ${index + 1} is no labelled case: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  });
}
