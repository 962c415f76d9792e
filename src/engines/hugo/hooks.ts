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
}

interface Hook {
  readonly kind: HookKind;
  /** Undefined for hooks of all sections. */
  readonly section: string | undefined;
  readonly effect: HookEffect;
}

const HOOK = /(?:^|\/)layouts\/(.*\/)?_markup\/render-(link|image|heading)(?:\.[\w-]+)*\.html$/;
const COMMENT = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs;
const LOOKUP = /\.GetPage\b|\b(?:rel)?ref\b|\.Resources\b|\bresources\.Get/;
/** Functions that make another address of one. */
const MAKERS =
  /\b(?:printf?|print|replace(?:RE)?|strings\.(?:Replace|Trim|Substr|Split)\w*|trim\w*|substr|path\.(?:Join|Clean)|(?:abs|rel)(?:Lang)?URL|urls\.(?:JoinPath|Abs|Rel)\w*|lower|upper|anchorize|urlize|slicestr|delimit|split|partial(?:Cached)?|merge|safeHTMLAttr\s+\()/;

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
      const effect = effectOf(files?.text(path), kind);
      return [{ kind, section: isForAll(section) ? undefined : section, effect }];
    }),
  );
  return {
    effect(kind, section) {
      const mine = hooks().filter(
        (hook) => hook.kind === kind && (hook.section ?? section) === section,
      );
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
  const values = [...code.matchAll(/\b(?:href|src)\s*=\s*("[^]*?"|'[^]*?'|[^\s>]+)/g)].map(
    ([, value = ""]) => value,
  );
  const isBuilt = values.some((value) => !/^["']?\s*\{\{(?:[^{}]|\{\{)*\}\}\s*["']?/.test(value));
  if (isBuilt || MAKERS.test(code) || !/\.Destination\b/.test(code)) return "free";
  return LOOKUP.test(code) ? "lookup" : "plain";
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
