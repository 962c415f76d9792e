import { Lexer } from "yaml";
import { tooDeepAt as jsonTooDeepAt } from "../../article/front-matter/json/read-json.js";
import { TomlScanner } from "../../article/front-matter/toml/scan-toml.js";
import { tokensOf } from "../../article/front-matter/yaml/compose.js";
import { tooDeepAt as yamlTooDeepAt } from "../../article/front-matter/yaml/tokens.js";

/** Characters of a config, of ours or of a site. */
export const MOST_CHARACTERS = 500_000;
/** Lists and maps in one another. */
const MOST_DEPTH = 64;
/** Anchors and aliases in one file: each alias is looked for among all of them. */
const MOST_ALIASES = 500;

/** What is too much in a text, where it begins. */
export interface Excess {
  readonly offset: number;
  /** Completes "This file …". */
  readonly reason: string;
}

type DataFormat = "json" | "toml" | "yaml";

const TOO_DEEP = `nests deeper than ${MOST_DEPTH} levels`;

/** Finds what would take a parser more time or stack than a config is worth, before it is parsed. Linear. */
export function excessOf(text: string, format: DataFormat): Excess | undefined {
  const lexed = format === "yaml" ? lexicalExcess(text) : undefined;
  if (lexed !== undefined) return lexed;
  const offset = depthLimitAt(text, format);
  return offset === undefined ? undefined : { offset, reason: TOO_DEEP };
}

function depthLimitAt(text: string, format: DataFormat): number | undefined {
  if (format === "json") return jsonTooDeepAt(text, MOST_DEPTH);
  if (format === "toml") return new TomlScanner(text).scan().tooDeepAt;
  return yamlTooDeepAt(tokensOf(text), MOST_DEPTH);
}

/** Tokens of the lexer that stand for no text; the last says that a scalar follows. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);

/** Brackets, anchors and aliases of YAML, counted token by token: parsing deep brackets takes long already. */
function lexicalExcess(text: string): Excess | undefined {
  if (!/[&*[{]/.test(text)) return undefined;
  let aliases = 0;
  let depth = 0;
  let offset = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar) {
      if (token === "[" || token === "{") depth += 1;
      if (token === "]" || token === "}") depth -= 1;
      if (/^[&*]/.test(token)) aliases += 1;
      if (depth > MOST_DEPTH) return { offset, reason: TOO_DEEP };
      if (aliases > MOST_ALIASES)
        return { offset, reason: `has more than ${MOST_ALIASES} anchors and aliases` };
    }
    isScalar = token === "\u001f";
    if (!MARKS.has(token)) offset += token.length;
  }
  return undefined;
}
