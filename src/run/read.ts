import { join } from "node:path";
import type { ArticleSettings } from "../config/project.js";
import type { ResolvedConfig } from "../config/resolve/resolve.js";
import { pathFrom } from "../engine/paths.js";
import type { ArticleInput, RuleSetting } from "../lint/contract.js";
import type { ReportNotChecked } from "../report/model.js";
import type { FoundArticle } from "./discovery/walk.js";
import { ArticleSchemas } from "./files/article-schemas.js";
import { type FileText, givenText, readFileText } from "./files/article-text.js";
import type { RunOptions } from "./options.js";

/** An article that was read, and what holds for it. */
export interface ReadArticle {
  readonly found: FoundArticle;
  readonly resolved: ResolvedConfig;
  /** Whether it is there for the others' sake only. */
  readonly isContext: boolean;
}

/** What rules look at an article with. */
type Look = Pick<ArticleInput, "engine" | "rules" | "settings">;

/** An article that is going to be read, unless somebody knows what comes of it. */
export interface Unread extends ReadArticle {
  /** In the report. */
  readonly path: string;
  /**
   * What holds for it, if nothing in it says otherwise; of an article that is there for the others' sake also what would
   * hold if it were checked, first.
   */
  readonly looks: readonly Look[];
}

/** What reading articles needs of a run. */
type ReaderOptions = Pick<
  RunOptions,
  "project" | "files" | "flags" | "texts" | "progress" | "timer"
>;

/** Reads articles, and finds the settings that hold for each. */
export class Reader {
  readonly #base: string;
  readonly #options: ReaderOptions;
  readonly #settings: ArticleSettings;
  readonly #schemas: ArticleSchemas;
  readonly #articles = new Map<string, ReadArticle>();
  readonly #unreadable: ReportNotChecked[] = [];

  /** @param base folder that paths in the report are relative to */
  constructor(base: string, options: ReaderOptions) {
    const { project, files, flags } = options;
    this.#base = base;
    this.#options = options;
    this.#settings = project.settingsFrom(base, flags);
    this.#schemas = new ArticleSchemas(project.root, files);
  }

  /** The articles that were read so far, by their path in the report. */
  get articles(): ReadonlyMap<string, ReadArticle> {
    return this.#articles;
  }

  /** The articles to be checked that could not be read. */
  get unreadable(): readonly ReportNotChecked[] {
    return this.#unreadable;
  }

  /** Finds the settings of articles that are going to be checked, without reading them. */
  settle(articles: readonly FoundArticle[]): void {
    for (const found of articles) this.#settle(found, false);
  }

  /**
   * Reads articles, each when it is asked for.
   *
   * @param context articles that are read for the others' sake only
   * @param isKnown whether it is known what comes of an article, so that it is not read
   */
  *read(
    articles: readonly FoundArticle[],
    context: readonly FoundArticle[],
    isKnown?: (article: Unread) => boolean,
  ): Generator<ArticleInput> {
    const { timer, progress } = this.#options;
    const all = [...articles, ...context];
    for (const [index, found] of all.entries()) {
      const isContext = index >= articles.length;
      if (isKnown?.(this.#unread(found, isContext)) === true) {
        this.#settle(found, isContext);
        progress?.(index, all.length);
        continue;
      }
      timer?.enter("read");
      const text = this.#textOf(found.path);
      progress?.(index, all.length);
      if (text.kind === "text") {
        timer?.enter("config and discovery");
        const input = this.inputOf(found, isContext, text);
        timer?.enterArticle();
        yield input;
      } else if (!isContext) {
        this.#unreadable.push({ path: pathFrom(this.#base, found.path), reason: text.reason });
      }
    }
    // The articles that still wait are checked now.
    timer?.enter("walk");
  }

  #settle(found: FoundArticle, isContext: boolean): { path: string; resolved: ResolvedConfig } {
    const path = pathFrom(this.#base, found.path);
    const resolved = this.#settings.resolveFor(found.path, found.config);
    this.#articles.set(path, { found, resolved, isContext });
    return { path, resolved };
  }

  #unread(found: FoundArticle, isContext: boolean): Unread {
    const path = pathFrom(this.#base, found.path);
    const resolved = this.#settings.resolveFor(found.path, found.config);
    return { path, found, resolved, isContext, looks: looksAt(resolved, isContext) };
  }

  /** What was found of an article that was read. */
  unreadOf(path: string): Unread | undefined {
    const article = this.#articles.get(path);
    return article && { ...article, path, looks: looksAt(article.resolved, article.isContext) };
  }

  /** The text of an article that was read before; undefined when it is gone by now. */
  readAgain(path: string): string | undefined {
    const text = this.#textOf(join(this.#base, path));
    return text.kind === "text" ? text.source : undefined;
  }

  #textOf(path: string): FileText {
    const given = this.#options.texts?.get(path);
    return given === undefined ? readFileText(path, this.#options.files) : givenText(given);
  }

  /** What the rules need to know of an article whose text is at hand. */
  inputOf(
    found: FoundArticle,
    isContext: boolean,
    { source, problems, tooLarge }: Extract<FileText, { readonly kind: "text" }>,
  ): ArticleInput {
    const { timer } = this.#options;
    const { path, resolved } = this.#settle(found, isContext);
    const rules = rulesFor(resolved.rules, isContext, tooLarge);
    return {
      path,
      source,
      decodingProblems: problems,
      engine: resolved.engine,
      rules: timer?.timed(rules) ?? rules,
      settings: this.#schemas.settingsFor(found.path, source, resolved),
      ...(timer === undefined ? {} : { measure: timer.measure }),
    };
  }
}

/** The rules that look at an article. Equal settings give equal lists: large sites hold one for each article. */
function rulesFor(
  rules: readonly RuleSetting[],
  isContext: boolean,
  isTooLarge: boolean,
): readonly RuleSetting[] {
  // Of a file that was not read only this can be said; other rules would miss what it does hold.
  if (isTooLarge) return rules.filter(({ rule }) => rule.role !== undefined);
  return isContext ? siteRulesOf(rules) : rules;
}

const knownLooks = new WeakMap<ResolvedConfig, readonly [whole: Look, site: Look]>();

function looksAt(resolved: ResolvedConfig, isContext: boolean): readonly Look[] {
  let looks = knownLooks.get(resolved);
  if (looks === undefined) {
    const { engine, rules, settings } = resolved;
    looks = [
      { engine, rules, settings },
      { engine, rules: siteRulesOf(rules), settings },
    ];
    knownLooks.set(resolved, looks);
  }
  return isContext ? looks : [looks[0]];
}

const knownSiteRules = new WeakMap<readonly RuleSetting[], readonly RuleSetting[]>();

function siteRulesOf(rules: readonly RuleSetting[]): readonly RuleSetting[] {
  const known = knownSiteRules.get(rules) ?? rules.filter(({ rule }) => rule.stages.site);
  knownSiteRules.set(rules, known);
  return known;
}
