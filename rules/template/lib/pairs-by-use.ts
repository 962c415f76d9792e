import { bySite, type Settings } from "../../../src/rules.js";

/** A tag that is closed so often, and left open at most once in so many, needs its closing tag. */
const LEAST_CLOSED = 10;

interface TagUse {
  readonly settings: Settings;
  readonly fact?: readonly { readonly name: string; readonly isClosed: boolean }[] | undefined;
}

/** Which tags the articles of each site show to need content, where no file of the site defines them. */
export function pairsByUse(
  articles: readonly TagUse[],
): (folder: string, name: string) => "pair" | undefined {
  const sites = new Map<string, ReadonlySet<string>>();
  for (const members of bySite(articles)) {
    const closed = new Map<string, number>();
    const open = new Map<string, number>();
    for (const { name, isClosed } of members.flatMap(({ fact }) => fact ?? [])) {
      const counts = isClosed ? closed : open;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const pairs = [...closed]
      .filter(([name, count]) => count >= LEAST_CLOSED * Math.max(1, open.get(name) ?? 0))
      .map(([name]) => name);
    const [first] = members;
    if (first !== undefined) sites.set(first.settings.site.folder, new Set(pairs));
  }
  return (folder, name) => (sites.get(folder)?.has(name) === true ? "pair" : undefined);
}
