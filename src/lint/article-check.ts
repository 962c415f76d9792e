import type { Element } from "hast";
import type { Article } from "../article/article.js";
import { detachTexts } from "../article/detached.js";
import { unmeasured } from "../article/measure.js";
import { parseArticle } from "../article/parse-article.js";
import type { ArticleFacts } from "../facts/facts.js";
import { Clock } from "../rule/clock.js";
import type { Finding } from "../rule/finding.js";
import type { Listeners } from "../rule/rule.js";
import { markFact } from "../rule/rule-facts.js";
import { excerptOf } from "./causes.js";
import type { ArticleInput, CheckedArticle, Crash, RuleSetting } from "./contract.js";
import { crashFinding, crashOf } from "./crash.js";
import { extractFacts } from "./extract-facts.js";
import { makeFinding, withoutRepeats } from "./make-finding.js";
import type { ParsedArticle } from "./parse-articles.js";

/** One article under check: rules are asked in turn. Nothing here throws. */
export class ArticleCheck {
  readonly #input: ArticleInput;
  readonly #clock: Clock;
  readonly #article: Article;
  /** Where in the article's elements those of a name are. */
  readonly #placesOf: ReadonlyMap<string, readonly number[]>;
  readonly #findings: Finding[] = [];
  readonly #crashes: Crash[] = [];
  readonly #ruleFacts: Record<string, unknown> = {};

  /** @param now the moment of the run, in milliseconds since 1970 */
  constructor({ input, article, crash }: ParsedArticle, now: number) {
    this.#input = input;
    this.#clock = new Clock(now);
    this.#article = article;
    this.#placesOf = placesByTagName(article.elements);
    if (crash !== undefined) this.#crashed(crash);
  }

  /** Has a rule check the article. A rule that throws is not asked on: one crash, one finding. */
  ask({ rule, severity, options, loaded }: RuleSetting): void {
    if (!rule.stages.check) return;
    const { engine, settings, path, source } = this.#input;
    const clock = this.#clock;
    try {
      const heard = rule.check({
        article: this.#article,
        options,
        loaded,
        engine,
        settings,
        clock,
        get now() {
          return clock.now;
        },
        report: (report) => {
          const finding = makeFinding(rule, severity, path, report, source.length);
          this.#findings.push(withExcerpt(finding, source));
        },
        leaveFact: (fact) => {
          detachFact(fact);
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
    const findings = withoutRepeats(this.#findings);
    const { rules: _, ...own } = facts;
    detachTexts(own);
    return { facts, findings, crashes: this.#crashes, period: this.#clock.period };
  }

  #facts(): ArticleFacts {
    const { measure = unmeasured, engine, settings, path } = this.#input;
    const factsOf = (article: Article): ArticleFacts =>
      extractFacts(article, engine, settings, this.#ruleFacts);
    try {
      return measure("facts", () => factsOf(this.#article));
    } catch (error) {
      this.#crashed(crashOf("the reader of facts", path, error));
      return factsOf(parseArticle({ path, source: "" }));
    }
  }

  /** Lets a rule hear the elements it listens to, in source order. */
  #hear(heard: Listeners): void {
    const { elements } = this.#article;
    const tags = Object.keys(heard).filter((tag) => tag !== "*" && tag !== "end");
    const every = heard["*"];
    if (every === undefined) {
      const places = tags.flatMap((tag) => this.#placesOf.get(tag) ?? []);
      if (tags.length > 1) places.sort((left, right) => left - right);
      for (const place of places) {
        const element = elements[place];
        if (element !== undefined) heard[element.tagName]?.(element);
      }
    } else if (tags.length === 0) {
      for (const element of elements) every(element);
    } else {
      for (const element of elements) {
        if (tags.includes(element.tagName)) heard[element.tagName]?.(element);
        every(element);
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

/** Whether its text repeats is asked when all articles are looked at together, and none of them is at hand. */
function withExcerpt(finding: Finding, source: string): Finding {
  const repeats = finding.repeats ?? excerptOf(finding, () => source);
  return repeats === undefined ? finding : { ...finding, repeats };
}

/** What outlives the article must not keep its text. */
function detachFact(fact: unknown): void {
  if (typeof fact === "object" && fact !== null) detachTexts(fact);
}

function placesByTagName(elements: readonly Element[]): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, number[]>();
  for (const [place, { tagName }] of elements.entries()) {
    const list = table.get(tagName);
    if (list === undefined) table.set(tagName, [place]);
    else list.push(place);
  }
  return table;
}
