import { parseDocument } from "yaml";
import * as z from "zod";

const tableSchema = z.record(z.string(), z.unknown());

/** The keys of a file in YAML or JSON, or of a table in it; undefined where there is no such table. */
export function namesIn(text: string | undefined, table?: string): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const { data } = tableSchema.safeParse(document.toJS({ maxAliasCount: 100 }));
  const inner = table === undefined ? data : tableSchema.safeParse(data?.[table]).data;
  return inner === undefined ? undefined : Object.keys(inner);
}
