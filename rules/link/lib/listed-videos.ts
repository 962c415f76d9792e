import { type Article, ancestorOf, type Element } from "../../../src/rules.js";
import type { ListedLink } from "./listed-targets.js";

interface OtherVideo {
  readonly link: ListedLink;
  readonly named: ListedLink;
}

/** So many links of a list lead to videos of one host, each to its own. */
const LEAST = 6;
/** Addresses of videos, each of which has an id. */
const VIDEO =
  /^https?:\/\/(?:youtu\.be\/|(?:www\.)?youtube\.com\/watch\?v=|(?:www\.)?vimeo\.com\/)([\w-]+)$/i;

/** In lists of videos, the link that leads to the video of another one, while all others have their own. */
export function otherVideos(article: Article, links: readonly ListedLink[]): readonly OtherVideo[] {
  const groups = new Map<Element, ListedLink[]>();
  for (const link of links) {
    const list = ancestorOf(article, link.element, ["ul", "ol"]);
    if (list === undefined) continue;
    const members = groups.get(list);
    if (members === undefined) groups.set(list, [link]);
    else members.push(link);
  }
  return [...groups.values()].flatMap((members) => {
    const firsts = new Map<string, ListedLink>();
    const doubles: OtherVideo[] = [];
    for (const link of members) {
      const id = VIDEO.exec(link.target)?.[1];
      if (id === undefined) return [];
      const named = firsts.get(id);
      if (named === undefined) firsts.set(id, link);
      else doubles.push({ link, named });
    }
    const [double] = doubles;
    if (double === undefined || doubles.length > 1 || members.length < LEAST) return [];
    return double.link.text === double.named.text ? [] : [double];
  });
}
