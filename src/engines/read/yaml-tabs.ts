import { parseAllDocuments } from "yaml";

const LONGEST = 20_000;
/** A parser that goes down into each bracket does not come back from too many of them. */
const MOST_NESTED = 200;
const TAB = "TAB_AS_INDENT";
/** Widths that a tab may have been meant as. */
const WIDTHS = [2, 4, 8, 6] as const;

/** Where a tab indents YAML that parsers take once it is spaces; undefined where anything else is wrong with it. */
export function yamlTabPlace(code: string): number | undefined {
  if (code.length > LONGEST || !/^ *\t/m.test(code)) return undefined;
  if ((code.match(/[[{]|[-?:](?=\s+[-?:]\s)/g) ?? []).length > MOST_NESTED) return undefined;
  const place = errorsOf(code).find((error) => error.code === TAB)?.pos[0];
  if (place === undefined) return undefined;
  const isTaken = WIDTHS.some((width) => {
    const spaced = code.replace(/^[ \t]+/gm, (blanks) =>
      blanks.replaceAll("\t", " ".repeat(width)),
    );
    return errorsOf(spaced).length === 0;
  });
  return isTaken ? place : undefined;
}

function errorsOf(
  code: string,
): readonly { readonly code: string; readonly pos: [number, number] }[] {
  const documents = parseAllDocuments(code, { uniqueKeys: false, logLevel: "silent" });
  return "empty" in documents ? [] : documents.flatMap(({ errors }) => errors);
}
