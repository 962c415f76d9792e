import type { Article } from "../article/article.js";

/**
 * How template syntax is written: `tags` are Liquid's and Nunjucks' (`{% x %}`, `{{ x }}`), `shortcodes` are
 * `{{< x >}}` and `{{% x %}}`, `interpolations` are `{{ x }}` alone, which a script of the page may fill.
 */
export type TemplateStyle = "tags" | "shortcodes" | "interpolations";

/** The tags of a template language. */
export interface TemplateNames {
  /** Tags that need an end tag. */
  readonly blocks: readonly string[];
  /** Tags within a block, such as `else`, with the blocks they may appear in. */
  readonly branches: Readonly<Record<string, readonly string[]>>;
  /** Other tags of the engine itself. */
  readonly tags: readonly string[];
  /** Tags that well-known themes and plugins add. */
  readonly familiar: readonly string[];
  /** Tags that do nothing without arguments. */
  readonly arguments: readonly string[];
  /** Tags whose first argument is a page, which the engine must find. */
  readonly pages?: readonly string[];
  /** Tags that show a picture that the engine must find by their arguments. */
  readonly pictureTags?: readonly string[];
  /** Tags that show a picture, with the argument that names it. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** What stands before the name of a front-matter value of the article itself (`page.`); "" for the bare name. */
  readonly ownValues?: readonly string[];
  /** First names of what an expression may print; anything may be one where it is empty. */
  readonly variables: readonly string[];
}

/** What an engine's templates consist of, in articles. */
export interface TemplateSyntax {
  readonly style: TemplateStyle;
  readonly names: TemplateNames;
  /** Whether an unknown tag stops the build and themes and plugins seldom add any. */
  readonly refusesUnknownTags: boolean;
  /** Whether arguments of a site's own tags are expressions, so that a string in them must end. */
  readonly parsesArguments: boolean;
  /** Whether tags in code are run as anywhere else. */
  readonly runsInCode: boolean;
  /** Whether braces in any `<code>` are shown, also in one that is written as HTML. */
  readonly escapesCode: boolean;
  /** Whether an article asks the engine to leave its braces alone, or is not run through templates at all. */
  optsOut(article: Article): boolean;
  /** Ids that tags of an article print. */
  idsOf(article: Article): readonly string[];
}
