import * as z from "zod";
import {
  type Attribute,
  alsoAt,
  attributeOf,
  defineRule,
  type Edit,
  type Element,
  insert,
  isOwnHost,
  type Range,
  rangeOf,
  replace,
  textContentOf,
  webHostOf,
} from "../../src/rules.js";

/** Targets that do not open a new window. */
const SAME_WINDOW: ReadonlySet<string> = new Set(["", "_self", "_parent", "_top"]);
const OPENER = /(?:^|\s)opener(?:\s|$)/i;
const SEVERED = /^(?:noopener|noreferrer)$/i;
/** kramdown's attribute list after a Markdown link: `[text](url){:target="_blank"}`. */
const ATTRIBUTE_LIST = /^\{:\s*([^}\n]*)\}/;

export default defineRule({
  id: "security/target-blank",
  summary: "Links that open a new window give the other site no access to this one",
  fixes: ["safe", "suggestion"],
  references: [
    "https://html.spec.whatwg.org/multipage/links.html#link-type-noopener",
    "WCAG 2.2 technique G201",
  ],
  options: z.strictObject({
    cue: z
      .boolean()
      .default(false)
      .describe("Whether links must announce the new window in their text, title or aria-label."),
    words: z
      .array(z.string())
      .default([
        "new window",
        "new tab",
        "新窗口",
        "新視窗",
        "新标签",
        "新しいウィンドウ",
        "新しいタブ",
        "↗",
      ])
      .describe("Words that announce a new window."),
  }),
  messages: {
    missing: {
      severity: "info",
      what: 'This {thing} opens {host} in a new window without rel="noopener".',
      why: "Browsers from before 2021 let that site replace this page through window.opener, for example with a fake login.",
      help: 'Add rel="noopener", or delete the target attribute.',
    },
    missingSeveral: {
      severity: "info",
      what: '{count} links open other sites in a new window without rel="noopener".',
      why: "Browsers from before 2021 let those sites replace this page through window.opener, for example with a fake login.",
      help: 'Add rel="noopener" to each of them, or delete their target attributes.',
    },
    named: {
      severity: "info",
      what: 'This {thing} opens a window named "{window}" without rel="noopener".',
      why: "Browsers from before 2021 let {host} replace this page through window.opener, for example with a fake login.",
      help: 'Add rel="noopener" (each click then opens a new window), or delete the target attribute.',
    },
    opener: {
      severity: "info",
      what: 'This {thing} gives {host} access to this page with rel="opener".',
      why: "That site can replace this page through window.opener, for example with a fake login.",
      help: "Delete opener from rel unless the two pages work together.",
    },
    cue: {
      severity: "warning",
      what: "Nothing tells readers that this link opens a new window.",
      why: "Readers who do not notice the new window cannot find their way back.",
      help: 'Announce it in the link text, for example with "(new window)", or delete the target attribute.',
    },
  },
  check({ article, engine, options, settings, report }) {
    const missing: {
      readonly range: Range;
      readonly host: string;
      readonly thing: string;
      readonly edits: readonly Edit[];
    }[] = [];
    const silent: Range[] = [];

    const otherHost = (element: Element, name: string): string | undefined => {
      const address = attributeOf(article, element, name);
      if (address === undefined || address.unknown) return undefined;
      const host = webHostOf(address.value);
      return host === undefined || isOwnHost(host, settings.site) ? undefined : host;
    };

    const judge = (element: Element, addressName: string): void => {
      const target = attributeOf(article, element, "target");
      const rel = attributeOf(article, element, "rel");
      if (target === undefined || target.unknown || rel?.unknown === true) return;
      const window = target.value.trim();
      if (SAME_WINDOW.has(window.toLowerCase())) return;
      const host = otherHost(element, addressName);
      if (host === undefined) return;
      const { range } = target;
      const thing = element.tagName === "form" ? "form" : "link";
      if (!isSevered(rel?.value ?? "")) {
        const edits = [relEdit(target, rel)];
        if (rel !== undefined && OPENER.test(rel.value))
          report({ messageId: "opener", range: rel.range, data: { thing, host } });
        else if (window.toLowerCase() === "_blank") missing.push({ range, host, thing, edits });
        else {
          const suggestions = [{ message: 'Add rel="noopener"', edits }];
          report({ messageId: "named", range, data: { thing, host, window }, suggestions });
        }
      }
      if (options.cue && !announced(element)) silent.push(range);
    };

    const announced = (element: Element): boolean => {
      const parts = [textContentOf(article, element).text];
      for (const name of ["title", "aria-label"]) {
        parts.push(attributeOf(article, element, name)?.value ?? "");
      }
      const text = parts.join(" ").toLowerCase();
      return options.words.some((word) => text.includes(word.toLowerCase()));
    };

    const judgeAttributeList = (element: Element): void => {
      const { end } = rangeOf(element);
      const list = ATTRIBUTE_LIST.exec(article.source.slice(end, end + 500));
      const target = /target=(["'])_blank\1/.exec(list?.[1] ?? "");
      if (list?.[1] === undefined || target === null) return;
      const rel = /rel=(["'])(.*?)\1/.exec(list[1])?.[2] ?? "";
      const host = otherHost(element, "href");
      if (host === undefined || isSevered(rel)) return;
      const start = end + list[0].indexOf(target[0]);
      const range = { start, end: start + target[0].length };
      if (OPENER.test(rel)) {
        report({ messageId: "opener", range, data: { thing: "link", host } });
        return;
      }
      const edit = insert(range.end, ' rel="noopener"');
      missing.push({ range, host, thing: "link", edits: rel === "" ? [edit] : [] });
    };

    return {
      a(element) {
        judge(element, "href");
        if (engine.markdown.renderer === "kramdown" && article.originOf(element) === "markdown") {
          judgeAttributeList(element);
        }
      },
      area: (element) => judge(element, "href"),
      form: (element) => judge(element, "action"),
      end() {
        const [first, ...others] = missing;
        if (first !== undefined) {
          const edits = missing.flatMap((place) => place.edits);
          const shared = {
            range: first.range,
            related: alsoAt(others, ({ host }) => host),
            ...(edits.length > 0 ? { fix: edits } : {}),
          };
          if (others.length === 0) {
            report({
              messageId: "missing",
              ...shared,
              data: { thing: first.thing, host: first.host },
            });
          } else
            report({ messageId: "missingSeveral", ...shared, data: { count: missing.length } });
        }
        const [range, ...further] = silent;
        if (range !== undefined) {
          const related = further.map((other) => ({
            range: other,
            message: "this link does not announce it either",
          }));
          report({ messageId: "cue", range, related });
        }
      },
    };
  },
});

function isSevered(rel: string): boolean {
  return rel.split(/\s+/).some((token) => SEVERED.test(token));
}

/** Adds noopener to the tokens of rel, or a rel attribute after the target. */
function relEdit(target: Attribute, rel: Attribute | undefined): Edit {
  if (rel === undefined) {
    return insert(target.range.end, ' rel="noopener"');
  }
  if (!rel.hasValue || rel.value.trim() === "") return replace(rel.range, 'rel="noopener"');
  // Without quotation marks a second token would become an attribute of its own.
  return replace(rel.range, `rel="${rel.value.trim()} noopener"`);
}
