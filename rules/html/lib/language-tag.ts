import { parse } from "bcp-47";
import { isNamed } from "../../../src/rules.js";
import aliases from "./language-tag-aliases.json" with { type: "json" };

/** What is wrong with a language tag. */
export interface TagFlaw {
  /** `shape`: not a tag as RFC 5646 defines it. `language`, `region`, `script`: no such subtag. */
  readonly kind: "shape" | "language" | "region" | "script";
  /** The tag that was probably meant, if known. */
  readonly meant: string | undefined;
  /** Whether the tag differs only in separators and letter case from what was meant. */
  readonly sure: boolean;
}

const LANGUAGE_ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(aliases.languages));
const REGION_ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(aliases.regions));
const WHOLE_ALIASES: ReadonlyMap<string, string> = new Map(Object.entries(aliases.tags));
/** Codes that are valid although they do not name one language (ISO 639-2). */
const SPECIAL: ReadonlySet<string> = new Set(["und", "mul", "mis", "zxx"]);

/**
 * What is wrong with a language tag (RFC 5646); undefined for a valid one. Only subtags with a name in CLDR are
 * known, so a three-letter language without a name passes.
 */
export function flawOfTag(tag: string): TagFlaw | undefined {
  const whole = WHOLE_ALIASES.get(tag.toLowerCase());
  if (whole !== undefined) return { kind: "language", meant: whole, sure: false };
  if (/^[a-z\d]+(?:[_-][a-z\d]+)+$/i.test(tag) && tag.includes("_")) {
    const hyphened = tag.replaceAll("_", "-");
    const flaw = flawOfTag(hyphened);
    const meant = flaw === undefined ? canonical(hyphened) : flaw.meant;
    return { kind: "shape", meant, sure: flaw === undefined };
  }
  const { language, region, script, privateuse, irregular, regular } = parse(tag);
  if (irregular || regular || (privateuse.length > 0 && !language)) return undefined;
  if (!language) return { kind: "shape", meant: undefined, sure: false };
  const code = language.toLowerCase();
  const rest = tag.slice(language.length);
  const alias = LANGUAGE_ALIASES.get(code) ?? shortForm(code);
  if (alias !== undefined) return { kind: "language", meant: canonical(alias + rest), sure: false };
  if (!SPECIAL.has(code) && code.length !== 3 && !isNamed("language", code)) {
    return { kind: "language", meant: undefined, sure: false };
  }
  if (script && script.toLowerCase() !== "zzzz" && !isNamed("script", titleCase(script))) {
    return { kind: "script", meant: undefined, sure: false };
  }
  if (!region) return undefined;
  const place = REGION_ALIASES.get(region.toUpperCase());
  if (place !== undefined) {
    return { kind: "region", meant: canonical(tag.replace(region, place)), sure: false };
  }
  return /^[a-z]{2}$/i.test(region) && !isNamed("region", region.toUpperCase())
    ? { kind: "region", meant: undefined, sure: false }
    : undefined;
}

/** The two-letter code for a language written with three letters (`eng`): RFC 5646 §2.2.1 requires it. */
function shortForm(code: string): string | undefined {
  if (code.length !== 3) return undefined;
  const short = canonical(code);
  return short !== undefined && short.length === 2 && !aliases.macro.includes(code)
    ? short
    : undefined;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function titleCase(script: string): string {
  return script.charAt(0).toUpperCase() + script.slice(1).toLowerCase();
}
