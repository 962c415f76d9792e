export type ArticleFormat = "html" | "markdown" | "mdx";

/** How the body of an article is written, as the engine reads it that publishes the article. */
export interface Syntax {
  readonly format: ArticleFormat;
  /**
   * Whether braces behind a heading name its id (`## Boats {#boats}`), which then takes the place of the id that
   * is made of its text. `maybe` where a plugin of the site could see to it.
   */
  readonly headingIds: "yes" | "maybe" | "no";
  /** Whether braces right behind text or a component name an id (`[text]{#boats}`), though those of headings do not. */
  readonly attachedIds: boolean;
  /** Finds such an id, as its first group, where not every list with one will do: other braces are text. */
  readonly headingId?: RegExp | undefined;
  /** In MDX: finds the id in the text of a comment behind a heading, as its first group (`{/* #boats *\/}`). */
  readonly idComment: RegExp | undefined;
  /**
   * The part of a bare address that becomes a link, empty where it stays text; without it, GitHub's rules hold.
   *
   * @param before the character before the address, empty at the start
   */
  readonly bareLink?: ((written: string, before: string) => string) | undefined;
  /** Whether tags may be components, which can print headings and text of their own. */
  readonly hasComponents: boolean;
  /** Whether the last definition of a label counts, and not the first, as CommonMark has it. */
  readonly lastDefinitionCounts?: boolean | undefined;
  /** Whether raw HTML in Markdown is left out of the page, but for what shortcodes hold. */
  readonly omitsHtml: boolean;
  /** Writes a body as the engine's parser takes it, by the same number of characters. Front matter is blank in it. */
  prepare(body: string): string;
}

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  html: "html",
  htm: "html",
  md: "markdown",
  markdown: "markdown",
  mdx: "mdx",
};

/** The format of an article by its file name; Markdown where the ending says nothing. */
export function formatOf(path: string): ArticleFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return FORMATS[extension] ?? "markdown";
}

/** Whether a file's ending is none of an article's, so that its text is shown as it stands. */
export function isPlainText(path: string): boolean {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return extension !== undefined && !Object.hasOwn(FORMATS, extension);
}

/** The syntax of an article where nothing more is known of its engine. */
export function plainSyntax(path: string): Syntax {
  const format = formatOf(path);
  return {
    format,
    // In MDX braces hold an expression, which `#boats` is none.
    headingIds: format === "markdown" ? "maybe" : "no",
    attachedIds: false,
    idComment: undefined,
    hasComponents: format === "mdx",
    omitsHtml: false,
    prepare: (body) => body,
  };
}
