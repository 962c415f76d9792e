import {
  bracketProof,
  type CodeBlock,
  isTakenAsScript,
  type Range,
  showsChange,
} from "../../../../src/rules.js";
import {
  type Bracket,
  type BracketFamily,
  bracketFamily,
  partnerOf,
  scanBrackets,
} from "./bracket-scan.js";
import { placeIn } from "./code-text.js";

/** A bracket without its other half, which nothing that a sample leaves out can explain. */
export interface CrossedBracket {
  readonly sign: string;
  readonly range: Range;
}

const LONGEST = 20_000;
/** What says that a sample leaves something out. Spread members and variable arguments have a name. */
const LEFT_OUT =
  /\.{3}(?![\w$)\]>,([{])|…|(?:\/\/|\/\*|#)[^\n]{0,200}(?:\.{3}|\b(?:omit|snip|skip|elid|truncat|hidden|hide|unchanged|rest of|same as|as before|existing|previous)|略)/i;
const MARKUP: ReadonlySet<string> = new Set(["html", "vue", "svelte"]);
/** Brackets of a branch may close in another one. */
const BRANCHES = /^[ \t]*#[ \t]*(?:if|else|elif|endif)/m;

/** The first bracket of a sample that has no other half. */
export function crossedBracket(block: CodeBlock): CrossedBracket | undefined {
  const isMarkup = MARKUP.has(block.language);
  const family = isMarkup ? "script" : bracketFamily(block.language);
  if (family === undefined || showsChange(block)) return undefined;
  const written = block.lines.map(({ text }) => text).join("\n");
  if (written.length > LONGEST) return undefined;
  const code = isMarkup ? scriptsOf(written) : written;
  const scan = scanBrackets(code, family);
  if (scan.misfits.length + scan.open.length === 0) return undefined;
  const found =
    family === "script"
      ? (provenMisfit(code) ?? unclosedDeclaration(code, family))
      : scan.misfits.length === 0
        ? unclosedDeclaration(code, family)
        : scan.isUnsure || BRANCHES.test(code)
          ? undefined
          : onlyMisfit(code, family);
  if (found === undefined || LEFT_OUT.test(code)) return undefined;
  return { sign: found.sign, range: placeIn(block.lines, found.at) };
}

const SCRIPT =
  /(<script(?![^<>]{0,300}\btype=["']?(?!module|text\/javascript))(?:\s[^<>]{0,300})?>)([\s\S]*?)(?:<\/script>|(?![\s\S]))/gi;

/** The scripts of markup, with blanks for everything else. */
function scriptsOf(code: string): string {
  let scripts = "";
  for (const { 0: whole, 1: tag = "", 2: script = "", index } of code.matchAll(SCRIPT)) {
    scripts += blanked(code.slice(scripts.length, index + tag.length)) + script;
    scripts += blanked(whole.slice(tag.length + script.length));
  }
  return scripts;
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A bracket with which a parser takes the code, or without which. */
function provenMisfit(code: string): Bracket | undefined {
  const proof = bracketProof(code);
  if (proof === undefined) return undefined;
  if (proof.kind === "extra") return proof;
  const { open } = scanBrackets(code.slice(0, proof.at), "script");
  return open.findLast(({ sign }) => partnerOf(sign) === proof.sign);
}

/** The bracket with which, or without which, all others have their partner. */
function onlyMisfit(code: string, family: BracketFamily): Bracket | undefined {
  const [misfit] = scanBrackets(code, family).misfits;
  if (misfit === undefined) return undefined;
  const { closing, open } = misfit;
  const isWhole = (text: string): boolean => {
    const scan = scanBrackets(text, family);
    return scan.misfits.length === 0 && scan.open.length === 0;
  };
  const before = code.slice(0, closing.at);
  if (
    open !== undefined &&
    isWhole(`${before}${partnerOf(open.sign) ?? ""}${code.slice(closing.at)}`)
  )
    return open;
  if (!isWhole(`${before}${code.slice(closing.at + 1)}`)) return undefined;
  return open !== undefined || isClosedInLine(before, closing.sign) ? closing : undefined;
}

/** Whether a line that begins a statement of its own has opened, and closed, such a bracket. */
function isClosedInLine(before: string, sign: string): boolean {
  const at = before.lastIndexOf("\n") + 1;
  const [line, earlier] = [before.slice(at), before.slice(0, at).trimEnd()];
  if (sign !== ")" || !line.includes("(")) return false;
  // A sample may begin in the middle of a call.
  return /^[^(]*[\w\])>] ?:?= |^(?:class|struct|return) /.test(line) || /[;}]$/.test(earlier);
}

const DECLARATIONS: Readonly<Partial<Record<BracketFamily, RegExp>>> = {
  script: /^(?:export |async function|function\b|class \w|import \w)/gm,
  go: /^func [\w(]/gm,
  rust: /^(?:pub(?:\(\w+\))? )?(?:fn|struct|enum|trait|impl)\b/gm,
};

/** A bracket that is open where a declaration begins that can be within nothing. */
function unclosedDeclaration(code: string, family: BracketFamily): Bracket | undefined {
  const pattern = DECLARATIONS[family];
  const { open } = scanBrackets(code, family);
  const [first] = open;
  if (pattern === undefined || first === undefined) return undefined;
  // What is open at the end is open from where it begins.
  const next = [...code.matchAll(pattern)].find(({ index }) => index > first.at);
  if (next === undefined) return undefined;
  if (family !== "script") return open.length === 1 && first.sign === "{" ? first : undefined;
  const closing = open.map(({ sign }) => partnerOf(sign) ?? "").toReversed();
  const mended = `${code.slice(0, next.index)}${closing.join("")}\n${code.slice(next.index)}`;
  return isTakenAsScript(mended) && !isTakenAsScript(code) ? first : undefined;
}
