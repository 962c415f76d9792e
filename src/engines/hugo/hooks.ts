import { lazily } from "../../article/lazily.js";
import type { SiteFiles } from "../../engine/router.js";

/** What Hugo renders by a template of the site, where there is one. */
export type HookKind = "link" | "image" | "heading";

/**
 * What a hook does with the address: it leaves it as it is (`plain`), looks pages and files up by it (`lookup`), or
 * may make anything of it (`free`).
 */
export type HookEffect = "plain" | "lookup" | "free";

/** The render hooks of a site and its themes. */
export interface Hooks {
  /** What happens to an address in articles of a section. */
  effect(kind: HookKind, section: string): HookEffect;
  /** Whether a hook may make something else of this address. */
  mayRewrite(kind: HookKind, section: string, url: string): boolean;
}

interface Hook {
  readonly kind: HookKind;
  /** Undefined for hooks of all sections. */
  readonly section: string | undefined;
  readonly effect: HookEffect;
  /** Texts in the template: addresses that it compares with get a treatment of their own. */
  readonly literals: readonly string[];
}

const HOOK = /(?:^|\/)layouts\/(.*\/)?_markup\/render-(link|image|heading)(?:\.[\w-]+)*\.html$/;
const COMMENT = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs;
const LOOKUP = /\.GetPage\b|\b(?:rel)?ref\b|\.Resources\b|\bresources\.Get/;
const LITERAL = /"([^"\n]{1,80})"/g;
/** Functions that make another address of one. */
const MAKERS =
  /\b(?:replace(?:RE)?|strings\.(?:Replace\w*|TrimPrefix|TrimSuffix|Substr|Split)|trim|substr|path\.\w+|urlize|slicestr|delimit|split|index)\b/;
/** Further ones, which hooks that look pages up use for queries, fragments and messages. */
const BUILDERS =
  /\b(?:printf?|(?:abs|rel)(?:Lang)?URL|urls\.(?:JoinPath|Abs|Rel)\w*|strings\.\w+|lower|upper|anchorize|partial(?:Cached)?|merge)\b/;

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
      const effect = effectOf(text, kind);
      const literals = [...(text ?? "").matchAll(LITERAL)].map(([, value = ""]) => value);
      return [{ kind, section: isForAll(section) ? undefined : section, effect, literals }];
    }),
  );
  const hooksFor = (kind: HookKind, section: string): readonly Hook[] =>
    hooks().filter((hook) => hook.kind === kind && (hook.section ?? section) === section);
  return {
    mayRewrite: (kind, section, url) =>
      hooksFor(kind, section).some(
        ({ effect, literals }) =>
          effect === "free" || (effect === "lookup" && literals.includes(url)),
      ),
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

/** What a template does with `.Destination`, or with `.Anchor` in a heading. */
export function effectOf(template: string | undefined, kind: HookKind): HookEffect {
  if (template === undefined) return "free";
  const text = template.replace(COMMENT, "");
  if (kind === "heading")
    return /\bid\s*=\s*["']?\{\{-?\s*\.Anchor\s*(?:\|\s*safe\w*\s*)*-?\}\}/.test(text)
      ? "plain"
      : "free";
  // What only goes into a message of the build changes nothing.
  const code = text.replace(/\b(?:errorf|warnf|erroridf|warnidf)\b[^}]*/g, "");
  // With the actions blanked, an address has no quotes inside, and what is left of it is written out.
  const shape = code.replace(/\{\{.*?\}\}/gs, "\0");
  const isBuilt = [
    ...shape.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g),
  ].some(([, double, single, bare]) => /[^\0\s]/.test(double ?? single ?? bare ?? ""));
  if (isBuilt || MAKERS.test(code) || !/\.Destination\b/.test(code)) return "free";
  if (LOOKUP.test(code)) return "lookup";
  return BUILDERS.test(code) ? "free" : "plain";
}

/** `<base href>` in a layout: its value, as written. */
const BASE = /<base\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{\{.*?\}\}|[^\s>]+))/i;
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
