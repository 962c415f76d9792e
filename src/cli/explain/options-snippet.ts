import { stringify } from "yaml";
import { neutralise } from "../../report/text/neutralise.js";
import { wrap } from "../../report/text/wrap.js";
import type { Rule } from "../../rule/index.js";
import { gravestSeverity } from "../gravest-severity.js";
import { optionsOf, type RuleOption } from "../rule-options.js";

/** Columns before an option in the snippet. */
const INDENT = 8;
const CONFIG_SEVERITY = { error: "error", warning: "warn", info: "info" } as const;

/** The options of a rule as a piece of a config in YAML, each with its default; no lines when it has none. */
export function optionsSnippet(rule: Rule, width: number): readonly string[] {
  const options = optionsOf(rule);
  if (options.length === 0) return [];
  const lines = options.flatMap((option) => [
    ...wrap(neutralise(commentOf(option)), width - INDENT - 2).map((line) => `# ${line}`),
    ...valueLines(option),
  ]);
  return [
    "rules:",
    `  ${rule.id}:`,
    `    - ${CONFIG_SEVERITY[gravestSeverity(rule)]}`,
    ...lines.map((line, index) => (index === 0 ? `    - ${line}` : `      ${line}`)),
  ];
}

function commentOf({ description, choices }: RuleOption): string {
  const text = description.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const sentence = /[.!?]$/.test(text) || text === "" ? text : `${text}.`;
  return choices.length === 0 ? sentence : `${sentence} One of: ${choices.join(", ")}.`;
}

/** A member of a YAML map; one without a default is left to be filled in. */
function valueLines({ name, default: value }: RuleOption): readonly string[] {
  if (value === undefined) return [`# ${name}:`];
  return stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split("\n");
}
