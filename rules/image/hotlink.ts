import * as z from "zod";
import {
  alsoAt,
  attributeOf,
  defineRule,
  isHostIn,
  type Reference,
  rangeOf,
  referencesOf,
  webHostOf,
} from "../../src/rules.js";
import hosts from "./lib/picture-hosts.json" with { type: "json" };

const EMBEDDABLE: readonly string[] = [...hosts.embeddable, "localhost"];

export default defineRule({
  id: "image/hotlink",
  summary: "Images come from the site itself",
  references: [
    "https://html.spec.whatwg.org/multipage/urls-and-fetching.html#referrer-policy-attributes",
  ],
  options: z.strictObject({
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Further hosts that may serve images; each includes its subdomains."),
  }),
  messages: {
    hotlink: {
      severity: "warning",
      what: "{images} from {host}.",
      why: "The host can change or remove {them} at any time, and it learns who reads the article.",
      help: "Save {them} into the site, or add {host} to the option allowHosts if you may rely on it.",
    },
    dodging: {
      severity: "warning",
      what: '{images} from {host} with referrerpolicy="no-referrer".',
      why: "The attribute bypasses the host's protection against hotlinking, so the host may block {them} at any time.",
      help: "Get permission, and save {them} into the site.",
    },
  },
  check({ article, options, settings, report }) {
    const { site } = settings;
    const own = [site.url, ...site.ownHosts, ...(site.relatedHosts ?? [])].flatMap(
      (entry) => ownHostOf(entry) ?? [],
    );
    const isAllowed = (host: string): boolean =>
      isHostIn(host, EMBEDDABLE) || isHostIn(host, options.allowHosts) || isHostIn(host, own);
    const groups = new Map<string, Reference[]>();

    for (const image of referencesOf(article).images) {
      const host = image.unknown ? undefined : webHostOf(image.url);
      if (host === undefined || isAllowed(host)) continue;
      const group = groups.get(host) ?? [];
      // Several candidates of one srcset are one image.
      if (!group.some(({ elementRange }) => elementRange.start === image.elementRange.start))
        group.push(image);
      groups.set(host, group);
    }
    if (groups.size === 0) return;

    const dodging = new Set(
      article.elements
        .filter((element) => {
          const policy = attributeOf(article, element, "referrerpolicy");
          return policy !== undefined && /^\s*no-referrer\s*$/i.test(policy.value);
        })
        .map((element) => rangeOf(element).start),
    );
    for (const [host, [first, ...further]] of groups) {
      if (first === undefined) continue;
      const images =
        further.length === 0 ? "An image is loaded" : `${further.length + 1} images are loaded`;
      const dodges = [first, ...further].some(({ elementRange }) =>
        dodging.has(elementRange.start),
      );
      report({
        messageId: dodges ? "dodging" : "hotlink",
        range: first.range,
        data: { host, images, them: further.length === 0 ? "the image" : "the images" },
        related: alsoAt(further, () => "Also from this host"),
      });
    }
  },
});

/** The site's host without `www.`, so that its media subdomains are its own too. */
function ownHostOf(entry: string | undefined): string | undefined {
  if (entry === undefined) return undefined;
  return (webHostOf(entry) ?? entry).toLowerCase().replace(/^www\./, "");
}
