import { type Article, type Element, type Range, rangeOf } from "../../../../src/rules.js";
import { isCommand } from "./curly-quotes.js";

/** A dash before an option of a command, in a block that no language is named for. */
export interface CommandDash extends Range {
  readonly meant: string;
}

/** What prints text, in which a dash may be meant. */
const PRINTS = /^\s*(?:\$ )?(?:echo|printf|git\s+commit)\b/;
const OPTION = /(?<=\w[ \t])[–—](?=[a-z][\w-]*(?:[\s=]|$))/gi;
/** Nothing but what a command is made of, and such dashes. */
const PLAIN = /^[\s!-~–—]{1,300}$/;
/** Programs whose options of several letters have one hyphen. */
const ONE_HYPHEN = /^\s*(?:\$ )?(?:ffmpeg|find|java|javac|openssl|go|terraform)\b/;

/** The dashes before options in the commands of an indented block of code, or of a fence that names no language. */
export function commandDashes(article: Article, pre: Element): readonly CommandDash[] {
  if (article.originOf(pre) !== "markdown") return [];
  const { start, end } = rangeOf(pre);
  const written = article.source.slice(start, end);
  if (!/[–—]/.test(written) || /^(?:`{3,}|~{3,})[ \t]*[^\s`~]/.test(written)) return [];
  const isFenced = /^[`~]/.test(written);
  const found: CommandDash[] = [];
  let at = start;
  for (const line of written.split("\n")) {
    const command = line.replace(/^\s*\$ /, "").trimStart();
    // A prompt shows as much as the name of a language, and such blocks are looked at in all regards.
    const isKnown = isFenced && /^\s*\$ /.test(line);
    if (
      !isKnown &&
      PLAIN.test(line) &&
      isCommand(command) &&
      !PRINTS.test(line) &&
      !/["']/.test(line)
    )
      for (const { index } of line.matchAll(OPTION)) {
        const isShort = ONE_HYPHEN.test(line) || /^.[A-Za-z](?:\s|$)/.test(line.slice(index));
        const place = { start: at + index, end: at + index + 1 };
        found.push({ ...place, meant: isShort ? "-" : "--" });
      }
    at += line.length + 1;
  }
  return found;
}
