import { join } from "node:path";
import * as z from "zod";
import type { SiteReader } from "../../engine/site-reader.js";
import type { SiteTable } from "../../facts/site-settings.js";

/** Stands in the config for the classes of boxes that the site's own style sheets have. */
const BOX_CLASSES = "boxClasses";

const texts = z.array(z.string()).catch([]);
const schema = z.object({ extra_css: texts, [BOX_CLASSES]: texts });
const CLASS = /\.([A-Za-z][\w-]*)/g;

/** The classes that the style sheets of a site name, where they style boxes. */
export function boxClassesIn(
  config: SiteTable,
  folder: string,
  docs: string,
  reader: SiteReader,
): SiteTable {
  const classes = schema.parse(config).extra_css.flatMap((file) => {
    const text = reader.text(join(folder, docs, file)) ?? "";
    return text.includes("admonition")
      ? [...text.matchAll(CLASS)].flatMap(([, name]) => name ?? [])
      : [];
  });
  return classes.length === 0 ? {} : { [BOX_CLASSES]: [...new Set(classes)] };
}

/** The classes that `boxClassesIn` has found. */
export function boxClassesOf(config: SiteTable): readonly string[] {
  return schema.parse(config)[BOX_CLASSES];
}
