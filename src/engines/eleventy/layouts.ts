import * as z from "zod";
import { lazily } from "../../article/lazily.js";
import { remembered } from "../../article/remembered.js";
import type { SiteFiles } from "../../engine/router.js";
import type { ArticleFacts } from "../../facts/facts.js";
import { type SiteTable, UNREADABLE } from "../../facts/site-settings.js";
import { layoutIds } from "../read/layout-ids.js";
import type { DataFiles } from "./data.js";

/** Which ids the layouts of articles print. */
export interface Layouts {
  /** The ids around an article; undefined where only a build could tell them. */
  idsAround(facts: ArticleFacts): readonly string[] | undefined;
}

const ENDINGS = [
  "",
  ".njk",
  ".liquid",
  ".html",
  ".webc",
  ".11ty.js",
  ".vto",
  ".hbs",
  ".ejs",
  ".md",
];

const callsSchema = z
  .array(z.object({ method: z.string(), arguments: z.array(z.unknown()) }))
  .catch([]);

/**
 * Reads the layouts of articles as text: they are named by front matter or data, some by an alias of the config.
 *
 * @param folders of layouts and includes, relative to the project root
 */
export function createLayouts(
  config: SiteTable,
  folders: readonly string[],
  data: DataFiles,
  files: SiteFiles | undefined,
): Layouts {
  const paths = lazily(() => new Set(files?.list() ?? []));
  const aliases = new Map(
    callsSchema
      .parse(config.calls)
      .filter(({ method }) => method === "addLayoutAlias")
      .map(({ arguments: [name, file] }) => [String(name), String(file)]),
  );
  const fileOf = (name: string): string | undefined =>
    folders
      .flatMap((folder) =>
        ENDINGS.map((ending) => `${folder}/${aliases.get(name) ?? name}${ending}`),
      )
      .find((path) => paths().has(path));
  const idsIn = remembered((name: string) => layoutIds(name, fileOf, files));

  return {
    idsAround: (facts) => {
      const computed = data.valueOf(facts, "eleventyComputed");
      const layout = data.valueOf(facts, "layout");
      const isComputed = typeof computed === "object" && computed !== null && "layout" in computed;
      if (layout === UNREADABLE || computed === UNREADABLE || isComputed) return undefined;
      return typeof layout === "string" && layout !== "" ? idsIn(layout) : [];
    },
  };
}
