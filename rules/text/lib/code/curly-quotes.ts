import commands from "./commands.json" with { type: "json" };
import languages from "./languages.json" with { type: "json" };

const MARKUP: ReadonlySet<string> = new Set(languages.markup);
const HOLDS_CODE: ReadonlySet<string> = new Set(languages.markupWithCode);
const JSON_LANGUAGES: ReadonlySet<string> = new Set(languages.json);
const CODE: ReadonlySet<string> = new Set(languages.code);
const CALLS_BARE: ReadonlySet<string> = new Set(languages.callsWithoutBrackets);
const INSTRUCTIONS: ReadonlySet<string> = new Set(["", "docker", "dockerfile"]);
const YAML: ReadonlySet<string> = new Set(languages.yaml);

/** A text between quotation marks of which at least one is curly. */
export const CURLY =
  "(?:[‘’“”][^‘’“”]{0,200}[‘’“”]|'[^‘’“”']{0,100}[‘’]|\"[^‘’“”\"]{0,100}[“”]|[‘’][^‘’“”']{0,100}'|[“”][^‘’“”\"]{0,100}\")";

/** A call, an assignment, a comparison, a case or a list that holds a string. */
const IN_CODE = new RegExp(
  `(?<=[\\w$][(（]|[\\w$\\])] ?[=!]?={1,2} ?|[\\w$)] ?= ?\\[|\\bcase )${CURLY}(?=\\s*(?:[),;:\\]）；：]|&&|\\|\\||$))`,
  "gu",
);
/** A module that is imported. */
const IMPORT = new RegExp(
  `(?<=^\\s*(?:import|export)\\b[^'"‘’“”=()]{0,300}(?:\\bfrom|import) ?)${CURLY}(?=\\s*;?\\s*$)|(?<=\\b(?:require|import)\\()${CURLY}(?=\\))`,
  "gu",
);
/** Where a string ends: the line does, perhaps with a comment, or the code goes on. */
const END = "(?=\\s*(?:[),;\\]}，；]|\\||\\+|$|//|# )|\\.[a-z_])";
/** A member of a list, an argument or a value, in a line that has no running words. */
const MEMBER = new RegExp(
  `(?<=[\\[{(] ?|[\\w$'"’”\\])], ?|[\\w$'"’”]: ?|\\b(?:return|throw|raise) |[=|+] ?|[=-]> ?|<< ?)${CURLY}${END}`,
  "gu",
);
/** A string that is a line of its own: a member of a list, a directive. */
const ALONE = new RegExp(`(?<=^\\s*)${CURLY}(?=[,;]\\s*$)`, "gu");
/** What a call without brackets is given first: `source “…”`, `#include “…”`. */
const BARE_ARGUMENT = new RegExp(
  `(?<=^\\s*[#@]?[a-z_][\\w.:]{0,60}[?!]? {1,4})${CURLY}(?=\\s*(?:,|;|$|//|# |(?:do|if|unless)\\b))`,
  "gu",
);
const IN_MARKUP = new RegExp(`(?<=<[\\w-]{1,40} [^<>]{0,300}[\\w-]=)${CURLY}(?=[\\s/>])`, "gu");
/** The value of an option or of a variable. */
const IN_SHELL = new RegExp(
  `(?<=\\s--?[A-Za-z][\\w-]{0,40}[ =]|(?:^|\\s)[A-Z_]{2,40}=)${CURLY}(?=\\s|$)`,
  "gu",
);
/** A list of an instruction that builds a container, which is JSON. */
const IN_INSTRUCTION = /^\s*(?:CMD|ENTRYPOINT|RUN|SHELL|VOLUME|COPY|ADD)\s+\[/;
const IN_LIST = new RegExp(`(?<=[\\[,]\\s*)${CURLY}(?=\\s*[,\\]])`, "gu");
/** A statement of a language with semicolons. */
const STATEMENT = /^[\s!-~‘’“”]*[\w$][)\]}'"’”]*;\s*$/;
/** What is given to a command. */
const ARGUMENT = new RegExp(`(?<=[\\s=])${CURLY}(?=\\s|$)`, "gu");
const COMMAND = new RegExp(`^\\s*(?:sudo )?(?:${commands.names.join("|")}) `);
const IN_JSON = new RegExp(`(?<=^\\s*|[{[,:，：]\\s*)${CURLY}(?=\\s*(?:[,:}\\]，：]|$))`, "gu");
/** A value without blanks, or a list of values: nobody means the quotation marks as a part of it. */
const IN_YAML = new RegExp(
  `(?<=^\\s*(?:- +)?[\\w.-]+: +|^\\s*- +)[“‘][\\w./@:=*-]+[”’](?=\\s*$)|(?<=^\\s*(?:- +)?[\\w.-]+: +\\[(?:[^\\[\\]#]*,)?\\s*)${CURLY}(?=\\s*[,\\]])`,
  "gu",
);

const KEYWORDS =
  /\b(?:const|let|var|new|return|await|async|export|default|import|from|as|type|interface|function|def|public|private|protected|static|final|readonly|void|int|string|String|case|throw|yield|in|of|is|not|and|or|typeof|else|if|for|elif|self)\b/g;
const RUNNING_WORDS = /[A-Za-z]{2} [A-Za-z]{2}|<\/?[A-Za-z]/;

/** Whether a line of a shell is a command, not what one prints. */
export function isCommand(line: string): boolean {
  return COMMAND.test(line);
}

/** Whether a line that no language is named for can be nothing else than code. */
function isStatement(line: string): boolean {
  const words = line.replace(STRING, '""').replace(KEYWORDS, "_");
  return STATEMENT.test(line) && !RUNNING_WORDS.test(words);
}

export function isYaml(language: string): boolean {
  return YAML.has(language);
}

/**
 * The patterns that find quotation marks of a word processor in a line of code.
 * @param holdsMarkup whether there is markup around the line, whose text may have such marks
 */
export function curlyQuotePatterns(
  language: string,
  isShell: boolean,
  line: string,
  holdsMarkup: boolean,
): readonly RegExp[] {
  if (!/[‘’“”]/.test(line)) return [];
  if (IN_INSTRUCTION.test(line) && (isShell || INSTRUCTIONS.has(language))) return [IN_LIST];
  if (isShell) return isCommand(line) ? [IN_SHELL, ARGUMENT] : [IN_SHELL];
  if (JSON_LANGUAGES.has(language)) return [IN_JSON];
  if (isYaml(language)) return [IN_YAML];
  if (language === "") return isStatement(line) ? [IN_CODE, IMPORT] : [IMPORT];
  if (MARKUP.has(language))
    return HOLDS_CODE.has(language) ? [IN_MARKUP, IN_CODE, IMPORT] : [IN_MARKUP];
  if (!CODE.has(language)) return [];
  const isCode =
    !holdsMarkup && !RUNNING_WORDS.test(line.replace(STRING, '""').replace(KEYWORDS, "_"));
  const patterns = [IN_CODE, IMPORT, IN_MARKUP, ...(isCode ? [MEMBER, ALONE] : [])];
  return isCode && CALLS_BARE.has(language) ? [...patterns, BARE_ARGUMENT] : patterns;
}

const STRING = new RegExp(`${CURLY}|"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`, "gu");
