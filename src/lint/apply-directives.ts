import type { ArticleFacts, Directive } from "../facts/facts.js";
import { nearestOf } from "../knowledge/text/nearest.js";
import type { Finding } from "../rule/finding.js";
import type { Rule } from "../rule/rule.js";
import type { Settings } from "../rule/settings.js";
import type { RuleSetting, SuppressedFinding } from "./contract.js";
import { Closings, DirectivesByLine } from "./directives-by-line.js";
import { makeFinding } from "./make-finding.js";

const JUDGES = ["directive-unused", "directive-unknown", "directive-reason"] as const;

/** Whether copydesk reports through a rule how directives are used. */
export function judgesDirectives({ role }: Rule): boolean {
  return JUDGES.some((judge) => judge === role);
}

/** Splits findings into those that stand and those a directive silences, and judges the directives. */
export function applyDirectives(
  facts: ArticleFacts,
  findings: readonly Finding[],
  rules: readonly RuleSetting[],
  settings: Settings,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  if (facts.directives.length === 0) return { findings, suppressed: [] };
  const lineOf = lineLookup(facts);
  const covering = new DirectivesByLine(facts);
  const used = new Set<Directive>();
  const suppressed: SuppressedFinding[] = [];
  const silencer = (finding: Finding): Directive | undefined =>
    covering.first(finding.rule, lineOf(finding.range.start));

  const standing = findings.filter((finding) => {
    const directive = silencer(finding);
    if (directive === undefined) return true;
    used.add(directive);
    suppressed.push({ finding, directive: directive.range, reason: directive.reason });
    return false;
  });
  const judged = judge(facts, used, rules, settings).filter(
    (finding) => silencer(finding) === undefined,
  );
  return { findings: [...standing, ...judged], suppressed };
}

/** Whether a directive names a rule: by id, by family (`image/*`), or by naming none. */
function names(directive: Directive, rule: string): boolean {
  const [pattern] = directive.rules;
  if (pattern === undefined || pattern === "*") return true;
  return pattern.endsWith("/*") ? rule.startsWith(pattern.slice(0, -1)) : pattern === rule;
}

function lineLookup(facts: ArticleFacts): (offset: number) => number {
  const starts = facts.lineStarts;
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Most unknown names of one article for which the one that was meant is looked for. */
const MOST_NEAR = 100;

function judge(
  facts: ArticleFacts,
  used: ReadonlySet<Directive>,
  rules: readonly RuleSetting[],
  settings: Settings,
): readonly Finding[] {
  const found: Finding[] = [];
  const report = (
    role: (typeof JUDGES)[number],
    messageId: string,
    directive: Directive,
    data: Readonly<Record<string, string>>,
  ): void => {
    const setting = rules.find(({ rule }) => rule.role === role);
    if (setting === undefined) return;
    const { rule, severity } = setting;
    found.push(
      makeFinding(rule, severity, facts.path, { messageId, range: directive.range, data }),
    );
  };

  const closings = new Closings();
  let unknown = 0;
  for (const directive of facts.directives) {
    // The other tool judges its own.
    if (directive.isForeign === true) continue;
    const closes = closings.add(directive);
    const name = directive.rules[0];
    if (directive.kind === "misspelt") {
      const written = name ?? "";
      const nearest = nearestDirective(written);
      report("directive-unknown", "misspelt", directive, { written, nearest });
      continue;
    }
    if (settings.requireReasons && directive.kind !== "enable" && directive.reason === undefined) {
      report("directive-reason", "missing", directive, {});
    }
    if (name !== undefined && !isKnown(name, settings.knownRules)) {
      unknown += 1;
      const nearest = unknown > MOST_NEAR ? undefined : nearestName(name, settings.knownRules);
      if (nearest === undefined) report("directive-unknown", "unknown", directive, { name });
      else report("directive-unknown", "unknownNearest", directive, { name, nearest });
      continue;
    }
    // A rule that is off could not have found anything: its directive may still be needed.
    const ran = rules.some(({ rule }) => rule.role === undefined && names(directive, rule.id));
    const wasted = directive.kind === "enable" ? !closes : ran && !used.has(directive);
    if (wasted) report("directive-unused", "unused", directive, { name: name ?? "any rule" });
  }
  return found;
}

const DIRECTIVES = ["disable-next-line", "disable-line", "disable-file", "disable", "enable"];

/** The directive that somebody most likely meant. */
function nearestDirective(written: string): string {
  const word = written
    .toLowerCase()
    .replace(/^copydesk[-_:\s]/, "")
    .replace(/^(?:ignore|off|skip)\b/, "disable")
    .replace(/[\s_-]+/g, "");
  const isSame = (one: string): boolean => one.replaceAll("-", "") === word;
  return `copydesk-${DIRECTIVES.find(isSame) ?? nearestOf(word, DIRECTIVES) ?? "disable-next-line"}`;
}

function isKnown(name: string, known: ReadonlySet<string>): boolean {
  if (name === "*" || known.has(name)) return true;
  if (!name.endsWith("/*")) return false;
  const family = name.slice(0, -1);
  return [...known].some((id) => id.startsWith(family));
}

function nearestName(name: string, known: ReadonlySet<string>): string | undefined {
  const ids = [...known];
  const families = [...new Set(ids.map((id) => `${id.split("/")[0] ?? id}/*`))];
  const candidates = name.endsWith("*") ? families : ids;
  const sameName = candidates.find((id) => id.split("/")[1] === name.split("/").at(-1));
  return (
    sameName ??
    nearestOf(name, candidates, { limit: Math.max(2, name.length / 3), exactCase: true })
  );
}
