import { type CodeBlock, type Range, showsChange } from "../../../../src/rules.js";
import { isCommand } from "./curly-quotes.js";
import languages from "./languages.json" with { type: "json" };

const SHELL: ReadonlySet<string> = new Set(languages.shell);
const PROMPT = /^\s*(?:\$|[\w.@~:/-]{1,60}[$#%]) /;
/** An option, its value if it has one, and nothing that a list of options has besides. */
const OPTION =
  /^[ \t]+(?:-[A-Za-z]|--[a-z][\w-]*)(?:[ =](?:"[^"]*"|'[^']*'|[\w@./:${},%+-]+))*[ \t]*(?:\\|\|.*)?$/;
/** What goes on in the next line. */
const GOES_ON = /(?:[\\|&(`^,{[]|<<.*|\b(?:do|then|else|in))\s*$/;
/** Where a usage is shown, not a command. */
const USAGE = /[[\]<>…]|\.\.\.|\busage\b|--help\b/i;

/** The end of a line of a command that the next line goes on with, though no backslash says so. */
export function lostContinuation(block: CodeBlock): Range | undefined {
  const { language, lines } = block;
  if (!SHELL.has(language) || showsChange(block)) return undefined;
  if (lines.some(({ text }) => USAGE.test(text.replace(/"[^"]*"|'[^']*'/g, "")))) return undefined;
  let isWithin = false;
  for (const [index, { text, start }] of lines.entries()) {
    const code = text.replace(PROMPT, "");
    const isPart: boolean = isWithin || isCommand(code);
    isWithin = isPart && text.endsWith("\\");
    const next = lines[index + 1]?.text ?? "";
    if (!isPart || isWithin || GOES_ON.test(text) || !isClosed(text)) continue;
    if (!OPTION.test(next) || !isDeeper(next, lines, index)) continue;
    return { start, end: start + text.trimEnd().length };
  }
  return undefined;
}

/** Whether a line ends in no string and no comment. */
function isClosed(line: string): boolean {
  const rest = line.replace(/"[^"]*"|'[^']*'/g, "");
  return !/["'#]/.test(rest);
}

/** Whether a line is indented below the command that it belongs to. */
function isDeeper(next: string, lines: CodeBlock["lines"], index: number): boolean {
  const indent = (text: string) => /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const head = lines
    .slice(0, index + 1)
    .findLast(({ text }) => isCommand(text.replace(PROMPT, "")));
  return head !== undefined && indent(next) > indent(head.text);
}
