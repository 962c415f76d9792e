import type { Settings } from "../../rule/settings.js";

/** Articles sorted into the sites of a run: what is learned of one site says nothing of another. */
export function bySite<Entry extends { readonly settings: Settings }>(
  articles: readonly Entry[],
  part: (entry: Entry) => string = () => "",
): readonly (readonly Entry[])[] {
  const sites = new Map<string, Entry[]>();
  for (const article of articles) {
    const key = `${article.settings.site.folder}\0${part(article)}`;
    const site = sites.get(key);
    if (site === undefined) sites.set(key, [article]);
    else site.push(article);
  }
  return [...sites.values()];
}
