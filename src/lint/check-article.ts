import type { Element } from "hast";
import type { Article } from "../article/article.js";
import { unmeasured } from "../article/measure.js";
import { parseArticle } from "../article/parse-article.js";
import type { Finding } from "../rule/finding.js";
import type { ArticleInput, CheckedArticle, Crash, RuleSetting } from "./contract.js";
import { crashFinding, crashOf } from "./crash.js";
import { extractFacts } from "./extract-facts.js";
import { makeFinding, withoutRepeats } from "./make-finding.js";

/** Map: parses and checks one article. Never throws; a rule that throws becomes a crash and a finding. */
export function checkArticle(input: ArticleInput, now: number): CheckedArticle {
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  const { measure = unmeasured } = input;
  const parserCrashed = (error: unknown): void => {
    const crash = crashOf("the parser", input.path, error);
    crashes.push(crash);
    const finding = crashFinding(crash, input.rules);
    if (finding !== undefined) findings.push(finding);
  };
  const article = measure("body", () => parse(input, parserCrashed));
  const ruleFacts: Record<string, unknown> = {};

  const crashed = (setting: RuleSetting, error: unknown): void => {
    const crash = crashOf(setting.rule.id, input.path, error);
    crashes.push(crash);
    const finding = crashFinding(crash, input.rules);
    if (finding !== undefined) findings.push(finding);
  };

  const listeners = new ListenerTable(crashed);
  for (const setting of input.rules) {
    if (!setting.rule.stages.check) continue;
    try {
      const heard = setting.rule.check({
        article,
        options: setting.options,
        engine: input.engine,
        settings: input.settings,
        now,
        report: (report) => {
          const { rule, severity } = setting;
          findings.push(makeFinding(rule, severity, input.path, report, input.source.length));
        },
        leaveFact: (fact) => {
          ruleFacts[setting.rule.id] = fact;
        },
      });
      if (heard !== undefined) listeners.add(setting, heard);
    } catch (error) {
      crashed(setting, error);
    }
  }
  listeners.hear(article);

  const facts = measure("facts", () => extractFacts(article, input.engine, ruleFacts));
  return { facts, findings: withoutRepeats(findings), crashes };
}

/** Parsing never throws by contract; should it all the same, the article counts as empty and as not checked. */
function parse(input: ArticleInput, crashed: (error: unknown) => void): Article {
  try {
    return parseArticle(input);
  } catch (error) {
    crashed(error);
    return parseArticle({ path: input.path, source: "" });
  }
}

interface Listener {
  readonly setting: RuleSetting;
  readonly hear: (element: Element) => void;
}

/** All rules' listeners by tag name, for one walk over the article's elements. */
class ListenerTable {
  readonly #byTag = new Map<string, Listener[]>();
  readonly #silenced = new Set<RuleSetting>();
  readonly #crashed: (setting: RuleSetting, error: unknown) => void;

  constructor(crashed: (setting: RuleSetting, error: unknown) => void) {
    this.#crashed = crashed;
  }

  add(setting: RuleSetting, heard: Readonly<Record<string, (element: Element) => void>>): void {
    for (const [tag, hear] of Object.entries(heard)) {
      const list = this.#byTag.get(tag) ?? [];
      list.push({ setting, hear });
      this.#byTag.set(tag, list);
    }
  }

  hear(article: Article): void {
    const every = this.#byTag.get("*") ?? [];
    for (const element of article.elements) {
      for (const listener of this.#byTag.get(element.tagName) ?? []) this.#call(listener, element);
      for (const listener of every) this.#call(listener, element);
    }
    const root: Element = { type: "element", tagName: "end", properties: {}, children: [] };
    for (const listener of this.#byTag.get("end") ?? []) this.#call(listener, root);
  }

  /** A rule that threw once is not asked again for this article: one crash, one finding. */
  #call({ setting, hear }: Listener, element: Element): void {
    if (this.#silenced.has(setting)) return;
    try {
      hear(element);
    } catch (error) {
      this.#silenced.add(setting);
      this.#crashed(setting, error);
    }
  }
}
