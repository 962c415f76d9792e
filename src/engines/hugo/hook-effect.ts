import { patternAround } from "../../patterns/around.js";
/** What Hugo renders by a template of the site, where there is one. */
export type HookKind = "link" | "image" | "heading";

/**
 * What a hook does with the address: it leaves it as it is (`plain`), looks pages and files up by it (`lookup`), or
 * may make anything of it (`free`).
 */
export type HookEffect = "plain" | "lookup" | "free";

/** What a hook makes of addresses that begin in one way. */
export interface Rewrite {
  readonly prefix: string;
  /** What takes the place of the prefix; undefined where only a build could tell. */
  readonly to: string | undefined;
}

/** What a template does with the addresses it is given. */
export interface HookTreatment {
  readonly effect: HookEffect;
  readonly rewrites: readonly Rewrite[];
}

const COMMENT = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs;
const LOOKUP = /\.GetPage\b|\b(?:rel)?ref\b|\.Resources\b|\bresources\.Get/;
/** Functions that make another address of one. */
const MAKERS =
  /\b(?:replace(?:RE)?|strings\.(?:Replace\w*|TrimPrefix|TrimSuffix|Substr|Split)|trim|substr|path\.\w+|urlize|slicestr|delimit|split|index)\b/;
/** Further ones, which hooks that look pages up use for queries, fragments and messages. */
const BUILDERS =
  /\b(?:printf?|(?:abs|rel)(?:Lang)?URL|urls\.(?:JoinPath|Abs|Rel)\w*|strings\.\w+|lower|upper|anchorize|partial(?:Cached)?|merge)\b/;
/** What prints markup that is not in the template's own text. */
const PRINTERS = /\b(?:partial(?:Cached)?|template|block|readFile)\b|"[^"<\n]*<|`[^`<]*</;
const SAFE = /^safe(?:URL|HTML|HTMLAttr)$/;
const GUARDED =
  /\{\{-?\s*if\s+(?:strings\.HasPrefix|hasPrefix)\s+([$.\w]+)\s+"([^"\n]{1,80})"\s*-?\}\}\s*\{\{-?\s*(\$\w+)\s*=\s*([^{}]{1,200})\}\}\s*\{\{-?\s*end\s*-?\}\}/g;

/** What a template does with `.Destination`, or with `.Anchor` in a heading. */
export function treatmentIn(template: string | undefined, kind: HookKind): HookTreatment {
  if (template === undefined) return { effect: "free", rewrites: [] };
  const text = template.replace(COMMENT, "");
  if (kind === "heading") {
    const prints = /\bid\s*=\s*["']?\{\{-?\s*\.Anchor\s*(?:\|\s*safe\w*\s*)*-?\}\}/.test(text);
    return { effect: prints ? "plain" : "free", rewrites: [] };
  }
  // What only goes into a message of the build changes nothing.
  const code = text.replace(/\b(?:errorf|warnf|erroridf|warnidf)\b[^}]*/g, "");
  const rewrites: Rewrite[] = [];
  const unguarded = code.replace(GUARDED, (whole, asked, prefix, name, value) => {
    if (asked !== ".Destination" && asked !== name) return whole;
    rewrites.push({ prefix, to: replacementIn(value, prefix, name) });
    return "";
  });
  if (printsAsWritten(unguarded, kind)) return { effect: "plain", rewrites };
  return { effect: effectOf(code), rewrites: [] };
}

function effectOf(code: string): HookEffect {
  // With the actions blanked, an address has no quotes inside, and what is left of it is written out.
  const shape = code.replace(/\{\{.*?\}\}/gs, "\0");
  const isBuilt = [
    ...shape.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g),
  ].some(([, double, single, bare]) => /[^\0\s]/.test(double ?? single ?? bare ?? ""));
  if (isBuilt || MAKERS.test(code) || !/\.Destination\b/.test(code)) return "free";
  if (LOOKUP.test(code)) return "lookup";
  return BUILDERS.test(code) ? "free" : "plain";
}

/** Whether all that a template prints as an address is `.Destination`, whatever else it computes. */
function printsAsWritten(code: string, kind: "link" | "image"): boolean {
  const actions: string[] = [];
  const shape = code.replace(/\{\{-?(.*?)-?\}\}/gs, (_whole, action: string) => {
    actions.push(action.trim());
    return `\0${actions.length - 1}\0`;
  });
  if (actions.some((action) => PRINTERS.test(action) || LOOKUP.test(action))) return false;
  const attribute = kind === "link" ? /\bhref\s*=\s*/g : /\bsrc\s*=\s*/g;
  const values = [...shape.matchAll(attribute)].map((match) => {
    const rest = shape.slice(match.index + match[0].length);
    return /^"([^"]*)"|^'([^']*)'|^([^\s>]+)/.exec(rest);
  });
  const printed = values
    .map((value) => (value?.[1] ?? value?.[2] ?? value?.[3] ?? "").trim())
    .filter((value) => value.includes("\0"));
  const isDestination = (expression: string, seen: readonly string[]): boolean => {
    const [first = "", ...filters] = expression.split("|").map((part) => part.trim());
    if (!filters.every((filter) => SAFE.test(filter))) return false;
    const safe = /^safeURL\s+(\S+)$/.exec(first)?.[1] ?? first;
    if (/^\$?\.Destination$/.test(safe)) return true;
    if (!/^\$\w+$/.test(safe) || seen.includes(safe)) return false;
    const given = actions.filter((action) => assigned(action, safe) !== undefined);
    return (
      given.length > 0 &&
      given.every((action) => isDestination(assigned(action, safe) ?? "", [...seen, safe]))
    );
  };
  return (
    printed.length > 0 &&
    printed.every((value) => {
      const number = /^\0(\d{1,5})\0$/.exec(value)?.[1];
      return number !== undefined && isDestination(actions[Number(number)] ?? "", []);
    })
  );
}

/** What an action gives a variable: the whole expression, whatever statement it stands in. */
function assigned(action: string, name: string): string | undefined {
  const at = action.search(patternAround()`${name}\s*:?=`);
  return at === -1 ? undefined : action.slice(action.indexOf("=", at) + 1).trim();
}

/** What stands in place of a prefix after `strings.TrimPrefix`, alone or in `printf "/%s"`. */
function replacementIn(value: string, prefix: string, name: string): string | undefined {
  const trimmed = [
    `strings.TrimPrefix "${prefix}" ${name}`,
    `${name} | strings.TrimPrefix "${prefix}"`,
    `strings.TrimPrefix "${prefix}" .Destination`,
  ];
  const written = value.replace(/-$/, "").trim().replaceAll(/\s+/g, " ");
  if (trimmed.includes(written)) return "";
  const [, start, inner] = /^printf "([^"%]{0,80})%s" \((.*)\)$/.exec(written) ?? [];
  return inner !== undefined && trimmed.includes(inner) ? start : undefined;
}
