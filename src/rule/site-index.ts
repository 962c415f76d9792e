import type { ArticleFacts, Reference } from "./facts.js";

/** What the run layer found out about one local file. */
export interface Asset {
  /** Root-relative path in its true letter case. */
  readonly path: string;
  readonly bytes: number;
  /** File type by magic bytes (`png`, `jpeg`, `gif`, `webp`, `avif`, `svg`, `bmp`, `tiff`, `html` …); undefined when unknown or not looked at. */
  readonly type: string | undefined;
  /** Content hash, where the file was read. */
  readonly hash: string | undefined;
}

/** The verdict on a reference to something inside the site. */
export type Resolution =
  | { readonly verdict: "external" }
  /** Nobody can know here: a template value, or a target outside what is in view. */
  | { readonly verdict: "unknown"; readonly reason: "template" | "incomplete" | "unsupported" }
  | { readonly verdict: "article"; readonly path: string; readonly fragment: string | undefined }
  | { readonly verdict: "asset"; readonly asset: Asset; readonly fragment: string | undefined }
  /** Found only when letter case is ignored; `path` is the true spelling. */
  | { readonly verdict: "case"; readonly path: string }
  | {
      readonly verdict: "absent";
      readonly tried: readonly string[];
      readonly nearest: string | undefined;
    };

/** Whether a fragment is a target in an article; `unknown` when the article is not in view. */
export type FragmentVerdict =
  | { readonly verdict: "ok" | "absent" | "unknown" }
  /** Only its letter case differs from `id`. */
  | { readonly verdict: "case"; readonly id: string };

/** All articles of a run together: pure lookups over facts and over the list of files in the project. */
export interface SiteIndex {
  /** Sorted by path. */
  readonly articles: readonly ArticleFacts[];
  /** True when the whole site is in view, so that an absent target is certainly broken. */
  readonly complete: boolean;
  article(path: string): ArticleFacts | undefined;
  /** In how many articles a paragraph with this fingerprint stands. */
  articlesWithParagraph(hash: string): number;
  /** Resolves a link or image reference of an article (RULES, internal resolution). */
  resolve(from: ArticleFacts, reference: Reference): Resolution;
  /** Judges `fragment` (raw, without `#`) against an article's targets. */
  fragment(path: string, fragment: string): FragmentVerdict;
  /** Fragment targets of an article, explicit ids and heading slugs of the engine's slugger family. */
  fragmentsOf(path: string): readonly string[];
}
