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

const SERVICES = table.services.map(({ player, whole, id, likely, ...rest }) => ({
  ...rest,
  player: new RegExp(player),
  whole: new RegExp(whole),
  id: new RegExp(id),
  likely: new RegExp(likely),
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
