import type { Article } from "../article/article.js";
import type { Problem } from "../article/problem.js";
import type { Range } from "../article/range.js";
import type { Syntax } from "../article/syntax.js";
import type { Reference } from "../facts/facts.js";
import type { SiteSettings, SiteTable } from "../facts/site-settings.js";
import type { BoxDefect } from "./boxes.js";
import type { ContentSchemas } from "./content-schemas.js";
import type { IncludeReading } from "./includes.js";
import type { NavigationReading } from "./navigation.js";
import type { RedirectReading } from "./redirects.js";
import type { CreateRouter } from "./router.js";
import type { FolderEntry, SiteFacts, SiteLocation, SiteReader } from "./site-reader.js";
import type { TemplateSyntax } from "./templates.js";

/** How a site is known to be an engine's. */
export interface Recognition {
  /** Names of config files that only this engine has, relative to the site's folder. */
  readonly configFiles: readonly string[];
  /** Names that other tools share, such as `_config.yml`: they need evidence where another engine fits as well. */
  readonly sharedConfigFiles: readonly string[];
  /** What speaks for the engine: packages in package.json, folders beside the config, keys in the config. */
  readonly evidence: {
    readonly packages: readonly string[];
    readonly folders: readonly string[];
    readonly keys: readonly string[];
  };
  /** How much else in a folder speaks for the engine: pages, files of another package manager. */
  evidenceIn(folder: string, reader: SiteReader): number;
  /**
   * What in a folder without any site config shows that it is laid out as this engine's sites are, and depends on what
   * they do: a file or folder in it. Undefined where nothing does.
   */
  layoutEvidence(
    entriesOf: (folder: string) => readonly FolderEntry[],
    dependsOn: (packageName: string) => boolean,
  ): string | undefined;
}

/** Where things lie in a site, relative to its folder; a site's own config may move them. */
export interface Folders {
  readonly sources: string;
  /** Folders that hold articles. */
  readonly content: readonly string[];
  /** Folders inside them that hold templates or output. */
  readonly notArticles: readonly string[];
  readonly posts: readonly string[];
  readonly drafts: readonly string[];
  /** Folders served at the root of the site. */
  readonly static: readonly string[];
  /** Folders at the top of the site that the engine writes. */
  readonly built: readonly string[];
}

/** What becomes of metadata that does not begin with the file's first byte. */
export type LeadingVerdict = "lost" | "luck" | "skipped";

export type FenceDefect = Extract<Problem, { readonly kind: "front-matter-fence" }>;

/** How an engine reads front matter, and what it needs of it. */
export interface FrontMatterReading {
  /** JSON Schema of what the engine and its usual themes read. */
  readonly preset: object | undefined;
  /** Whether a post without front matter is no page. */
  readonly isRequired: boolean;
  /** Where a title comes from when no key gives one. */
  readonly titleFrom: readonly ("heading" | "dated-name")[];
  /** Whether the engine names an article at this path by its file, its data or not at all, so that it needs no title. */
  derivesTitle(path: string): boolean;
  /** Whether the date of a post without one is that of its file. */
  readonly datesFromFile: boolean;
  /** Whether a description is made from the first words when no key gives one. */
  readonly describesFromText: boolean;
  /** Whether the body's first heading is the page's title, or the theme shows no title of its own. */
  readonly bodyShowsTitle: boolean;
  /** Further keys that hold an article's date, by the engine or by habit of its sites. */
  readonly dateKeys: readonly string[];
  /** Whether the site's config has a time zone for dates without an offset. */
  readonly hasTimezone: boolean;
  /** The entry that keeps an article from being published. */
  readonly holdBack: readonly [key: string, value: string];
  /** Keys that say that an article makes no page. */
  readonly noPageKeys: readonly string[];
  /** Whether the front matter says in another way that an article makes no page. */
  makesNoPage(data: Readonly<Record<string, unknown>>): boolean;
  /** Keys, besides those every engine has, whose values decide addresses: `facts.route.values` has them. */
  readonly routeKeys: readonly string[];
  /** Keys whose names must be in a file of the site, or the build stops. */
  readonly nameKeys: readonly string[];
  /** Where a page says what it is called in the navigation, and which page is above it: paths of keys. */
  readonly tree: { readonly key: string; readonly parent: string } | undefined;
  /** Keys that hold an article's address, besides `slug` and `permalink`. */
  readonly addressKeys: readonly string[];
  /** Keys that hold former addresses. */
  readonly formerAddressKeys: readonly string[];
  /** What `permalink` must begin or end with to work. */
  readonly permalinkNeeds: "leading-slash" | "ending" | undefined;
  /** Whether keys are read in any letter case. */
  readonly ignoresKeyCase: boolean;
  /** Whether a singular key and its plural are both read where both are given. */
  readonly readsSingularAndPlural: boolean;
  /** Whether a flat list of categories is a path from parent to child. */
  readonly categoriesArePath: boolean;
  /** Whether templates escape the values that they print, so that readers see a character reference as it is written. */
  readonly escapesValues: boolean;
  /** Where links stand: paths of keys, `*` for any entry of a list. */
  readonly linkKeys: readonly string[];
  /** The keys that hold pictures, where the engine reads them by itself; undefined where themes read others, too. */
  readonly pictureKeys: readonly string[] | undefined;
  /** Whether `image` is shown on cards of other sites only, not above the article. */
  readonly imageIsForCards: boolean;
  /**
   * The major version of js-yaml with which the engine's gray-matter reads (3 comes with gray-matter itself);
   * undefined for engines that read front matter without gray-matter.
   */
  readonly grayMatterYaml: 3 | 4 | undefined;
  /** Who reads the metadata, as a plural subject, such as the engine "and its themes". */
  readonly readers: string;
  /** What the engine makes of text before the front matter: a byte order mark alone, white space, or more. */
  leading(bytes: "mark" | "blank" | "text"): LeadingVerdict;
  /** Whether the engine reads the front matter right in spite of a fence that others stumble over. */
  understandsFence(defect: FenceDefect, article: Article): boolean;
  /** Text at the top of an article without front matter that the engine takes for metadata all the same. */
  headWithoutFence(source: string): Range | undefined;
}

/**
 * Makes the id of one heading from its text, before repeated ids are numbered.
 *
 * @param code what stands in the heading as code, in its order
 */
export type Slugger = (text: string, code?: readonly string[]) => string;

/** What is known of an article before its body is parsed. */
export interface WrittenArticle {
  readonly path: string;
  /** Its front matter. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A component whose items readers choose from, such as tabs. */
export interface Choice {
  readonly group: string;
  readonly item: string;
  /** The attribute with the words that readers choose an item by. */
  readonly label: string;
  /** Names that the items have besides; undefined where they have words alone. */
  readonly named:
    | {
        /** The attribute that tells the items apart. */
        readonly key: string;
        /** The attribute of the group that names the item which is shown first. */
        readonly initial: string;
        /** The attribute of the group that lists the items in their place. */
        readonly list: string;
      }
    | undefined;
}

/** Components of a module that take one list and nothing else. */
export interface ListComponents {
  readonly module: string;
  readonly lists: Readonly<Record<string, "ol" | "ul">>;
}

/** Elements whose content an engine prints as it is typed, blank lines or not. */
export interface RawBlocks {
  /** Their names, where the tag begins a line that belongs to no list or quotation. */
  readonly names: ReadonlySet<string>;
  /** Whether an attribute `markdown` has the content of its element rendered. */
  readonly readsAttribute: boolean;
  /** What has the content rendered, as an imperative. */
  readonly remedy: string;
  /** Whether elements inside one that is rendered are raw again, unless they have the attribute as well. */
  readonly nested: boolean;
}

/** Attributes that show an element depending on a condition. */
export interface Branches {
  readonly first: string;
  /** Those that must follow an element with the first one, or with another of these but the last. */
  readonly further: readonly string[];
  readonly last: string;
}

/** How an engine reads what a fence says about its code. */
export interface CodeFences {
  /** Whether a fence opens no code because of what it says, so that readers see the code as running text. */
  isText(info: string, site: SiteSettings): boolean;
  /** Whether it reads lines to highlight in braces that nothing closes (`{1-3`), too. */
  readonly closesBraces: boolean;
  /** Whether it highlights nothing for lines that are written backwards (`{5-3}`). */
  readonly refusesBackwards: boolean;
  /** Words behind the language that decide what becomes of the code, by language in lower case. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** How an engine renders Markdown. */
export interface MarkdownDialect {
  /** How blocks of HTML, tables and attribute lists are read. */
  readonly renderer: "commonmark" | "kramdown";
  /** The elements whose content is printed as typed; undefined where a blank line ends a block of HTML. */
  rawBlocksOf(site: SiteSettings): RawBlocks | undefined;
  /** The sluggers a site may have. */
  sluggersOf(site: SiteSettings): readonly Slugger[];
  /** Whether straight quotes become curly. */
  curlsQuotes(site: SiteSettings): boolean;
  /** Whether a straight quote that follows a letter or a full-width mark always becomes a closing one. */
  closesQuotesAfterText(site: SiteSettings): boolean;
  /** Whether it reads definition lists: a term, and below it `: its definition`. */
  readonly hasDefinitions: boolean;
  /** Components that print neither headings nor ids of their own, besides what they enclose. */
  readonly plainComponents: readonly string[];
  /** Whether articles in Markdown hold components, which may close themselves. */
  readonly hasComponents: boolean;
  /** Whether the build stops at a component in Markdown that nothing closes. */
  readonly refusesUnclosed: boolean;
  /** Whether emphasis begins and ends next to CJK punctuation, too, as CommonMark has it not (`**注意：**中文`). */
  rendersCjkEmphasis(site: SiteSettings): boolean;
  /** A component that shows one of its items at a time, and stops the build unless their values differ. */
  readonly choice: Choice | undefined;
  /** Components that stop the build unless they hold one list; undefined without such ones. */
  readonly listComponents: ListComponents | undefined;
  /** Attributes of elements of which one is shown, each right behind the one before; undefined without such attributes. */
  readonly branches: Branches | undefined;
  /** Whether tags in MDX take the names and values of React: `className`, styles as objects. */
  readonly takesReactAttributes: boolean;
  /**
   * The names that expressions in MDX may use without declaring them, besides those of the language: undefined where the site may
   * hand over others.
   */
  namesInMdx(site: SiteSettings): readonly string[] | undefined;
  /** Ids that the Markdown of an article makes besides those of its elements and headings. */
  idsOf(article: Article, site: SiteSettings): readonly string[];
  /** Whether the first row of a table may have fewer cells than the row of hyphens below it. */
  readonly fillsTableHeads: boolean;
  /** Whether cells of the row of hyphens in a table may hold blanks between them (`| -- -- |`). */
  readonly spacesDelimiters: boolean;
  /** Whether a plugin of the site gives an image in Markdown, by its URL, the name of its file as alt text if it has none. */
  namesImages(url: string, site: SiteSettings): boolean;
  /** Whether a program of the site runs over its Markdown first, which may give labels in brackets a target. */
  mayDefineLabels(site: SiteSettings): boolean;
  /** Whether a list needs a blank line before it, and a list in another one an indent of four columns. */
  hasStrictLists(site: SiteSettings): boolean;
  /** Lines of an article that open or close boxes, such as notes, and do not do what they are meant to, in source order. */
  boxDefectsOf(article: Article, site: SiteSettings): readonly BoxDefect[];
  /** How fences of code are read, besides the language that they name. */
  readonly fences: CodeFences;
  /** How the body of an article is written. */
  syntaxOf(article: WrittenArticle, site: SiteSettings): Syntax;
}

/** Whether the base path is put before a root-relative address; `unknown` where a plugin or a setting may do so. */
export type BasePathTreatment = "always" | "never" | "unknown";

/** How an engine treats links and images when it builds. */
export interface LinkTreatment {
  /** Whether it puts the base path before a root-relative reference. */
  addsBasePath(reference: Reference, site: SiteSettings): BasePathTreatment;
  /**
   * How links to source files (`other.md`) come to lead to pages: undefined where the engine sees to it, else the
   * files that name the plugins of a site, and what such a plugin is called.
   */
  readonly sourceLinks:
    | { readonly files: readonly string[]; readonly rewriter: RegExp }
    | undefined;
  /** The fragment of a reference as the page has it. */
  fragmentOf(reference: Reference, fragment: string, site: SiteSettings): string;
  /** Whether plugins of a site give targets to labels of Markdown links that have no definition. */
  fillsLabels(config: SiteTable): boolean;
  /** Whether the engine, not the host, decides whether addresses end with a slash. */
  decidesSlash(config: SiteTable): boolean;
  /** Whether it makes smaller copies of images that lie beside articles. */
  readonly resizesImages: boolean;
  /** A plugin, as the site's config names it, that writes sizes and lazy loading into every image. */
  readonly imagePlugin: RegExp | undefined;
  /** Whether layouts take the files of an article's folder by pattern. */
  readonly hasBundles: boolean;
  /** What the build does about posts without an excerpt mark. */
  judgesWholePosts(config: SiteTable): "fails" | "warns" | undefined;
  /** Whether lists show whole posts up to an excerpt mark. */
  readonly listsShowPosts: boolean;
}

/** Everything copydesk knows of one site engine. */
export interface Engine {
  /** As configs and reports write it. */
  readonly name: string;
  /** As its makers write it. */
  readonly label: string;
  /** Hosts of the engine's own documentation; they answer over https. */
  readonly hosts: readonly string[];
  /** False for plain folders: no program makes pages of the articles. */
  readonly publishes: boolean;
  readonly recognition: Recognition;
  readonly folders: Folders;
  readonly frontMatter: FrontMatterReading;
  readonly markdown: MarkdownDialect;
  /** The template language that articles are run through; undefined where there is none. */
  readonly templates: TemplateSyntax | undefined;
  readonly links: LinkTreatment;
  /** How files are included in articles; undefined where the engine does not do so. */
  readonly includes: IncludeReading | undefined;
  /** Redirects in the site's own config. */
  readonly redirects: RedirectReading | undefined;
  /** Lists in which the site names its own pages. */
  readonly navigation: NavigationReading | undefined;
  /** Schemas of content collections that the site keeps as code. */
  readonly contentSchemas: ContentSchemas | undefined;
  /** Reads where a site lies and what is in it from its own config; the engine's usual folders fill in the rest. */
  readSite(site: SiteLocation | undefined, reader: SiteReader): SiteFacts;
  /** Whether a file in the site's folders of content is one of its sources. The path is relative to the project. */
  readsFile(path: string, site: SiteSettings): boolean;
  readonly createRouter: CreateRouter;
}
