import * as z from "zod";
import {
  attributeOf,
  carriesOnlyData,
  defineRule,
  type Element,
  elementRemoval,
  hasUnknownAttribute,
  isCounter,
  isHostIn,
  isInvisible,
  isOwnHost,
  isTiny,
  LAZY_ATTRIBUTES,
  rangeOf,
  removeAttribute,
  replace,
  type Suggestion,
  webHostOf,
} from "../../src/rules.js";

/** Images that show nothing and tell another site who reads the article. */
export default defineRule({
  id: "security/tracking-pixel",
  summary: "Images and links do not report readers to other sites",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/links.html#hyperlink-auditing",
    "RFC 9110 §17.13",
  ],
  options: z.strictObject({
    hosts: z
      .array(z.string())
      .default([])
      .describe("More hosts that only count readers, including their subdomains."),
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts that are allowed to count readers, including their subdomains."),
  }),
  messages: {
    counter: {
      severity: "warning",
      what: "This {tag} comes from {host}, which counts readers.",
      why: "The service learns who opens the article and when.",
      help: "Delete the {tag}. To count readers, do so in the layout, after they have consented.",
    },
    tiny: {
      severity: "warning",
      what: "This {tag} from {host} is at most one pixel in size.",
      why: "It shows nothing and only tells that site who opens the article.",
      help: "Delete the {tag}.",
    },
    hidden: {
      severity: "warning",
      what: "This image from {host} is invisible.",
      why: "It shows nothing and only tells that site who opens the article.",
      help: "Delete the image. If a script shows it later, serve it from this site.",
    },
    payload: {
      severity: "warning",
      what: "The URL of this image only carries data to {host}.",
      why: "URLs of this kind are typical of images that count readers.",
      help: "Delete the image, or add alt text if it shows something.",
    },
    ping: {
      severity: "warning",
      what: "The ping attribute reports every click on this link to {target}.",
      why: "Readers do not see the report and have not consented to it.",
      help: "Delete the ping attribute.",
    },
  },
  check({ article, options, settings, report }) {
    const removal = (element: Element): readonly Suggestion[] => {
      const range = elementRemoval(article, element) ?? rangeOf(element);
      const message = `Delete the ${nameOf(element)}`;
      return [{ message, edits: [replace(range, "")] }];
    };

    const judge = (element: Element): void => {
      const src = attributeOf(article, element, "src");
      if (src === undefined || hasUnknownAttribute(article, element, "src")) return;
      const host = webHostOf(src.value);
      if (host === undefined || isOwnHost(host, settings.site)) return;
      if (isHostIn(host, options.allowHosts)) return;
      const tag = nameOf(element);
      const base = () => ({ range: rangeOf(element), suggestions: removal(element) });
      // A lazy loader's placeholder is small or hidden until the image is loaded.
      const isStandIn = LAZY_ATTRIBUTES.some(
        (name) => attributeOf(article, element, name) !== undefined,
      );
      const isPicture = element.tagName === "img" && !isStandIn;
      if (isCounter(src.value, options.hosts)) {
        report({ messageId: "counter", ...base(), data: { host, tag } });
      } else if (!isStandIn && isTiny(article, element)) {
        report({ messageId: "tiny", ...base(), data: { host, tag } });
      } else if (isPicture && isInvisible(article, element)) {
        report({ messageId: "hidden", ...base(), data: { host } });
      } else if (isPicture && isSilent(element) && carriesOnlyData(src.value)) {
        report({ messageId: "payload", ...base(), data: { host } });
      }
    };

    /** No alt text and no width: nobody is expected to see it. */
    const isSilent = (element: Element): boolean => {
      const alt = attributeOf(article, element, "alt");
      if (alt !== undefined && (alt.unknown || alt.value.trim() !== "")) return false;
      return attributeOf(article, element, "width") === undefined;
    };

    const judgePing = (element: Element): void => {
      const ping = attributeOf(article, element, "ping");
      if (ping === undefined || ping.unknown || ping.value.trim() === "") return;
      const target = webHostOf(ping.value) ?? ping.value.trim();
      const edits = [removeAttribute(article, ping.range)];
      const suggestions = [{ message: "Delete the ping attribute", edits }];
      report({ messageId: "ping", range: ping.range, data: { target }, suggestions });
    };
    return { img: judge, iframe: judge, a: judgePing, area: judgePing };
  },
});

function nameOf(element: Element): string {
  return element.tagName === "img" ? "image" : "frame";
}
