import { below } from "../../engine/address.js";
import type { LanguageEdition } from "../../engine/router.js";

/**
 * The edition of a page where languages have folders of their own.
 *
 * @param path below the sources
 * @param languages those with folders
 * @param original the language of the originals; their folder, or none
 */
export function editionByFolder(
  path: string,
  languages: readonly string[],
  original: string,
): LanguageEdition {
  for (const language of languages) {
    const page = below(path, language);
    if (page !== undefined) {
      return { language, isOriginal: language === original, page: withoutEnding(page) };
    }
  }
  return { language: original, isOriginal: true, page: withoutEnding(path) };
}

/** A translation may be written in another format than its original. */
export function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, "");
}
