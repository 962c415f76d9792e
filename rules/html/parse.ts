import { htmlTagNames } from "html-tag-names";
import { htmlVoidElements } from "html-void-elements";
import {
  type Article,
  alsoAt,
  type Certainty,
  componentNameAt,
  crossingsIn,
  defineRule,
  overlapTest,
  perArticle,
  type Range,
  replace,
  type Suggestion,
  templateFlowOf,
} from "../../src/rules.js";
import { withoutAlternativeTags } from "./lib/alternative-tags.js";
import { curlyValues } from "./lib/curly-values.js";
import { type HtmlProblem, htmlProblemsOf, tagsOpenedAgain } from "./lib/html-problems.js";
import words from "./lib/html-problems.json" with { type: "json" };
import { repairEdits } from "./lib/html-repairs.js";
import { endTagsLostByNesting } from "./lib/nesting.js";
import { isMeantAsText, isNamedInSentence, printedByKramdown } from "./lib/printed-tags.js";

interface Words {
  readonly problem: string;
  readonly consequence: string;
  readonly advice: string;
}

const NO_NAME = "invalid-first-character-of-tag-name";
const SELF_CLOSED = "non-void-html-element-start-tag-with-trailing-solidus";
const WORDS: Readonly<Record<string, Words>> = words;

export default defineRule({
  id: "html/parse",
  summary: "Tags are complete and matched",
  fixes: ["safe", "suggestion"],
  references: ["https://html.spec.whatwg.org/multipage/parsing.html#parse-errors"],
  messages: {
    curly: {
      severity: "error",
      what: "The value of {name} is in curly quotation marks.",
      why: "HTML does not read them as quotation marks: they become part of the value, or readers see the tag as text.",
      help: "Write straight quotation marks.",
    },
    stray: {
      severity: "error",
      what: "The closing tag {tag} closes nothing.",
      why: "Its opening tag is missing, misspelled or already closed, so browsers ignore it or guess.",
      help: "Write the opening tag where it belongs, or delete this closing tag.",
    },
    shown: {
      severity: "error",
      what: "The closing tag {tag} closes nothing.",
      why: "Its opening tag is missing, misspelled or already closed, so kramdown shows it to readers as text.",
      help: "Write the opening tag where it belongs, or delete this closing tag.",
    },
    unread: {
      severity: "error",
      what: "kramdown does not read this <{name}> as a tag.",
      why: "Readers see it as text.",
      help: "Put the values of its attributes in quotation marks, and spaces between them.",
    },
    crossed: {
      severity: "warning",
      what: "The tags <{outer}> and <{inner}> cross.",
      why: "<{inner}> begins in <{outer}> and ends outside of it, so browsers split it in two.",
      help: "Close <{inner}> before <{outer}>, since it was opened later.",
    },
    crossedInTemplate: {
      severity: "error",
      what: "The tags <{outer}> and <{inner}> cross.",
      why: "The engine compiles the page as a template, and refuses one whose tags are not paired.",
      help: "Close <{inner}> before <{outer}>, since it was opened later.",
    },
    voidEnd: {
      severity: "error",
      what: "HTML has no closing tag {tag}.",
      why: "The element cannot have content, so {effect}.",
      help: "{advice}",
    },
    unclosed: {
      severity: "error",
      what: "<{name}> is never closed.",
      why: "Browsers guess where it ends, often far too late.",
      help: "Write </{name}> where it should end.",
    },
    openedAgain: {
      severity: "warning",
      what: "This {tag} is probably meant to close the one before it.",
      why: "It begins an element with nothing in it, which may show as a gap.",
      help: "Write {meant}.",
    },
    named: {
      severity: "error",
      what: "<{name}> in this sentence is read as a tag.",
      why: "Browsers open the element here, so readers do not see its name.",
      help: "To show it to readers, write &lt;{name}&gt;, or put it in backticks.",
    },
    unclosedComponent: {
      severity: "error",
      what: "The component <{name}> is never closed.",
      why: "The build stops here.",
      help: "Write <{name} /> or </{name}>. To show the tag to readers, put it in backticks.",
    },
    unknown: {
      severity: "error",
      what: "<{name}> is not an HTML element.",
      why: "Browsers read it as a tag, so readers do not see it.",
      help: "To show it to readers, write &lt;{name}&gt; or put it in backticks; otherwise delete it.",
    },
    generic: {
      severity: "error",
      what: "The type in {text} is read as a component that is never closed.",
      why: "The build fails because the tag is never closed, or readers do not see the type.",
      help: "Put it in backticks, or write &lt; in place of <.",
    },
    invalid: {
      severity: "error",
      what: "{problem}",
      why: "{consequence}",
      help: "{advice}",
    },
  },
  check({ article, engine, report }) {
    // A partial that is included elsewhere in the text may contain the other tag of a pair.
    const certainty: Certainty = article.templateTags.some(({ kind }) => kind === "tag")
      ? "likely"
      : "certain";
    const isKramdown = engine.markdown.renderer === "kramdown";
    const flow = templateFlowOf(article);
    const lost = endTagsLostByNesting(article);
    const repeated = new Map<string, HtmlProblem[]>();
    // kramdown reads tags in a way of its own, and what it makes of these is reported as what readers see.
    const crossings = isKramdown ? [] : crossingsIn(article);
    const crossed = new Set(crossings.map(({ innerEnd }) => innerEnd.start));
    for (const { inner, outer, outerEnd, innerEnd } of crossings) {
      if (flow.isConditional(outerEnd.start)) continue;
      report({
        messageId: engine.markdown.hasComponents ? "crossedInTemplate" : "crossed",
        range: outerEnd,
        certainty,
        data: { inner: inner.name, outer: outer.name },
        related: [{ range: innerEnd, message: `<${inner.name}> is closed here` }],
        suggestions: uncrossing(article, outerEnd, innerEnd),
      });
    }

    const curly = curlyValues(article);
    for (const { name, range, meant } of curly) {
      const message = "Write straight quotation marks";
      // In Markdown more becomes of it than this value: what was text is a tag then.
      const isTag = meant !== undefined && article.format === "html";
      const suggestions = isTag ? [{ message, edits: [replace(range, meant)] }] : [];
      report({ messageId: "curly", range, data: { name }, suggestions });
    }
    const isMisread = overlapTest(curly.map(({ tag }) => tag));
    const lostTags = curly.map(({ element }) => element);

    const isFilledIn = overlapTest(article.templateTags.map(({ range }) => range));
    for (const problem of withoutAlternativeTags(article, htmlProblemsOf(article))) {
      const { code, range } = problem;
      if (crossed.has(range.start)) continue;
      // `<{{ tag }}>`: a template writes the name.
      if (code === NO_NAME && isFilledIn({ start: range.start, end: range.end + 2 })) continue;
      const slice = article.source.slice(range.start, range.end);
      const name = /^<\/?([^\s/>]+)/.exec(slice)?.[1] ?? slice;
      // A tag that is not read as one leaves its closing tag alone.
      if (isMisread(range) || (slice.startsWith("</") && lostTags.includes(name))) continue;
      if (engine.markdown.hasComponents && isComponentTag(code, name)) {
        const text = code === "unclosed-element" ? genericAt(article, range, name) : undefined;
        if (text !== undefined) report({ messageId: "generic", range, data: { text } });
        else if (code === "unclosed-element" && engine.markdown.refusesUnclosed)
          report({ messageId: "unclosedComponent", range, certainty, data: { name } });
        continue;
      }
      if (code === SELF_CLOSED && componentNameAt(article, range.start) !== undefined) continue;
      const printed = isKramdown ? printedByKramdown(article, problem) : undefined;
      if (printed === "start" || (printed === "end" && !isVoid(name))) {
        if (flow.isConditional(range.start) || isMeantAsText(article, problem)) continue;
        if (printed === "start") report({ messageId: "unread", range, certainty, data: { name } });
        else if (!lost.has(range.start)) {
          const suggestions = [{ message: "Delete the closing tag", edits: [replace(range, "")] }];
          report({ messageId: "shown", range, certainty, data: { tag: slice }, suggestions });
        }
        continue;
      }
      const isUnclosed = code === "unclosed-element";
      if (isUnclosed || (code === "stray-end-tag" && !isVoid(name))) {
        if (flow.isConditional(range.start) || lost.has(range.start)) continue;
        const place = { range, certainty };
        if (isComponentInUse(article, range)) {
          if (isUnclosed && isClosedElsewhere(article, range))
            report({ messageId: "unclosed", ...place, data: { name } });
          continue;
        }
        if (!isUnclosed) {
          const suggestions = [{ message: "Delete the closing tag", edits: [replace(range, "")] }];
          report({ messageId: "stray", ...place, data: { tag: slice }, suggestions });
        } else if (!isKnown(name)) report({ messageId: "unknown", ...place, data: { name } });
        else if (isNamedInSentence(article, range))
          report({ messageId: "named", ...place, data: { name } });
        else report({ messageId: "unclosed", ...place, data: { name } });
        continue;
      }
      const key = `${code} ${slice}`;
      const known = repeated.get(key);
      if (known === undefined) repeated.set(key, [problem]);
      else known.push(problem);
    }

    for (const range of tagsOpenedAgain(article)) {
      const tag = article.source.slice(range.start, range.end);
      const meant = tag.replace("<", "</");
      const suggestions = [{ message: `Write ${meant}`, edits: [replace(range, meant)] }];
      report({ messageId: "openedAgain", range, certainty, data: { tag, meant }, suggestions });
    }

    for (const [problem, ...others] of repeated.values()) {
      if (problem === undefined) continue;
      const { code, range } = problem;
      const slice = article.source.slice(range.start, range.end);
      const edits = [problem, ...others].flatMap((one) => repairEdits(article, one));
      const shared = {
        range,
        related: alsoAt(others),
        ...(edits.length > 0 ? { fix: edits } : {}),
      };
      const said = WORDS[code];
      if (code === "stray-end-tag" || code === "printed-end-tag") {
        const isBreak = slice.toLowerCase().startsWith("</br");
        const inBrowsers = isBreak ? "browsers read it as <br>" : "browsers ignore it";
        const isText = isKramdown && article.format === "markdown";
        const effect = isText ? "kramdown shows it to readers as text" : inBrowsers;
        const advice = isBreak ? "Write <br>." : "Delete it.";
        report({ messageId: "voidEnd", ...shared, data: { tag: slice, effect, advice } });
      } else if (said !== undefined) {
        const problemText = said.problem.replace("{text}", problem.attribute?.name ?? slice);
        report({
          messageId: "invalid",
          ...shared,
          data: { problem: problemText, consequence: said.consequence, advice: said.advice },
        });
      }
    }
  },
});

/** Exchanges the two end tags where only white space is between them. */
function uncrossing(article: Article, first: Range, second: Range): readonly Suggestion[] {
  const { source } = article;
  if (source.slice(first.end, second.start).trim() !== "") return [];
  const [one, other] = [
    source.slice(first.start, first.end),
    source.slice(second.start, second.end),
  ];
  return [
    { message: "Exchange the closing tags", edits: [replace(first, other), replace(second, one)] },
  ];
}

/** `Promise<Boat>`: a type whose parameter is right after a word, where nothing closes it. */
function genericAt(
  { source, format }: Article,
  { start, end }: Range,
  name: string,
): string | undefined {
  if (format !== "markdown" || !/^<\w+>$/.test(source.slice(start, end))) return undefined;
  const word = /[A-Z]\w{0,40}$/.exec(source.slice(Math.max(0, start - 41), start))?.[0];
  return word === undefined || source.includes(`</${name}`)
    ? undefined
    : word + source.slice(start, end);
}

function isComponentTag(code: string, name: string): boolean {
  return code === SELF_CLOSED || /^[A-Z]|\./.test(name);
}

/** Whether a tag in Markdown is a component's: one that is handed values, or an end tag of one that is opened. */
function isComponentInUse(article: Article, { start, end }: Range): boolean {
  const name = componentNameAt(article, start);
  if (name === undefined) return false;
  const tag = article.markup.slice(start, end);
  if (!tag.startsWith("</")) return tag.includes("=") || tag.endsWith("/>");
  return componentsOpenedIn(article).has(name);
}

/** Whether the article closes others of a component that is handed values, as what prints it seems to need. */
function isClosedElsewhere(article: Article, { start, end }: Range): boolean {
  const name = componentNameAt(article, start);
  const isSelfClosed = article.markup.slice(start, end).endsWith("/>");
  return name !== undefined && !isSelfClosed && article.markup.includes(`</${name}>`);
}

const componentsOpenedIn = perArticle(
  (article): ReadonlySet<string> =>
    new Set(
      [...article.markup.matchAll(/<[A-Z]/g)].flatMap(
        ({ index }) => componentNameAt(article, index) ?? [],
      ),
    ),
);

function isVoid(name: string): boolean {
  return htmlVoidElements.includes(name.toLowerCase());
}

/** Elements of HTML, and custom ones, whose names have a hyphen. */
function isKnown(name: string): boolean {
  return name.includes("-") || htmlTagNames.includes(name.toLowerCase());
}
