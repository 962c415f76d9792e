import * as z from "zod";
import type { LanguageEdition } from "../../engine/router.js";
import { editionByFolder, withoutEnding } from "../read/editions.js";

/** The options of mkdocs-static-i18n that tell editions (https://ultrabug.github.io/mkdocs-static-i18n/). */
const schema = z.object({
  docs_structure: z.enum(["suffix", "folder"]).catch("suffix"),
  languages: z.array(z.object({ locale: z.string(), default: z.boolean().catch(false) })).min(2),
});

/** Which language of which page a file is, by the options of the plugin `i18n`; undefined where they do not tell. */
export function mkdocsEdition(path: string, options: unknown): LanguageEdition | undefined {
  const read = schema.safeParse(options).data;
  const original = read?.languages.find((language) => language.default)?.locale;
  if (read === undefined || original === undefined) return undefined;
  const locales = read.languages.map(({ locale }) => locale);
  if (read.docs_structure === "folder") {
    return locales.includes(path.split("/")[0] ?? "")
      ? editionByFolder(path, locales, original)
      : undefined;
  }
  const bare = withoutEnding(path);
  const language = locales.find((locale) => bare.endsWith(`.${locale}`));
  return {
    language: language ?? original,
    isOriginal: language === undefined || language === original,
    page: language === undefined ? bare : bare.slice(0, -language.length - 1),
  };
}
