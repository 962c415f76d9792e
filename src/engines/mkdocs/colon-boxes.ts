import type { Article } from "../../article/article.js";
import type { BoxDefect } from "../../engine/boxes.js";
import boxes from "./boxes.json" with { type: "json" };
import type { MkdocsConfig } from "./config.js";

const KNOWN: ReadonlySet<string> = new Set(boxes.names);
/** Plugins that change the marks of other programs, or read such lines themselves. */
const CONVERTS = /callout|admonition|directive|container|convert|obsidian/i;
const READS_COLONS = /container|directive/i;

/** Boxes between lines of colons, as other engines have them: readers see the colons. */
export function colonBoxes(
  { source, templateTags }: Article,
  { hooks, plugins, markdown_extensions: extensions }: MkdocsConfig,
): readonly BoxDefect[] {
  const lines = templateTags.filter(
    ({ kind, range }) => kind === "directive" && source.startsWith(":::", range.start),
  );
  const isOpen =
    hooks.length > 0 ||
    Object.keys(plugins).some((name) => CONVERTS.test(name)) ||
    Object.keys(extensions).some((name) => READS_COLONS.test(name));
  return lines.flatMap(({ name, range }, index): readonly BoxDefect[] => {
    if (!KNOWN.has(name) || lines[index + 1]?.name !== "") return [];
    return [{ kind: "foreign", range, name, names: [`!!! ${name}`], isOpen }];
  });
}
