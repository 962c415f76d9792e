import { Composer, type CST, type Document, isMap, Parser, type YAMLError } from "yaml";
import type { Range } from "../../range.js";

/** A YAML text as the `yaml` package sees it: one document, its source tokens, its complaints in order. */
export interface Composed {
  readonly document: Document.Parsed | undefined;
  readonly tokens: readonly CST.Token[];
  readonly errors: readonly {
    readonly range: Range;
    readonly code: string;
    readonly message: string;
  }[];
  readonly warnings: readonly {
    readonly range: Range;
    readonly code: string;
    readonly message: string;
  }[];
}

function plain(errors: readonly YAMLError[]): Composed["errors"] {
  return errors
    .map(({ pos, code, message }) => ({ range: { start: pos[0], end: pos[1] }, code, message }))
    .sort((a, b) => a.range.start - b.range.start);
}

/** Splits YAML into source tokens. Needs no stack of its own depth, unlike composing. */
export function tokensOf(text: string): CST.Token[] {
  return [...new Parser().parse(text)];
}

/** Builds the document of the tokens: YAML 1.2 core schema, duplicate keys kept, only known tags. */
export function compose(tokens: readonly CST.Token[], length: number): Composed {
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    strict: true,
    merge: true,
  });
  const [document, second] = [...composer.compose(tokens, true, length)];
  const errors = plain(document?.errors ?? []);
  const further =
    second === undefined
      ? []
      : [
          {
            range: { start: second.range[0], end: second.range[0] },
            code: "MULTIPLE_DOCS",
            message: "A second document starts here",
          },
        ];
  const root = document?.contents;
  const start = root?.range?.[0] ?? 0;
  const isOther = errors.length === 0 && root !== null && root !== undefined && !isMap(root);
  const other = isOther
    ? [{ range: { start, end: start + 1 }, code: "NOT_A_MAP", message: "Not a key with a value" }]
    : [];
  return {
    document,
    tokens,
    errors: [...errors, ...other, ...further],
    warnings: plain(document?.warnings ?? []),
  };
}
