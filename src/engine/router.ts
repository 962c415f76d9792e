import type { ArticleFacts, Reference } from "../facts/facts.js";
import type { Routes } from "../facts/routes.js";
import type { SiteSettings } from "../facts/site-settings.js";

/**
 * Whether the engine makes a page at an address from no article: `maybe` where a theme, a layout or a plugin
 * could and nobody can tell from here.
 */
export type Generation = "yes" | "maybe" | "no";

/**
 * How a path in an article comes to lead somewhere: as an `address` that a browser asks for, as a source `file` that
 * the engine looks up when it builds; as a `source` that it looks up by rules of its own (`besideArticle`), else an
 * address; as a `page` whose source it looks up by those rules, and nothing else; `either` where nobody can tell whether
 * address or file; `unknown` where only code of the site can tell.
 */
export type Reading = "address" | "file" | "source" | "page" | "either" | "unknown";

/** A path that an article refers to. */
export interface ReferencedPath {
  /** Percent-decoded, in NFC, the base path taken off, without query and fragment. */
  readonly path: string;
  /** Where it is written: `a[href]`, `img[src]`, `front-matter:cover`. */
  readonly from: string;
  /** As what it is written; absent for front matter. */
  readonly origin?: Reference["origin"];
  /** What stands in braces right behind it. */
  readonly braces?: Reference["braces"];
}

/**
 * How one engine publishes one site. Addresses as in {@link Routes}: below the base path, from `/`,
 * percent-decoded, NFC. Source paths are relative to the project root, as in facts.
 */
export interface Router {
  routesOf(facts: ArticleFacts): Routes;
  /** Pages that come from no article: home page, archives, tags, categories, pagination, feeds. */
  generates(address: string): Generation;
  /** Whether the site has a page that could show an article at an address, where only code knows which; yes by default. */
  couldShow?(address: string): boolean;
  /** Source files that may be what is served at an address and are no articles: static folders, asset folders. */
  staticFiles(address: string): readonly string[];
  /**
   * Files a path in an article may mean by the engine's own rules (a post's asset folder, a page bundle). Relative
   * paths alone are asked for, and files beside the article and below its address are looked at as well, but for a
   * `source` or a `page`.
   */
  besideArticle(facts: ArticleFacts, path: string): readonly string[];
  /** How a path in an article is read; `either` when absent. */
  readingOf?(reference: ReferencedPath, facts: ArticleFacts): Reading;
  /**
   * Other addresses that the usual server answers with the page at this one (`/x` and `/x.html` for `/x/`,
   * where the engine's output makes that so), the address itself left out.
   */
  sameAs(address: string): readonly string[];
  /** Where relative addresses begin by the `<base href>` of the site's layouts; undefined where they print none. */
  readonly base?: LayoutBase | undefined;
  /** Addresses from which the site's link component may resolve relative links of an article, besides its own. */
  linkBases?(facts: ArticleFacts): readonly string[];
  /** Where the site's link component leads a rooted path of an article, such as into the folder of its language, if a page is there. */
  rootedAlso?(facts: ArticleFacts, reference: ReferencedPath): string | undefined;
  /** Whether layouts that are not there may print a `<base href>`. */
  readonly mayHaveBase?: boolean;
  /** Whether code of the site (a render hook) may make something else of a reference than what it says; no by default. */
  mayRewrite?(facts: ArticleFacts, reference: Reference): boolean;
  /**
   * Whether code of the site may lead a link of a translation to the page in its own language, where the page that it names
   * is missing; no by default.
   */
  leadsToOwnLanguage?(facts: ArticleFacts, reference: Reference): boolean;
  /** Whether the engine looks a page up by a reference, and finds that of the article's own language first; no by default. */
  looksUp?(facts: ArticleFacts, reference: Reference): boolean;
  /** Whether code of the site knows this very reference and makes a link of its own of it; no by default. */
  isNamed?(facts: ArticleFacts, reference: Reference): boolean;
  /** The article that a path means by the engine's own lookup, which no address and no file name tells. */
  lookUp?(facts: ArticleFacts, path: string): string | undefined;
  /** The path of a reference as the engine writes it into the page (`a.html` for `a.md`); as it is by default. */
  writtenPath?(facts: ArticleFacts, path: string, reference: Reference): string;
  /**
   * Ids that an article gets besides those that are written out; undefined where nobody knows them. By default those
   * that the engine's sluggers make of its headings.
   */
  anchorsOf?(facts: ArticleFacts): readonly string[] | undefined;
  /** Which language of which page an article is; undefined on a site of one language, and where nobody knows. */
  editionOf?(facts: ArticleFacts): LanguageEdition | undefined;
  /** What a template tag in place of an address leads to; undefined where nobody knows. */
  templateTarget?(facts: ArticleFacts, tag: string): TemplateTarget | undefined;
  /** The names that a key of the front matter may have, and the file that holds them; undefined where nobody knows. */
  namesOf?(facts: ArticleFacts, key: string): KnownNames | undefined;
  /** A reference as the template tags in it print it; undefined where nobody knows. */
  printedReference?(facts: ArticleFacts, written: string): string | undefined;
  /** How files of the site define a template tag; undefined where nobody knows. */
  definitionOf?(tag: string): TagDefinition | undefined;
  /** Whether a template tag is surely the engine's own, and nothing of the site takes its place; false by default. */
  isBuiltIn?(tag: string): boolean;
}

/** Names that the front matter of articles may use. */
export interface KnownNames {
  /** Relative to the project root. */
  readonly file: string;
  readonly names: readonly string[];
}

/** Whether a template tag needs content and a closing tag (`pair`), takes none (`alone`), or is nowhere defined. */
export type TagDefinition = "pair" | "alone" | "missing";

/** An article as one of the languages of its page. */
export interface LanguageEdition {
  /** As the config of the site names it. */
  readonly language: string;
  /** Whether the others are translations of this one, by the default language of the site. */
  readonly isOriginal: boolean;
  /** What all editions of the page have in common. */
  readonly page: string;
}

/** `<base href>` as the layouts of a site print it. */
export interface LayoutBase {
  /** Below the base path; undefined where only a build could tell. */
  readonly address: string | undefined;
}

/** What a template tag leads to that stands in place of an address. */
export interface TemplateTarget {
  /** The article or the file, where there is one. */
  readonly path: string | undefined;
  /** The path that is asked for, as the tag writes it. */
  readonly asked: string;
  readonly fragment: string | undefined;
}

/** What lies beside the articles of a site: page components, data files. Both may be slow the first time. */
export interface SiteFiles {
  /** Paths of all files of the site, or of another folder, relative to the project root, sorted. */
  list(folder?: string): readonly string[];
  /** The text of a project file that is no article; undefined when it cannot be read. */
  text(path: string): string | undefined;
  /** Whether a moment has come, in milliseconds since 1970; absent where dates do not matter. */
  readonly hasCome?: ((moment: number) => boolean) | undefined;
}

/**
 * Makes the router of a site. The articles are those of this site only, sorted by path. Where the files are
 * not given, a router goes by settings and articles alone.
 */
export type CreateRouter = (
  site: SiteSettings,
  articles: readonly ArticleFacts[],
  files?: SiteFiles,
) => Router;
