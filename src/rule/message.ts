import type { Range } from "../article/range.js";
import type { Certainty, Concern, Edit, RelatedPlace, Severity, Suggestion } from "./finding.js";

/** One message of a rule. `{name}` in any of the texts is filled from the report's `data`. */
export interface MessageDefinition {
  /** Severity in the `recommended` preset; a configured severity replaces it. */
  readonly severity: Severity;
  /** What is wrong: begins with the thing, stands alone in one line, at most 90 characters. */
  readonly what: string;
  /** Why it matters to a reader, a build or an attacker. */
  readonly why: string;
  /** What to do, in the imperative and in the writer's case. */
  readonly help: string;
}

/** The messages of a rule, by id. */
export type AnyMessages = Readonly<Record<string, MessageDefinition>>;

/** The names in braces of a message text. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type DataFor<Message extends MessageDefinition> = {
  readonly [Name in Placeholders<Message["what" | "why" | "help"]>]: string | number;
};

interface ReportBase {
  /** Where it is wrong. May be empty (start = end) where something is missing. */
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
  /** A severity that the rule's options state for this case alone; it precedes that of the config. */
  readonly severity?: Severity | undefined;
  /** `certain` when absent. */
  readonly certainty?: Certainty;
  /** A safe fix; the rule must declare "safe" in `fixes`. */
  readonly fix?: readonly Edit[];
  /**
   * What tells the same defect in other places from others of the message: a target, a file, a word. Findings that share
   * it are told once. Of warnings and infos the text at their place tells it as well.
   */
  readonly repeats?: string;
  /**
   * Fixes of this rule that share it are one transaction over all their articles: all of them are made or none, such as
   * those that rename a tag everywhere.
   */
  readonly together?: string;
  /** Where it is about more than one article: what it is known by. */
  readonly concerns?: Concern;
  /** Changes to choose from; the rule must declare "suggestion" in `fixes`. */
  readonly suggestions?: readonly Suggestion[];
}

/** A report whose message is not known to the types: what the engine receives. */
export interface LooseReport extends ReportBase {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>> | undefined;
}

/** A report of a rule, with the data its message needs. */
export type Report<Messages extends AnyMessages> = {
  [Id in keyof Messages & string]: ReportBase & { readonly messageId: Id } & (keyof DataFor<
      Messages[Id]
    > extends never
      ? { readonly data?: undefined }
      : { readonly data: DataFor<Messages[Id]> });
}[keyof Messages & string];

/** A report of a site rule: it also names the article. */
export type SiteReport<Messages extends AnyMessages> = Report<Messages> & {
  readonly path: string;
  /**
   * The article that the finding depends on, where it is another one (the target of a link): a run that checks
   * only that one reports the finding as well.
   */
  readonly about?: string;
};
