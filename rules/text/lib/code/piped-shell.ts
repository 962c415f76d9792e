import type { CodeBlock, Range } from "../../../../src/rules.js";

/** A command that hands what it downloads to a shell, without knowing who sent it. */
export interface PipedShell extends Range {
  readonly command: string;
  readonly kind: "pipedHttp" | "pipedUnverified";
}

const PIPED = /\b(?:curl|wget)\s[^|\n;&]{1,400}\|\s?(?:sudo\s(?:-\w+\s)?)?(?:ba|z|da)?sh\b/g;
const HTTP = /\shttp:\/\/(?!localhost|127\.|10\.|192\.168\.|\[)/;
const UNVERIFIED = /\s(?:-[A-Za-z]*k[A-Za-z]*|--insecure|--no-check-certificate)(?=\s)/;

/** Finds such commands in a block. */
export function pipedShells({ lines }: CodeBlock): readonly PipedShell[] {
  return lines.flatMap(({ text, start }) =>
    text.length > 1000 || /^\s*#\s/.test(text)
      ? []
      : [...text.matchAll(PIPED)].flatMap(({ 0: command, index }) => {
          const kind = UNVERIFIED.test(command)
            ? ("pipedUnverified" as const)
            : HTTP.test(command)
              ? ("pipedHttp" as const)
              : undefined;
          const from = start + index;
          return kind === undefined
            ? []
            : [{ kind, command, start: from, end: from + command.length }];
        }),
  );
}
