import type { Element } from "hast";
import type { Article } from "../article/article.js";
import { unmeasured } from "../article/measure.js";
import { parseArticle } from "../article/parse-article.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Finding } from "../rule/finding.js";
import type { Listeners } from "../rule/rule.js";
import { markFact } from "../rule/rule-facts.js";
import type { ArticleInput, CheckedArticle, Crash, RuleSetting } from "./contract.js";
import { crashFinding, crashOf } from "./crash.js";
import { extractFacts } from "./extract-facts.js";
import { makeFinding, withoutRepeats } from "./make-finding.js";
import type { ParsedArticle } from "./parse-articles.js";

/** One article under check: rules are asked in turn. Nothing here throws. */
export class ArticleCheck {
  readonly #input: ArticleInput;
  readonly #now: number;
  readonly #article: Article;
  readonly #elementsOf: ReadonlyMap<string, readonly Element[]>;
  readonly #findings: Finding[] = [];
  readonly #crashes: Crash[] = [];
  readonly #ruleFacts: Record<string, unknown> = {};

  /** @param now the moment of the run, in milliseconds since 1970 */
  constructor({ input, article, crash }: ParsedArticle, now: number) {
    this.#input = input;
    this.#now = now;
    this.#article = article;
    this.#elementsOf = byTagName(article.elements);
    if (crash !== undefined) this.#crashed(crash);
  }

  /** Has a rule check the article. A rule that throws is not asked on: one crash, one finding. */
  ask({ rule, severity, options, loaded }: RuleSetting): void {
    if (!rule.stages.check) return;
    const { engine, settings, path, source } = this.#input;
    try {
      const heard = rule.check({
        article: this.#article,
        options,
        loaded,
        engine,
        settings,
        now: this.#now,
        report: (report) => {
          this.#findings.push(makeFinding(rule, severity, path, report, source.length));
        },
        leaveFact: (fact) => {
          if (rule.facts !== undefined) markFact(fact, rule.facts);
          this.#ruleFacts[rule.id] = fact;
        },
      });
      if (heard) this.#hear(heard);
    } catch (error) {
      this.#crashed(crashOf(rule.id, path, error));
    }
  }

  /** What came of it, when every rule was asked. */
  result(): CheckedArticle {
    const facts = this.#facts();
    return { facts, findings: withoutRepeats(this.#findings), crashes: this.#crashes };
  }

  #facts(): ArticleFacts {
    const { measure = unmeasured, engine, settings, path } = this.#input;
    const factsOf = (article: Article): ArticleFacts =>
      extractFacts(article, engine, settings.site, this.#ruleFacts);
    try {
      return measure("facts", () => factsOf(this.#article));
    } catch (error) {
      this.#crashed(crashOf("the reader of facts", path, error));
      return factsOf(parseArticle({ path, source: "" }));
    }
  }

  /** Lets a rule hear the elements it listens to, in source order. */
  #hear(heard: Listeners): void {
    const tags = Object.keys(heard);
    const [only] = tags;
    if (tags.length === 1 && only !== undefined && only !== "*" && only !== "end") {
      for (const element of this.#elementsOf.get(only) ?? []) heard[only]?.(element);
      return;
    }
    const every = heard["*"];
    if (every !== undefined || tags.some((tag) => this.#elementsOf.has(tag))) {
      for (const element of this.#article.elements) {
        const { tagName } = element;
        if (tagName !== "end" && tags.includes(tagName)) heard[tagName]?.(element);
        every?.(element);
      }
    }
    heard.end?.({ type: "element", tagName: "end", properties: {}, children: [] });
  }

  #crashed(crash: Crash): void {
    this.#crashes.push(crash);
    const finding = crashFinding(crash, this.#input.rules);
    if (finding !== undefined) this.#findings.push(finding);
  }
}

function byTagName(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const table = new Map<string, Element[]>();
  for (const element of elements) {
    const list = table.get(element.tagName);
    if (list === undefined) table.set(element.tagName, [element]);
    else list.push(element);
  }
  return table;
}
