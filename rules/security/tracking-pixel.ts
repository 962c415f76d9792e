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
  type Suggestion,
  webHostOf,
} from "../../src/rules.js";

/** Pictures that show nothing and tell another site who reads the article. */
export default defineRule({
  id: "security/tracking-pixel",
  summary: "No picture or link reports readers to another site",
  fixes: ["suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/links.html#hyperlink-auditing",
    "RFC 9110 §17.13",
  ],
  options: z.strictObject({
    hosts: z
      .array(z.string())
      .default([])
      .describe("Further hosts that only count readers; a host also stands for its subdomains."),
    allowHosts: z
      .array(z.string())
      .default([])
      .describe("Hosts that may count readers; a host also stands for its subdomains."),
  }),
  messages: {
    counter: {
      severity: "warning",
      what: "This {tag} comes from {host}, which counts readers: it learns who opens the article and when.",
      why: "",
      help: "Delete it, or count in the layout, where readers are asked first.",
    },
    tiny: {
      severity: "warning",
      what: "This {tag} from {host} measures one pixel, so it shows nothing and only tells that site who opens the article.",
      why: "",
      help: "Delete it.",
    },
    hidden: {
      severity: "warning",
      what: "This picture from {host} is invisible, so it shows nothing and only tells that site who opens the article.",
      why: "",
      help: "Delete it, or serve it from the site if a script shows it.",
    },
    payload: {
      severity: "warning",
      what: "The address of this picture from {host} names no picture and only carries data, as those that count readers do.",
      why: "",
      help: "Delete it, or give it a text alternative if it shows something.",
    },
    ping: {
      severity: "warning",
      what: "The ping attribute reports every click on this link to {target}.",
      why: "",
      help: "Delete the attribute.",
    },
  },
  check({ article, options, settings, report }) {
    const removal = (element: Element): readonly Suggestion[] => {
      const range = elementRemoval(article, element) ?? rangeOf(element);
      return [{ message: "Delete it", edits: [{ ...range, text: "" }] }];
    };

    const judge = (element: Element): void => {
      const src = attributeOf(article, element, "src");
      if (src === undefined || hasUnknownAttribute(article, element, "src")) return;
      const host = webHostOf(src.value);
      if (host === undefined || isOwnHost(host, settings.site)) return;
      if (isHostIn(host, options.allowHosts)) return;
      const tag = element.tagName === "img" ? "picture" : "frame";
      const base = () => ({ range: rangeOf(element), suggestions: removal(element) });
      // A lazy loader's stand-in is small or hidden until the picture comes.
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

    /** Neither described nor given room: nobody is meant to see it. */
    const isSilent = (element: Element): boolean => {
      const alt = attributeOf(article, element, "alt");
      if (alt !== undefined && (alt.unknown || alt.value.trim() !== "")) return false;
      return attributeOf(article, element, "width") === undefined;
    };

    const judgePing = (element: Element): void => {
      const ping = attributeOf(article, element, "ping");
      if (ping === undefined || ping.unknown || ping.value.trim() === "") return;
      const target = webHostOf(ping.value) ?? ping.value.trim();
      const edits = [removeAttribute(article.source, ping.range)];
      const suggestions = [{ message: "Delete the attribute", edits }];
      report({ messageId: "ping", range: ping.range, data: { target }, suggestions });
    };
    return { img: judge, iframe: judge, a: judgePing, area: judgePing };
  },
});
