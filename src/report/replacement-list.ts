import { type Replacement, RULES, type Rule } from "./replacements.js";

/** The replacements of one rule, for a list that people read. */
export interface RuleGroup {
  rule: string;
  times: number;
  lines: { label: string; place: string; times: number }[];
}

/** By rule, the rule with the most replacements first. */
export function byRule(replacements: readonly Replacement[]): RuleGroup[] {
  const groups = new Map<Rule, RuleGroup>();
  for (const { rule, ...line } of replacements) {
    const group = groups.get(rule) ?? { rule: RULES[rule], times: 0, lines: [] };
    group.times += line.times;
    group.lines.push(line);
    groups.set(rule, group);
  }
  return [...groups.values()].sort((one, other) => other.times - one.times);
}

/** "3 × value of a cookie; 1 × credentials of a request" */
export function inShort(replacements: readonly Replacement[]): string {
  return byRule(replacements)
    .map(({ rule, times }) => `${times} × ${rule}`)
    .join("; ");
}
