import type { Range } from "../article/range.js";
import type { NavigationEntry, NavigationList } from "../engine/navigation.js";
import type { KnownNames, LanguageEdition, TagDefinition } from "../engine/router.js";
import type { ArticleFacts, Reference } from "../facts/facts.js";
import type { RedirectStep, Redirects } from "../facts/redirects.js";
import type { HoldBackReason, Routes } from "../facts/routes.js";
import type { ExternalVerdict } from "./external.js";

export type { RedirectStep } from "../facts/redirects.js";

/** What the run layer found out about one local file. */
export interface Asset {
  /** Root-relative path in its true letter case. */
  readonly path: string;
  readonly bytes: number;
  /** File type by magic bytes (`png`, `jpeg`, `gif`, `webp`, `avif`, `svg`, `bmp`, `tiff`, `html` …); undefined when unknown or not looked at. */
  readonly type: string | undefined;
  /** Content hash, where the file was read. */
  readonly hash: string | undefined;
  /** Size in pixels as browsers show it (EXIF turned, SVG by width and height, else viewBox); undefined when unknown. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/**
 * Why nobody can know where a reference leads: a template writes it, not all of the site is in view, code of the site
 * may lead it elsewhere (`rewritten`), the engine may do what is not known here, or so many references of its kind
 * lead nowhere that copydesk doubts its own reading of them (`doubted`).
 */
export type UnknownReason = "template" | "incomplete" | "rewritten" | "unsupported" | "doubted";

/**
 * Why a reference is not judged: also because the target page may have anchors that are not in its text (`anchors`),
 * or because another site gave no clear answer (`unanswered`).
 */
export type NotJudgedReason = UnknownReason | "anchors" | "unanswered";

/** What the references of a class have in common. */
export type ReferenceClass =
  /** Root-relative paths; `name` is their first folder, "" for all of them. */
  | { readonly kind: "root-relative"; readonly name: string }
  /** Relative paths in articles of the folder `name`, "" for all of them. */
  | { readonly kind: "relative"; readonly name: string }
  /** Values of the front-matter key `name`. */
  | { readonly kind: "front-matter"; readonly name: string }
  /** Absolute URLs of the host `name`, which is the site's own. */
  | { readonly kind: "host"; readonly name: string }
  /** Template tags of this name. */
  | { readonly kind: "template"; readonly name: string }
  /** Fragments that are looked for in the article `name`, "" for those of all articles. */
  | { readonly kind: "anchor"; readonly name: string }
  /** Entries of the list of pages in the file `name`. */
  | { readonly kind: "list"; readonly name: string };

/** A class of references of which so many lead nowhere that copydesk probably reads the site wrongly. */
export interface Doubt {
  readonly class: ReferenceClass;
  readonly of: "links" | "images";
  /** Different targets that are absent, and all that were judged. */
  readonly failed: number;
  readonly total: number;
  /** Some of the references, in reading order of the site, one of each target. */
  readonly examples: readonly DoubtedReference[];
  /** Folder of the site, as in its settings. */
  readonly folder: string;
  /** True where the config vouches for the site (`site.complete`, `site.routes`): its references are judged all the same. */
  readonly isOverruled: boolean;
}

/** One reference of a doubted class. */
export interface DoubtedReference {
  readonly path: string;
  readonly range: Range;
  readonly url: string;
}

/** A reference that a rule could not judge, and why. */
export interface UnknownReference {
  readonly path: string;
  readonly range: Range;
  readonly url: string;
  readonly reason: NotJudgedReason;
}

/** An entry of a list of pages, and what it leads to. */
export interface JudgedEntry {
  readonly entry: NavigationEntry;
  readonly resolution: Resolution;
}

/** A list in which a site names its own pages. */
export interface JudgedNavigation {
  /** The file, relative to the project root. */
  readonly path: string;
  /** Folder of the site, as in its settings. */
  readonly folder: string;
  /** Any article of the site. */
  readonly article: string;
  readonly twice: NavigationList["twice"];
  /** True where so many targets are absent that copydesk probably reads the list wrongly. */
  readonly isDoubted: boolean;
  readonly entries: readonly JudgedEntry[];
}

/** What the links of a site show of it, where the engine and its config say otherwise or nothing. */
export interface SiteEvidence {
  /** Folder of the site, as in its settings. */
  readonly folder: string;
  /** Further folders that are served at the root of the site, relative to the project root. */
  readonly staticDirs: readonly string[];
  /** The path below which links expect the site (`/docs`); undefined where they expect none. */
  readonly base: string | undefined;
  /** The path below which the pages lie that links name without it (`/docs` where `/guide/` means `/docs/guide/`). */
  readonly root: string | undefined;
  /** Different targets that resolve by this evidence alone. */
  readonly explains: number;
}

/** The verdict on a reference to something inside the site. */
export type Resolution =
  | { readonly verdict: "external" }
  /** Nobody can know here: a template value, or a target outside what is in view. */
  | {
      readonly verdict: "unknown";
      readonly reason: UnknownReason;
      /** What holds if code of the site leaves the reference as it is. */
      readonly asWritten?: Resolution;
    }
  | {
      readonly verdict: "article";
      readonly path: string;
      readonly fragment: string | undefined;
      /** The redirects on the way, first to last; absent when the link leads there directly. */
      readonly redirects?: readonly RedirectStep[];
    }
  | {
      readonly verdict: "asset";
      readonly asset: Asset;
      readonly fragment: string | undefined;
      readonly redirects?: readonly RedirectStep[];
    }
  /** A page that the engine, a theme or a plugin makes from no article: a tag page, an archive, a feed. */
  | {
      readonly verdict: "generated";
      readonly address: string;
      readonly fragment?: string | undefined;
      readonly redirects?: readonly RedirectStep[];
    }
  /** Redirects lead out of the site. */
  | { readonly verdict: "redirected-away"; readonly redirects: readonly RedirectStep[] }
  /** Found only when letter case is ignored; `path` is the true spelling of the file, `address` that of the page. */
  | { readonly verdict: "case"; readonly path: string; readonly address?: string }
  | {
      readonly verdict: "absent";
      readonly tried: readonly string[];
      /** The existing file that was most probably meant. */
      readonly nearest: string | undefined;
      /** The address that was most probably meant, below the base path. */
      readonly nearestAddress?: string | undefined;
      /** The deleted article that the reference probably led to. */
      readonly gone?: string | undefined;
      /** The article that would be there if it were published. */
      readonly heldBack?: HeldBackArticle | undefined;
      /** The redirects that led to the absent target, where there were any. */
      readonly redirects?: readonly RedirectStep[];
    };

/** An article that a reference leads to and that is not published. */
export interface HeldBackArticle {
  readonly path: string;
  readonly reason: HoldBackReason;
}

/** Whether a fragment is a target in an article; `unknown` when nobody can tell the ids of its page. */
export type FragmentVerdict =
  | { readonly verdict: "ok" }
  /** Of a page that may have ids nobody knows of, only a misspelt one (of `slipOf`) is surely absent. */
  | {
      readonly verdict: "absent";
      readonly slipOf?: string | undefined;
      /** True where the build has told all ids of the page, so that nothing can make others. */
      readonly isTold?: boolean;
    }
  | { readonly verdict: "unknown"; readonly reason: "anchors" | "doubted" }
  /** Only its letter case differs from `id`. */
  | { readonly verdict: "case"; readonly id: string };

/** What is known of the file that an article includes; `case`: found only when letter case is ignored. */
export type Inclusion =
  | { readonly verdict: "file" | "case"; readonly path: string }
  | { readonly verdict: "absent"; readonly nearest: string | undefined }
  | { readonly verdict: "unknown" };

/** All articles of a run together: pure lookups over facts and over the list of files in the project. */
export interface SiteIndex {
  /** Sorted by path. */
  readonly articles: readonly ArticleFacts[];
  /** True when the whole site is in view, so that an absent target is certainly broken. */
  readonly complete: boolean;
  article(path: string): ArticleFacts | undefined;
  /** In how many articles a paragraph with this fingerprint stands; editions of a page in other languages or versions count once. */
  articlesWithParagraph(hash: string): number;
  /** Resolves a link or image reference of an article. */
  resolve(from: ArticleFacts, reference: Reference): Resolution;
  /** The first of the files that an include of the article at `path` may mean. */
  included(path: string, candidates: readonly string[]): Inclusion;
  /** Judges `fragment` (raw, without `#`) against an article's targets. */
  fragment(path: string, fragment: string): FragmentVerdict;
  /**
   * Judges `fragment` against the targets of a page that comes from no article, on the site of the article at `path`;
   * undefined where the build does not tell them.
   */
  fragmentAt(path: string, address: string, fragment: string): FragmentVerdict | undefined;
  /** Fragment targets of such a page, as far as the build tells them. */
  fragmentsAt(path: string, address: string): readonly string[];
  /** Fragment targets of an article, explicit ids and heading slugs of the engine's slugger family. */
  fragmentsOf(path: string): readonly string[];
  /** Where an article is published; undefined for one that is not in the index. */
  routesOf(path: string): Routes | undefined;
  /** The names that a key of an article's front matter may have; undefined where nobody knows. */
  namesOf(path: string, key: string): KnownNames | undefined;
  /** How the site of an article defines a template tag; undefined where nobody knows. */
  definitionOf(path: string, tag: string): TagDefinition | undefined;
  /** Whether a template tag of an article is surely the engine's own. */
  isBuiltIn(path: string, tag: string): boolean;
  /** Which language of which page an article is; undefined on a site of one language, and where nobody knows. */
  editionOf(path: string): LanguageEdition | undefined;
  /** Whether code of the site, such as a hook for links, may make another address of a reference of an article. */
  mayRewrite(path: string, reference: Reference): boolean;
  /** The redirects of the site an article belongs to; undefined for one that is not in the index. */
  redirectsOf(path: string): Redirects | undefined;
  /** What the network says of an absolute address; undefined when it was not asked. */
  external(url: string): ExternalVerdict | undefined;
  /** Whether the run knows anything of other sites. */
  readonly knowsOtherSites: boolean;
  /** Paths of all files of a site that are in view, sorted; `folder` as in the site's settings. */
  filesOf(folder: string): readonly string[];
  /** A text file of the project that is no article (layout, style sheet, config), if it can be read; at most 1 MB. */
  textOf(path: string): string | undefined;
  /** Classes of references that copydesk probably reads wrongly, by site; looks at every reference when first asked. */
  doubts(): readonly Doubt[];
  /** The lists in which the sites name their own pages. */
  navigation(): readonly JudgedNavigation[];
  /** What the links of the sites show of them; looks at every reference when first asked. */
  evidence(): readonly SiteEvidence[];
  /** The file at a path, in its true spelling. */
  assetAt(path: string): Asset | undefined;
}
