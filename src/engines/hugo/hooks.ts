import { lazily } from "../../article/lazily.js";
import type { SiteFiles } from "../../engine/router.js";
import {
  type HookEffect,
  type HookKind,
  type HookTreatment,
  type Rewrite,
  treatmentIn,
} from "./hook-effect.js";

/** The render hooks of a site and its themes. */
export interface Hooks {
  /** What happens to an address in articles of a section. */
  effect(kind: HookKind, section: string): HookEffect;
  /** Whether a hook may make something else of this address. */
  mayRewrite(kind: HookKind, section: string, url: string): boolean;
  /** Whether a hook gives this very address a meaning of its own (`[sail](word)`). */
  names(kind: HookKind, section: string, url: string): boolean;
  /** A path as a hook writes it into the page. */
  written(kind: HookKind, section: string, path: string): string;
}

interface Hook extends HookTreatment {
  readonly kind: HookKind;
  /** Undefined for hooks of all sections. */
  readonly section: string | undefined;
  /** Texts that the template compares something with. */
  readonly literals: readonly string[];
}

const HOOK = /(?:^|\/)layouts\/(.*\/)?_markup\/render-(link|image|heading)(?:\.[\w-]+)*\.html$/;
const LITERAL = /\beq\b[^{}"\n]{0,80}"([^"\n]{1,80})"/g;

/**
 * Reads what hooks do from their templates, without running them.
 *
 * @param folders of layouts, the site's own and those of its themes, relative to the project root
 * @param embedded what Hugo's own hooks do, where they are in use
 */
export function readHooks(
  folders: readonly string[],
  files: SiteFiles | undefined,
  embedded: HookEffect,
): Hooks {
  const hooks = lazily(() =>
    (files?.list() ?? []).flatMap((path): readonly Hook[] => {
      const [, above = "", kind] = HOOK.exec(path) ?? [];
      const isOwn = folders.some((folder) => path.startsWith(`${folder}/`));
      if (!isOwn || (kind !== "link" && kind !== "image" && kind !== "heading")) return [];
      const section = above.split("/")[0];
      const text = files?.text(path);
      const literals = [...(text ?? "").matchAll(LITERAL)].map(([, value = ""]) => value);
      const own = isForAll(section) ? undefined : section;
      return [{ kind, section: own, literals, ...treatmentIn(text, kind) }];
    }),
  );
  const hooksFor = (kind: HookKind, section: string): readonly Hook[] =>
    hooks().filter((hook) => hook.kind === kind && (hook.section ?? section) === section);
  const rewriteOf = (kind: HookKind, section: string, path: string): Rewrite | undefined => {
    const rewrites = hooksFor(kind, section).flatMap((hook) => hook.rewrites);
    return rewrites.find(({ prefix }) => path.startsWith(prefix));
  };
  const names = (kind: HookKind, section: string, url: string): boolean =>
    hooksFor(kind, section).some(
      ({ effect, literals }) => effect !== "plain" && literals.includes(url),
    );
  return {
    names,
    mayRewrite(kind, section, url) {
      const rewrite = rewriteOf(kind, section, url);
      return (
        hooksFor(kind, section).some(({ effect }) => effect === "free") ||
        (rewrite !== undefined && rewrite.to === undefined)
      );
    },
    written(kind, section, path) {
      const { prefix = "", to } = rewriteOf(kind, section, path) ?? {};
      return to === undefined ? path : to + path.slice(prefix.length);
    },
    effect(kind, section) {
      const mine = hooksFor(kind, section);
      const effects = mine.map(({ effect }) => effect);
      if (effects.length === 0) return kind === "heading" ? "plain" : embedded;
      if (effects.includes("free")) return "free";
      return effects.includes("lookup") ? "lookup" : "plain";
    },
  };
}

function isForAll(section: string | undefined): boolean {
  return section === undefined || section === "" || section === "_default";
}

/** `<base href>` in a layout: its value, as written. */
const BASE =
  /<base\s[^>]*?href\s*=\s*(?:"((?:\{\{.*?\}\}|[^"{]|\{(?!\{))*)"|'((?:\{\{.*?\}\}|[^'{]|\{(?!\{))*)'|(\{\{.*?\}\}|[^\s>]+))/i;
const TO_ROOT =
  /^(?:\/|\{\{-?\s*(?:(?:\.|\$\.?)?(?:Site|site)\.(?:BaseURL|Home\.(?:Rel)?Permalink)|""\s*\|\s*(?:abs|rel)(?:Lang)?URL|(?:abs|rel)(?:Lang)?URL\s+"\/?"|"\/?"\s*\|\s*(?:abs|rel)(?:Lang)?URL)[^{}]*-?\}\}\/?)$/;

/** Where relative addresses begin by `<base href>` in layouts; undefined where none prints one. */
export function readLayoutBase(
  folders: readonly string[],
  files: SiteFiles | undefined,
): { readonly address: string | undefined } | undefined {
  for (const path of files?.list() ?? []) {
    if (!path.endsWith(".html") || !folders.some((folder) => path.startsWith(`${folder}/`)))
      continue;
    const found = BASE.exec(files?.text(path) ?? "");
    if (found === null) continue;
    const value = (found[1] ?? found[2] ?? found[3] ?? "").trim();
    return { address: TO_ROOT.test(value) ? "/" : undefined };
  }
  return undefined;
}
