import {
  type Article,
  type Attribute,
  attributeOf,
  type Element,
  isHidden,
  isHostIn,
  isInvisible,
  isTiny,
  strippedUrl,
  webHostOf,
} from "../../../src/rules.js";
import table from "./embeds.json" with { type: "json" };

const DEAD_TYPES: ReadonlySet<string> = new Set(table.deadTypes);
const DEAD_EXTENSION = new RegExp(`\\.(?:${table.deadExtensions.join("|")})$`, "i");
/** The attributes that hold the URL of what an element embeds; lazy-loading scripts keep it in `data-src`. */
const ADDRESS: Readonly<Record<string, readonly string[] | undefined>> = {
  iframe: ["src", "data-src", "data-lazy-src"],
  embed: ["src"],
  object: ["data"],
};

/** The attribute with the URL of what an `<iframe>`, `<embed>` or `<object>` shows. */
export function embedAddressOf(article: Article, element: Element): Attribute | undefined {
  return (ADDRESS[element.tagName] ?? [])
    .map((name) => attributeOf(article, element, name))
    .find((attribute) => attribute !== undefined && (attribute.unknown || attribute.value !== ""));
}

/** Whether an embedded page is never shown: hidden, made invisible, or a pixel that counts readers. */
export function isUnseen(article: Article, element: Element): boolean {
  return isHidden(article, element) || isInvisible(article, element) || isTiny(article, element);
}

/** Whether a URL or type names a format that no current browser plays: Flash, Windows Media, Java applets. */
export function isDeadFormat(address: string, type: string): boolean {
  const [essence = ""] = type.split(";", 1);
  if (DEAD_TYPES.has(essence.trim().toLowerCase())) return true;
  const [path = ""] = strippedUrl(address).split(/[?#]/, 1);
  const host = webHostOf(address);
  if (host !== undefined && isDeadPlayer(path)) return true;
  return DEAD_EXTENSION.test(path);
}

function isDeadPlayer(path: string): boolean {
  const bare = path.replace(/^(?:https?:)?\/\/(?:www\.)?/i, "").toLowerCase();
  return table.deadPlayers.some((player) => bare.startsWith(player));
}

/** Whether an `<object>` or `<embed>` needs a plugin that browsers no longer support. */
export function isDeadPlugin(article: Article, element: Element): boolean {
  const read = (name: string) => attributeOf(article, element, name)?.value ?? "";
  if (read("classid") !== "") return true;
  return isDeadFormat(embedAddressOf(article, element)?.value ?? "", read("type"));
}

/** Whether a host is a well-known player, map or code sandbox, whose pages need most of what a sandbox forbids. */
export function isKnownPlayer(host: string): boolean {
  return isHostIn(host, table.players);
}
