import * as z from "zod";
import {
  type Article,
  type Attribute,
  alsoAt,
  defineRule,
  type Edit,
  insertAttribute,
  isHostIn,
  isOwnHost,
  openingTagOf,
  type Range,
  rangeOf,
  replace,
  webHostOf,
} from "../../src/rules.js";
import { embedAddressOf, isKnownPlayer, isUnseen } from "./lib/embeds.js";
import { mayHave } from "./lib/media.js";

const TRACKING_PLAYER = /^(?:https?:)?\/\/((?:www\.|m\.)?youtube\.com)\/embed\//i;
const QUIET_PLAYER = "www.youtube-nocookie.com";
/** What a page needs to work by itself; it still cannot lead readers away or start downloads. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups";

/** One place where the article has a shortcoming, with the edit that removes it. */
interface Shortcoming {
  readonly range: Range;
  readonly edit: Edit;
}

export default defineRule({
  id: "embed/allowlist",
  summary:
    "Embedded pages come from allowed hosts, and get no more rights and loading time than they need",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox",
    "https://html.spec.whatwg.org/multipage/urls-and-fetching.html#lazy-loading-attributes",
  ],
  options: z.strictObject({
    hosts: z
      .array(z.string())
      .default([])
      .describe(
        "Hosts whose pages may be embedded, with their subdomains: `player.vimeo.com`. An empty list allows every host; the hosts of the site itself are always allowed.",
      ),
  }),
  messages: {
    host: {
      severity: "warning",
      what: "The article embeds a page from {host}, which this site does not allow.",
      why: "Whoever runs the host sees who reads the article and can show them anything.",
      help: "Link to the page instead, or add {host} to the option hosts.",
    },
    cookies: {
      severity: "warning",
      what: "This video from youtube.com sets cookies before readers play it.",
      why: "The cookies track readers on other sites, which many countries forbid without consent.",
      help: "Embed it from www.youtube-nocookie.com, which plays the same video.",
    },
    lazy: {
      severity: "warning",
      what: "This embedded page is loaded at once, although it is further down the article.",
      why: "Every reader waits for it, even those who never scroll down to it.",
      help: 'Add loading="lazy".',
    },
    sandbox: {
      severity: "warning",
      what: "The page from {host} is embedded without a sandbox.",
      why: "It may lead readers away from the article, start downloads and open dialogs.",
      help: "Add sandbox with the rights that the page needs, or add {host} to the option hosts if you trust it.",
    },
  },
  check({ article, options, settings, report }) {
    const strangers = new Map<string, Range[]>();
    const cookies: Shortcoming[] = [];
    const eager: Shortcoming[] = [];
    const unboxed = new Map<string, Shortcoming[]>();
    const firstText = article.texts.find(({ value }) => value.trim() !== "");
    const textStart = firstText === undefined ? undefined : rangeOf(firstText).start;

    return {
      iframe(element) {
        const address = embedAddressOf(article, element);
        if (address === undefined || address.unknown) return;
        const tag = openingTagOf(article, element);
        const host = webHostOf(address.value);
        const isOwn = host === undefined || isOwnHost(host, settings.site);
        const isAllowed = isOwn || isHostIn(host, options.hosts);
        if (!isAllowed && options.hosts.length > 0) {
          addTo(strangers, host, address.valueRange);
          return;
        }
        if (isUnseen(article, element)) return;
        const player = trackingHostIn(article, address);
        if (player !== undefined && !isChosen(options.hosts)) {
          cookies.push({ range: player, edit: replace(player, QUIET_PLAYER) });
        }
        const isBelow = textStart !== undefined && textStart < tag.start;
        if (isBelow && address.name === "src" && !mayHave(article, element, "loading")) {
          eager.push({ range: tag, edit: insertAttribute(article, element, "loading", "lazy") });
        }
        if (!isAllowed && !isKnownPlayer(host) && !mayHave(article, element, "sandbox")) {
          const edit = insertAttribute(article, element, "sandbox", SANDBOX);
          addTo(unboxed, host, { range: tag, edit });
        }
      },
      end() {
        for (const [host, [range, ...others]] of strangers) {
          if (range === undefined) continue;
          report({ messageId: "host", range, data: { host }, related: alsoAt(others) });
        }
        reportFixable("cookies", cookies);
        reportFixable("lazy", eager);
        for (const [host, group] of unboxed) {
          const [first, ...others] = group;
          if (first === undefined) continue;
          report({
            messageId: "sandbox",
            range: first.range,
            data: { host },
            related: alsoAt(others),
            suggestions: [{ message: "Add a sandbox", edits: group.map(({ edit }) => edit) }],
          });
        }
      },
    };

    function reportFixable(messageId: "cookies" | "lazy", group: readonly Shortcoming[]): void {
      const [first, ...others] = group;
      if (first === undefined) return;
      report({
        messageId,
        range: first.range,
        related: alsoAt(others),
        fix: group.map(({ edit }) => edit),
      });
    }
  },
});

function addTo<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The place of the host in the URL of a YouTube player that sets cookies at once. */
function trackingHostIn({ source }: Article, { valueRange }: Attribute): Range | undefined {
  const { start, end } = valueRange;
  const written = source.slice(start, end);
  const host = TRACKING_PLAYER.exec(written.trimStart())?.[1];
  if (host === undefined) return undefined;
  const at = start + written.indexOf(host);
  return { start: at, end: at + host.length };
}

/** Whether the option decides for youtube.com, by allowing it and not youtube-nocookie.com. */
function isChosen(hosts: readonly string[]): boolean {
  return hosts.length > 0 && !isHostIn(QUIET_PLAYER, hosts);
}
