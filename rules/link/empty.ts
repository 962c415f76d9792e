import {
  type Article,
  attributeOf,
  attributesOf,
  defineRule,
  type Element,
  excerpt,
  isIdleScriptUrl,
  linkNameOf,
  type Range,
  rangeOf,
  replace,
  type Suggestion,
} from "../../src/rules.js";
import { emptyProfile } from "./lib/profiles.js";

/** As many characters before a link as may say what it is for. */
const LEAD = 24;

/** `#` is the top of the page (HTML §7.4.6.3): a link whose text says so has a target. */
const TOP = /top|oben|haut|arriba|наверх|顶部|頂部|トップ|맨 ?위|↑|⬆/iu;

/** In drawings the target may have its older name (SVG 1.1), which JSX writes as one word. */
const TARGETS = ["href", "xlink:href", "xlinkhref"];
/** Names with which template languages compute the target when the page runs. */
const COMPUTED: ReadonlySet<string> = new Set([
  ":href",
  "v-bind:href",
  "x-bind:href",
  "v-bind",
  "x-bind",
  "[href]",
  "[attr.href]",
  "ng-href",
]);

/** A link without a real target: none at all, an empty one, or `#` and `javascript:void(0)`. */
export default defineRule({
  id: "link/empty",
  summary: "Links have a target",
  fixes: ["suggestion"],
  references: ["HTML §4.6.1", "WCAG 2.2 SC 2.1.1"],
  messages: {
    noTarget: {
      severity: "warning",
      what: 'The link "{text}" has an empty target.',
      why: "It leads back to the page that readers are already on.",
      help: "Fill in the URL, or remove the link and keep its text.",
    },
    nowhere: {
      severity: "warning",
      what: 'The link target "{target}" does not lead to a page.',
      why: "Readers who click the link expect another page and do not get one.",
      help: "Write the URL of the page, or use a <button> if a script handles the click.",
    },
    noHref: {
      severity: "warning",
      what: 'The link "{text}" has no href attribute.',
      why: "Without href, the <a> cannot be clicked or reached by keyboard.",
      help: "Add an href, or remove the <a> tags and keep the text.",
    },
    profile: {
      severity: "warning",
      what: "This link leads to {host}, not to a profile there.",
      why: "Readers who want to follow the author land on the home page of the service.",
      help: "Complete the URL with the name of the profile, or delete the link.",
    },
    empty: {
      severity: "warning",
      what: "This link has neither text nor target.",
      why: "Readers cannot see it, and a click on it would do nothing.",
      help: "Delete the link.",
    },
  },
  check: ({ article, report }) => ({
    a(link) {
      const written = (name: string) => attributeOf(article, link, name);
      if (attributesOf(article, link).some(({ name }) => COMPUTED.has(name))) return;
      const [href] = TARGETS.flatMap((name) => written(name) ?? []);
      const name = linkNameOf(article, link);
      if (href?.unknown === true || name.unknown) return;
      const text = excerpt(name.text || name.hidden);
      const target = href?.value.trim() ?? "";
      const isNowhere = (target === "#" && !TOP.test(text)) || isIdleScriptUrl(target);
      if (target !== "" && !isNowhere) {
        const host =
          href === undefined ? undefined : emptyProfile(target, text, leadOf(article, link));
        if (href !== undefined && host !== undefined)
          report({ messageId: "profile", range: href.valueRange, data: { host } });
        return;
      }
      // An <a> with a name or id but without href is an anchor; one with a role is handled by a script.
      const isAnchor = ["name", "id", "role", "..."].some((name) => written(name) !== undefined);
      if (href === undefined && isAnchor) return;

      const range = rangeOf(link);
      const inner = innerRangeOf(link) ?? { start: 0, end: 0 };
      const suggestions: readonly Suggestion[] = [
        {
          message: text === "" ? "Delete the link" : "Remove the link and keep its text",
          edits: [replace(range, article.source.slice(inner.start, inner.end))],
        },
      ];
      if (text === "" && target === "") report({ messageId: "empty", range, suggestions });
      else if (href === undefined)
        report({ messageId: "noHref", range, data: { text }, suggestions });
      else if (target === "") report({ messageId: "noTarget", range, data: { text }, suggestions });
      else report({ messageId: "nowhere", range, data: { target }, suggestions });
    },
  }),
});

/** The words before a link, as they are written. */
function leadOf({ source, lines }: Article, link: Element): string {
  const { start } = rangeOf(link);
  return source.slice(Math.max(lines.startOf(lines.pointAt(start).line), start - LEAD), start);
}

/** From the first to the last child that stands in the source; undefined for an element without any. */
function innerRangeOf(element: Element): Range | undefined {
  const placed = element.children.map(rangeOf).filter(({ start, end }) => start < end);
  const first = placed[0];
  const last = placed.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { start: first.start, end: last.end };
}
