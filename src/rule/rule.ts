import type { Element } from "hast";
import type { z } from "zod";
import type { Article } from "../article/article.js";
import type { Engine } from "../engine/engine.js";
import type { ArticleFacts } from "../facts/facts.js";
import type { Clock } from "./clock.js";
import type { ExternalRequest } from "./external.js";
import type { AnyMessages, Report, SiteReport } from "./message.js";
import type { Resources } from "./resources.js";
import type { Settings } from "./settings.js";
import type { SiteIndex, UnknownReference } from "./site-index.js";

// biome-ignore lint/suspicious/noConfusingVoidType: unlike `void` alone, the union refuses functions that return a value.
type Nothing = void | undefined;

/**
 * Listeners by tag name; `"*"` hears every element; `end` runs after the walk.
 * They hear the elements of `article.elements`, in source order, and return nothing.
 */
export type Listeners = Readonly<Record<string, (element: Element) => Nothing>>;

/**
 * What copydesk itself reports through a rule, rather than the rule by its own judgement: trouble in reading and
 * checking an article, and how directives are used.
 */
export type Role =
  /** A rule threw: message `crashed`, data `rule` and `reason`. */
  | "crash"
  /** An article is larger or deeper than what is checked. */
  | "limits"
  /** The bytes of an article are not the text they should be. */
  | "encoding"
  /** The body cannot be parsed. */
  | "syntax"
  /** A directive silences nothing: message `unused`, data `name`. */
  | "directive-unused"
  /** A directive names a rule that does not exist: messages `unknown` and `unknownNearest`, data `name` and `nearest`. */
  | "directive-unknown"
  /** A directive lacks the reason that the config asks for: message `missing`. */
  | "directive-reason";

interface ContextBase<Options> {
  readonly options: Options;
  readonly settings: Settings;
  /** The moment of the run, in milliseconds since 1970. Rules have no other clock. */
  readonly now: number;
}

export interface CheckContext<Options, Messages extends AnyMessages, Fact = never, Loaded = unknown>
  extends ContextBase<Options> {
  /** What the rule's `load` made of the options; undefined where nobody wrote any. */
  readonly loaded: Loaded | undefined;
  readonly article: Article;
  readonly engine: Engine;
  /** The moment of the run. A rule that asks the clock, and does not read `now`, is asked again only when the answer changes. */
  readonly clock: Pick<Clock, "hasCome" | "daysSince">;
  report(report: Report<Messages>): void;
  /** Leaves the article's fact (plain JSON, as `facts` describes it) for the rule's other stages. */
  leaveFact(fact: Fact): void;
}

/** An article in the site stage, with the options of the rule that hold for it. */
export interface SiteArticle<Options, Fact = never, Loaded = unknown> {
  readonly facts: ArticleFacts;
  /** What the rule's `check` left of the article. */
  readonly fact: Fact | undefined;
  readonly options: Options;
  /** What the rule's `load` made of them; undefined where nobody wrote any. */
  readonly loaded: Loaded | undefined;
  readonly engine: Engine;
  readonly settings: Settings;
  /** True for an article that is only there for the others' sake: nothing is reported of it. */
  readonly isContext: boolean;
}

export interface SiteContext<Options, Messages extends AnyMessages, Fact = never, Loaded = unknown>
  extends ContextBase<Options> {
  readonly site: SiteIndex;
  /** The articles for which this rule is switched on. */
  readonly articles: readonly SiteArticle<Options, Fact, Loaded>[];
  report(report: SiteReport<Messages>): void;
  /** Notes a reference whose verdict nobody can know here (`summary.unknown`). */
  noteUnknown(reference: UnknownReference): void;
}

export interface RuleDefinition<
  Options extends z.ZodType = z.ZodType,
  Messages extends AnyMessages = AnyMessages,
  Facts extends z.ZodType = z.ZodType,
  Id extends string = string,
  Loaded = unknown,
> {
  /** `<family>/<name>`, its path under `rules/`. */
  readonly id: Id;
  /** What the rule asks for, in one short sentence without a final mark. */
  readonly summary: string;
  /** False for rules that only `strict` or a config switches on. True when absent. */
  readonly recommended?: boolean;
  /**
   * The rule that tells the same more fully: where it is on and has what it needs, this one is off unless a config
   * switches it on by name.
   */
  readonly replacedBy?: string;
  readonly fixes?: readonly ("safe" | "suggestion")[];
  /** Standards and sources. */
  readonly references?: readonly string[];
  /** A `z.strictObject` whose members all have defaults; each is documented with `.describe()`. */
  readonly options: Options;
  readonly messages: Messages;
  /**
   * What `check` leaves of an article with `leaveFact` for `site` and `online`: plain JSON, since it may be cached or
   * come from another thread. Only then is it held to the schema, which must not change it.
   */
  readonly facts?: Facts;
  /** What copydesk itself reports through the rule; absent for a rule that judges articles. */
  readonly role?: Role;
  /**
   * Reads what the options name outside of the articles, once for each config that writes options. Pure but for what
   * `resources` reads.
   */
  readonly load?: (options: z.output<Options>, resources: Resources) => Loaded;
  /** Looks at one article. Pure; may return listeners for the walk. */
  readonly check?: (
    context: CheckContext<z.output<Options>, Messages, z.output<Facts>, NoInfer<Loaded>>,
  ) => Listeners | Nothing;
  /**
   * What the findings of `site` are about, where that is not any of the articles together. `each`: every article is judged
   * without a look at the others, so the rule is given only those that are checked. `files`: other files than articles, so
   * the rule is asked only where all articles are checked.
   */
  readonly speaksOf?: "each" | "files";
  /** Looks at all articles together, over their facts. Pure. */
  readonly site?: (
    context: SiteContext<z.output<Options>, Messages, z.output<Facts>, NoInfer<Loaded>>,
  ) => Nothing;
  /**
   * Names the external addresses it wants to know of when the run may use the network; `site.external` answers
   * in the site stage. Pure.
   */
  readonly online?: (
    context: OnlineContext<z.output<Options>, z.output<Facts>>,
  ) => readonly ExternalRequest[];
}

/** What a rule may know when it names the external addresses of one article. */
export interface OnlineContext<Options, Fact = never> {
  readonly facts: ArticleFacts;
  /** What the rule's `check` left of the article. */
  readonly fact: Fact | undefined;
  readonly options: Options;
  readonly settings: Settings;
}

/** A rule as the engine holds it: what its functions take and leave is known to the rule alone. */
export interface Rule<Id extends string = string, Options extends z.ZodType = z.ZodType> {
  readonly id: Id;
  readonly summary: string;
  readonly recommended: boolean;
  readonly replacedBy?: string | undefined;
  readonly fixes: readonly ("safe" | "suggestion")[];
  readonly references: readonly string[];
  readonly options: Options;
  readonly messages: AnyMessages;
  readonly facts: z.ZodType | undefined;
  readonly role: Role | undefined;
  /** Undefined for a rule whose options name nothing that must be read. */
  readonly load: ((options: unknown, resources: Resources) => unknown) | undefined;
  check(context: CheckContext<unknown, AnyMessages, unknown>): Listeners | Nothing;
  site(context: SiteContext<unknown, AnyMessages, unknown>): void;
  online(context: OnlineContext<unknown, unknown>): readonly ExternalRequest[];
  readonly stages: { readonly check: boolean; readonly site: boolean; readonly online: boolean };
  readonly speaksOf?: "each" | "files" | undefined;
}
