import {
  type Article,
  jsxComponentsOf,
  overlapTest,
  type Range,
  rangeOf,
} from "../../../src/rules.js";
import table from "./player-ids.json" with { type: "json" };

/** An id that no video or post of a service has. */
export interface WrongId {
  readonly range: Range;
  readonly id: string;
  readonly service: string;
  /** What its ids consist of. */
  readonly form: string;
}

const SERVICES = table.services.map(({ player, whole, id, likely, inAddress, own, ...rest }) => ({
  ...rest,
  own: new RegExp(own, "i"),
  player: new RegExp(player),
  whole: new RegExp(whole),
  id: new RegExp(id),
  likely: new RegExp(likely),
  inAddress: new RegExp(inAddress, "i"),
}));

/** The id in the address of a player, where the service has none like it. */
export function wrongIdInAddress(written: string, range: Range): WrongId | undefined {
  const address = written.trim().replace(/^(?:https?:)?\/\//i, "");
  for (const { name, form, player, whole, id } of SERVICES) {
    const found = player.exec(address)?.[1];
    if (found === undefined) continue;
    return id.test(found) || whole.test(found) || /[{}$<>%]/.test(found)
      ? undefined
      : { range, id: found, service: name, form };
  }
  return undefined;
}

/** What one argument of a tag is: the only one, or that with the name `id`. */
const ONLY_ARGUMENT = /^[{%<\s-]*\w+\s+(["']?)([^\s"'=,]+)\1\s*[-%}/>]+$/;
const NAMED = /\s(?:id|videoId)\s*=\s*(["'])([^"']*)\1/;

/** Ids in tags and components that show a video or a post by its id; one with an address is in a form of the site's own. */
export function wrongIdsIn(article: Article): readonly WrongId[] {
  const isComment = overlapTest(article.comments.map(rangeOf));
  const tags = article.templateTags.flatMap(({ kind, name, range }): readonly WrongId[] => {
    const service = SERVICES.find((one) => one.tags.includes(name));
    if (kind !== "tag" || service === undefined || isComment(range)) return [];
    const tag = article.source.slice(range.start, range.end);
    const only = service.isFirst ? ONLY_ARGUMENT.exec(tag) : null;
    const id = (NAMED.exec(tag) ?? only)?.[2];
    if (id === undefined) return [];
    const start = range.start + tag.indexOf(id, tag.indexOf(name) + name.length);
    return wrong(service, id, { start, end: start + id.length });
  });
  const components = jsxComponentsOf(article).flatMap(({ name, attributes }) => {
    const service = SERVICES.find((one) => one.components.includes(name));
    const attribute = attributes.find((one) => service?.keys.includes(one.name));
    if (service === undefined || attribute === undefined || attribute.unknown) return [];
    return wrong(service, attribute.value, attribute.valueRange);
  });
  return [...tags, ...components];
}

function wrong(
  { name, form, id, likely }: (typeof SERVICES)[number],
  written: string,
  range: Range,
): readonly WrongId[] {
  if (id.test(written) || !likely.test(written)) return [];
  return [{ range, id: written, service: name, form }];
}

/** A tag or a component that shows a video by its id. */
export interface PlayerUse {
  readonly name: string;
  readonly isTag: boolean;
  /** Whether an attribute or an argument that is called so has the id. */
  readonly isNamed: boolean;
  /** Whether the site, not a library, has given it its name. */
  readonly isOwn: boolean;
  readonly range: Range;
  /** The id in the address that is written in its place; undefined where an id is written. */
  readonly idInAddress?: string;
}

const FIRST_ADDRESS = /^[{%<\s-]*\w+\s+(["']?)(https?:\/\/[^\s"'<>]+)\1(?=[\s%}>/-])/;
/** Its components take addresses, too. */
const TAKES_ADDRESSES = /[a-z]-embed\b/;

/** Where an article shows videos by id, or writes an address where others write the id. */
export function playerUsesIn(article: Article): readonly PlayerUse[] {
  const { source, templateTags, comments } = article;
  const isComment = overlapTest(comments.map(rangeOf));
  const tags = templateTags.flatMap(({ kind, name, range }): readonly PlayerUse[] => {
    const known = SERVICES.find((one) => one.tags.includes(name));
    const service = known ?? SERVICES.find(({ own }) => own.test(name));
    if (kind !== "tag" || service === undefined || isComment(range)) return [];
    const tag = source.slice(range.start, range.end);
    const named = NAMED.exec(tag)?.[2];
    const first = service.isFirst
      ? (FIRST_ADDRESS.exec(tag)?.[2] ?? ONLY_ARGUMENT.exec(tag)?.[2])
      : undefined;
    const value = named ?? first;
    if (value === undefined) return [];
    const start = range.start + tag.indexOf(value, tag.indexOf(name) + name.length);
    const place = { start, end: start + value.length };
    const isOwn = known === undefined;
    const isNamed = named !== undefined;
    return used(service, value, { name, isTag: true, isNamed, isOwn, range: place });
  });
  const components = TAKES_ADDRESSES.test(source)
    ? []
    : jsxComponentsOf(article).flatMap(({ name, attributes }): readonly PlayerUse[] => {
        const known = SERVICES.find((one) => one.components.includes(name));
        const service = known ?? SERVICES.find(({ own }) => own.test(name));
        const isOwn = known === undefined;
        const attribute = attributes.find((one) => service?.keys.includes(one.name));
        if (service === undefined || attribute === undefined || attribute.unknown) return [];
        const range = attribute.valueRange;
        return used(service, attribute.value, {
          name,
          isTag: false,
          isNamed: true,
          isOwn,
          range,
        });
      });
  return [...tags, ...components];
}

function used(
  { id, inAddress }: (typeof SERVICES)[number],
  value: string,
  use: PlayerUse,
): readonly PlayerUse[] {
  if (id.test(value)) return [use];
  const idInAddress = inAddress.exec(value)?.[1];
  return idInAddress === undefined ? [] : [{ ...use, idInAddress }];
}
