import * as z from "zod";
import {
  type Article,
  alsoAt,
  attributeOf,
  defineRule,
  type Element,
  excerpt,
  foldLinkText,
  isFilledByScript,
  isGenericLinkText,
  linkNameOf,
  type Range,
  rangeOf,
  webHostOf,
} from "../../src/rules.js";
import { copiedTargets, namesOtherAddress } from "./lib/address-texts.js";
import { linkedCards } from "./lib/linked-cards.js";
import { type ListedLink, linksInLists, otherTargets } from "./lib/listed-targets.js";
import { otherVideos } from "./lib/listed-videos.js";
import { otherNumber } from "./lib/other-numbers.js";

/** A link text must say where the link leads, since many readers get it without the sentence around it. */
export default defineRule({
  id: "link/text",
  summary: "Link texts say where the link leads",
  fixes: ["safe"],
  references: ["WCAG 2.2 SC 2.4.4", "WCAG 2.2 SC 2.4.9", "WCAG 2.2 SC 4.1.2"],
  options: z.strictObject({
    words: z
      .array(z.string())
      .default([])
      .describe(
        "More link texts that say nothing, in addition to the built-in lists in nine languages.",
      ),
  }),
  messages: {
    noName: {
      severity: "error",
      what: "This link has no text.",
      why: "Screen readers can only read out its URL, and other readers see nothing to click.",
      help: "Add a text that names the target, or an aria-label.",
    },
    generic: {
      severity: "warning",
      what: 'The link text "{text}" does not describe the target.',
      why: "In a list of links, or read out on its own, such a text says nothing.",
      help: "Use words that name what readers find there.",
    },
    address: {
      severity: "info",
      what: "{links} as link text.",
      why: "Screen readers read out a URL letter by letter.",
      help: "Write the title of the page instead.",
    },
    otherAddress: {
      severity: "warning",
      what: "The text of this link is one address, and its target another.",
      why: "Readers rely on the address that they see, and arrive at {target}.",
      help: "Correct the text or the target, whichever is wrong.",
    },
    otherNumber: {
      severity: "warning",
      what: "The text of this link names {named}, its target {meant}.",
      why: "Readers arrive at another page than the one that they are promised.",
      help: "Correct the text or the target, whichever is wrong.",
    },
    otherTarget: {
      severity: "warning",
      what: 'The link "{text}" leads where the link "{other}" does.',
      why: "The texts of the other links in this list are the ends of their targets; this one's is not.",
      help: "Correct the target, or the text.",
    },
    otherVideo: {
      severity: "warning",
      what: 'The link "{text}" leads to the video of the link "{other}".',
      why: "Each of the other links in this list has a video of its own.",
      help: "Correct the target of one of the two.",
    },
    sameText: {
      severity: "info",
      what: 'The link text "{text}" has {count} different targets.',
      why: "Readers cannot tell these links apart.",
      help: "Give each link its own text.",
    },
    titleRepeats: {
      severity: "warning",
      what: "The title of this link repeats its text.",
      why: "Some screen readers read out both.",
      help: "Delete the title.",
    },
  },
  check: ({ article, options, report }) => {
    const named = new Map<string, Named>();
    const addresses: Range[] = [];
    const listed: ListedLink[] = [];
    return {
      end() {
        for (const { link, named: twin } of otherTargets([
          ...linksInLists(article, listed),
          ...linkedCards(article),
        ]))
          report({
            messageId: "otherTarget",
            range: link.range,
            related: [{ range: twin.range, message: "the link with the name of the target" }],
            data: { text: excerpt(link.text), other: excerpt(twin.text) },
          });
        for (const { range, text, target } of copiedTargets(listed))
          if (!namesOtherAddress(text, target))
            report({ messageId: "otherAddress", range, data: { target: excerpt(target) } });
        for (const { link, named: twin } of otherVideos(article, listed))
          report({
            messageId: "otherVideo",
            range: link.range,
            certainty: "likely",
            related: [{ range: twin.range, message: "the other link to this video" }],
            data: { text: excerpt(link.text), other: excerpt(twin.text) },
          });
        for (const { text, first, targets, others } of named.values()) {
          const [range, ...more] = others;
          if (range === undefined) continue;
          const related = [
            { range: first, message: "first link with this text" },
            ...alsoAt(more, () => "another link with this text"),
          ];
          report({ messageId: "sameText", range, data: { text, count: targets.size }, related });
        }
        const [range, ...others] = addresses;
        if (range === undefined) return;
        const links =
          others.length === 0
            ? "This link has its URL"
            : `${addresses.length} links have their URLs`;
        const related = others.map((other) => ({
          range: other,
          message: "another URL as link text",
        }));
        report({ messageId: "address", range, data: { links }, related });
      },
      a(link) {
        const href = attributeOf(article, link, "href");
        const target = href?.value.trim() ?? "";
        if (href === undefined || target === "" || isHidden(article, link)) return;
        const range = rangeOf(link);
        const name = linkNameOf(article, link);
        if (name.unknown) return;
        if (name.hidden === "" && (name.text === "" || isUnread(article, link, target))) {
          // Then an image without alt text is the cause, and image/alt-missing reports it.
          if (!holdsMedia(link) && !isCard(article, link) && !isForPlugin(target))
            report({
              messageId: "noName",
              range,
              ...(target.startsWith("#") ? { repeats: "#" } : {}),
            });
          return;
        }
        const text = excerpt(name.text);
        const title = attributeOf(article, link, "title");
        if (
          title !== undefined &&
          text !== "" &&
          foldLinkText(title.value) === foldLinkText(name.text)
        ) {
          const fix =
            article.originOf(link) === "html" ? [deletion(article, title.range)] : undefined;
          report({
            messageId: "titleRepeats",
            range: title.range,
            ...(fix === undefined ? {} : { fix }),
          });
        }
        if (attributeOf(article, link, "aria-label") !== undefined) return;
        if (!href.unknown) listed.push({ element: link, range, text: name.text, target });
        const other = href.unknown ? undefined : otherNumber(name.text, target);
        if (other !== undefined) report({ messageId: "otherNumber", range, data: other });
        if (isGenericLinkText(name.text, options.words)) {
          // As code, a word is the name of something.
          if (namesHost(text, target) || isCode(link)) return;
          report({ messageId: "generic", range, data: { text } });
        } else if (isOwnAddress(article, link, name.text, target)) {
          addresses.push(range);
        } else if (!href.unknown && !isCode(link) && namesOtherAddress(name.text, target)) {
          report({ messageId: "otherAddress", range, data: { target: excerpt(target) } });
        } else if (!href.unknown && isInProse(article, link)) {
          const folded = foldLinkText(name.text);
          const to = comparable(target);
          const known = named.get(folded);
          if (known === undefined) {
            if (/\p{L}/u.test(folded))
              named.set(folded, { text, first: range, to, targets: new Set([to]), others: [] });
          } else if (known.to !== to) {
            known.targets.add(to);
            known.others.push(range);
          }
        }
      },
    };
  },
});

/** Links with the same text: the first, and those with another target. */
interface Named {
  readonly text: string;
  readonly first: Range;
  readonly to: string;
  readonly targets: Set<string>;
  readonly others: Range[];
}

/**
 * Whether a text is the name of the site, or of the account there, that it leads to: `[Go](https://go.dev)`,
 * `[HERE](https://www.here.com/maps)`, `[Go](https://github.com/golang)`.
 */
function namesHost(text: string, target: string): boolean {
  const label = webHostOf(target)?.split(".").at(-2);
  const account = /^(?:https?:)?\/\/[^/]+\/([^/?#]+)/i.exec(target)?.[1]?.toLowerCase();
  const name = text.toLowerCase();
  const isNamed = [name, `${name}lang`].some((one) => one === label || one === account);
  return /^\p{Lu}/u.test(text) && isNamed;
}

/** A link that shows what the script of a service makes of it. */
function isCard(article: Article, link: Element): boolean {
  return link.children.length === 0 && isFilledByScript(article, link);
}

/** Whether a scheme that no browser knows names what a plugin of the build makes of a link: `codepen://boat`. */
function isForPlugin(target: string): boolean {
  return /^(?!https?:|ftp:|file:)[a-z][a-z\d+.-]*:\/\//i.test(target);
}

function isCode({ children: [child, ...others] }: Element): boolean {
  return others.length === 0 && child?.type === "element" && child.tagName === "code";
}

function isHidden(article: Article, link: Element): boolean {
  return attributeOf(article, link, "aria-hidden")?.value === "true";
}

/** Elements whose text is never shown or read. */
const NO_TEXT: ReadonlySet<string> = new Set(["style", "script", "template", "metadata", "defs"]);

/** Whether all of a link's text is hidden from screen readers. An icon beside a heading may lead to that heading. */
function isUnread(article: Article, link: Element, target: string): boolean {
  if (target.startsWith("#")) return false;
  const isRead = (element: Element): boolean =>
    element.children.some((child) => {
      if (child.type === "text") return child.value.trim() !== "";
      return child.type === "element" && !isUnreadElement(child) && isRead(child);
    });
  const isUnreadElement = (element: Element): boolean =>
    NO_TEXT.has(element.tagName) ||
    isHidden(article, element) ||
    attributeOf(article, element, "hidden") !== undefined;
  return !isRead(link);
}

function holdsMedia(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === "element" &&
      (["img", "picture", "video", "object", "iframe", "canvas"].includes(child.tagName) ||
        holdsMedia(child)),
  );
}

/** Autolinks show their URL on purpose; so does a text that is only a host name. */
function isOwnAddress(article: Article, link: Element, text: string, target: string): boolean {
  const { start } = rangeOf(link);
  if (article.originOf(link) === "markdown" && article.source[start] !== "[") return false;
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return false;
  return (
    /[^/]\/[^/]/.test(text.replace(/^https?:\/\//i, "")) && comparable(text) === comparable(target)
  );
}

/** List items and table cells have their own context (WCAG 2.4.4 counts it); numbers are references. */
function isInProse(article: Article, link: Element): boolean {
  for (let at = article.parentOf(link); at !== undefined; at = article.parentOf(at)) {
    if (["li", "td", "th", "nav", "sup", "dd", "dt"].includes(at.tagName)) return false;
  }
  return true;
}

function comparable(url: string): string {
  return url
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/#.*$/, "")
    .replace(/\/$/, "");
}

function deletion(article: Article, range: { readonly start: number; readonly end: number }) {
  const start = /\s/.test(article.source[range.start - 1] ?? "") ? range.start - 1 : range.start;
  return { start, end: range.end, text: "" };
}
