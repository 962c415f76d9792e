import * as z from "zod";
import { applyGroups } from "../fix/apply-edits.js";
import type { Edit, Finding, FrontMatterSchema, Rule } from "../rule/index.js";
import { checkTexts } from "./check-texts.js";
import { type PageExample, readRulePage } from "./page-examples.js";
import { type Fence, writeFence } from "./page-fences.js";
import { pageOutput } from "./page-output.js";

/** What a page check needs besides the rule and its page. */
export interface PageContext {
  /** Every rule id directives may name. */
  readonly knownRules: readonly string[];
  /** Message ids that no text alone can bring about, so that no example need show them. */
  readonly beyondText?: readonly string[];
  /** Reads the JSON Schema that an example gives for its front matter. */
  readonly readSchema?: (schema: unknown) => FrontMatterSchema;
}

/** The verdict on a rule page. */
export interface CheckedPage {
  /** What is missing or stale, one sentence each; empty for a good page. */
  readonly problems: readonly string[];
  /** The page with every output and fixed text brought up to date. */
  readonly refreshed: string;
}

/** What an example may say of its site. */
const siteSettings = z.strictObject({
  root: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  timezone: z.exactOptional(z.string()),
  staticDirs: z.exactOptional(z.array(z.string())),
  ownHosts: z.exactOptional(z.array(z.string())),
  redirectFiles: z.exactOptional(z.array(z.string())),
  isVouchedFor: z.exactOptional(z.boolean()),
  config: z.exactOptional(z.record(z.string(), z.unknown())),
});

const SECTIONS = ["What it flags", "What it does not flag", "Examples"] as const;

/**
 * Runs the examples of a rule page and compares what they state, verbatim.
 *
 * @throws {Error} when the page cannot be read or the rule crashes on an example.
 */
export function checkPage(rule: Rule, page: string, context: PageContext): CheckedPage {
  const { title, sections, options, examples } = readRulePage(page);
  const problems: string[] = [];
  const say = (problem: string): void => {
    problems.push(`${rule.id}: ${problem}`);
  };

  if (title !== rule.id) say(`the first heading is "${title}", not the rule's id.`);
  for (const section of SECTIONS) {
    if (!sections.includes(section)) say(`the section "${section}" is missing.`);
  }
  checkOptions(rule, options, say);

  const changes: Change[] = [];
  const shown = new Set<string>();
  const fixable = new Set<string>();
  const shownFixed = new Set<string>();
  const given = new Set<string>();
  let quiet = false;
  for (const example of examples) {
    const findings = findingsOf(rule, example, context);
    if (findings.length === 0) quiet = true;
    for (const { messageId, fix, suggestions } of findings) {
      shown.add(messageId);
      if (fix !== undefined) given.add("safe");
      if (suggestions.length > 0) given.add("suggestion");
      if (fix === undefined && suggestions.length === 0) continue;
      fixable.add(messageId);
      if (example.fixed.length > 0) shownFixed.add(messageId);
    }
    const output = pageOutput([...example.articles, ...example.texts], findings);
    if (output.join("\n") !== example.output?.lines.join("\n")) {
      say(`the output of the example in line ${example.line} is stale.`);
      changes.push(outputChange(example, output));
    }
    for (const { path, text, fence } of example.fixed) {
      const fixed = fixedText(example, path, findings);
      if (fixed === text) continue;
      say(`the fixed text in line ${fence.start + 1} is stale.`);
      changes.push(fixedChange(fence, fixed));
    }
  }

  if (examples.length === 0) say("there is no example.");
  if (!quiet) say('no example shows what is not flagged ("no findings").');
  for (const messageId of Object.keys(rule.messages)) {
    if (!shown.has(messageId) && !context.beyondText?.includes(messageId)) {
      say(`no example shows the message "${messageId}".`);
    }
  }
  for (const messageId of fixable) {
    if (!shownFixed.has(messageId)) say(`no "fixed" text shows the repair of "${messageId}".`);
  }
  for (const kind of rule.fixes) {
    if (!given.has(kind)) say(`fixes declares "${kind}", but no example has one.`);
  }
  return { problems, refreshed: apply(page, changes) };
}

function checkOptions(
  rule: Rule,
  documented: readonly { readonly name: string; readonly defaultValue: string }[],
  say: (problem: string) => void,
): void {
  const defaults: unknown = rule.options.parse({});
  const entries = Object.entries(typeof defaults === "object" && defaults !== null ? defaults : {});
  for (const [name, value] of entries) {
    const row = documented.find((option) => option.name === name);
    if (row === undefined) {
      say(`the option "${name}" is not documented.`);
      continue;
    }
    const scalar = typeof value !== "object";
    const forms = [String(value), JSON.stringify(value)];
    if (scalar && !forms.includes(row.defaultValue)) {
      say(`the default of "${name}" is ${String(value)}, not ${row.defaultValue}.`);
    }
  }
  for (const { name } of documented) {
    if (!entries.some(([known]) => known === name)) say(`the rule has no option "${name}".`);
  }
}

function findingsOf(rule: Rule, example: PageExample, context: PageContext): readonly Finding[] {
  const { engine, options, files, complete, site, schema, now, external } = example.settings;
  const {
    results,
    files: others,
    crashes,
  } = checkTexts(example.articles, {
    rules: [{ rule, options }],
    engine,
    files: [...files, ...example.texts],
    site: { ...siteSettings.parse(site), ...(complete ? { complete } : {}) },
    knownRules: context.knownRules,
    external,
    ...(now === undefined ? {} : { now }),
    ...(schema === undefined || context.readSchema === undefined
      ? {}
      : { schema: context.readSchema(schema) }),
  });
  const crash = crashes[0];
  if (crash !== undefined) throw new Error(`${crash.rule} crashed: ${crash.reason}`);
  return [...results, ...others].flatMap(({ findings }) => findings);
}

/** The article or other file with each finding's safe fix applied, or else its first suggestion. */
function fixedText(example: PageExample, path: string, findings: readonly Finding[]): string {
  const texts = [...example.articles, ...example.texts];
  const text = texts.find((file) => file.path === path)?.text ?? "";
  const groups = findings.flatMap((finding): (readonly Edit[])[] => {
    const edits = finding.fix ?? finding.suggestions[0]?.edits;
    return finding.path !== path || edits === undefined ? [] : [edits];
  });
  return applyGroups(text, groups);
}

/** Lines from `start` to before `end` replaced by others. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

function outputChange(example: PageExample, output: readonly string[]): Change {
  const lines = writeFence("text output", output);
  if (example.output !== undefined) {
    return { start: example.output.start, end: example.output.end + 1, lines };
  }
  const after = example.lastArticle.end + 1;
  return { start: after, end: after, lines: ["", ...lines] };
}

function fixedChange(fence: Fence, text: string): Change {
  const content = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  const words = fence.words.filter((word) => word !== "unterminated");
  const info = [...words, ...(text.endsWith("\n") ? [] : ["unterminated"])].join(" ");
  return { start: fence.start, end: fence.end + 1, lines: writeFence(info, content) };
}

function apply(page: string, changes: readonly Change[]): string {
  const lines = page.split("\n");
  for (const { start, end, lines: replacement } of [...changes].sort((a, b) => b.start - a.start)) {
    lines.splice(start, end - start, ...replacement);
  }
  return lines.join("\n");
}
