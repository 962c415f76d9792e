import type { RawBlocks } from "../../engine/engine.js";
import type { MkdocsConfig } from "./config.js";
import table from "./raw-blocks.json" with { type: "json" };

const NAMES: ReadonlySet<string> = new Set(table.names.split(" "));

/** The blocks of HTML whose content Python-Markdown does not render; without extensions, no config may be in view. */
export function rawBlocks({ markdown_extensions: extensions }: MkdocsConfig): RawBlocks {
  const names = Object.keys(extensions);
  const readsAttribute = names.length === 0 || names.some((name) => table.attribute.includes(name));
  const remedy = readsAttribute
    ? 'add markdown="1" to the tag around it'
    : 'add markdown="1" to the tag around it and md_in_html to markdown_extensions';
  return { names: NAMES, readsAttribute, remedy, nested: true };
}
