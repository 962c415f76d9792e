import {
  attributeOf,
  defineRule,
  headingIds,
  headingsOf,
  type Range,
  templateFlowOf,
} from "../../src/rules.js";

/** Something with an id, in source order. */
interface Target {
  readonly id: string;
  readonly range: Range;
  /** The words of the heading from which the engine makes the id. */
  readonly heading?: string;
}

export default defineRule({
  id: "html/duplicate-id",
  summary: "An id stands for one element of an article",
  fixes: ["suggestion"],
  references: ["https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute"],
  messages: {
    repeated: {
      severity: "error",
      what: 'The id "{id}" is already taken in this article, so links to #{id} never come here.',
      why: "",
      help: "Give this element an id of its own, or delete the id if nothing links to it.",
    },
    heading: {
      severity: "error",
      what: 'The heading "{text}" gets the id "{id}" from its words, and another element has it too, so links to #{id} reach only the first of them.',
      why: "",
      help: "Rename the written id, or delete it if it only repeats the heading's own.",
    },
  },
  check({ article, engine, report }) {
    const headings = headingsOf(article).filter(
      (heading) => article.format !== "html" && isMarkdownHeading(article.source, heading.range),
    );
    const unnamed = headings.filter((heading) => heading.id === undefined);
    const targets: Target[] = [];

    for (const element of article.elements) {
      if (article.originOf(element) === "markdown") continue;
      const attribute = attributeOf(article, element, "id");
      if (attribute === undefined || attribute.unknown || attribute.value === "") continue;
      targets.push({ id: attribute.value, range: attribute.valueRange });
    }
    const written = new Set(targets.map((target) => target.id));
    for (const heading of headings) {
      if (heading.id === undefined) continue;
      const start = article.source.lastIndexOf(`#${heading.id}`, heading.range.end) + 1;
      targets.push({ id: heading.id, range: { start, end: start + heading.id.length } });
      written.add(heading.id);
    }
    if (targets.length === 0) return;
    const automatic = headingIds(
      unnamed.map((heading) => heading.text),
      engine.markdown.sluggers,
    );
    unnamed.forEach((heading, index) => {
      // Where sluggers differ nobody knows the id; then only a certain collision counts.
      const [id, ...others] = automatic[index] ?? [];
      if (id === undefined || others.length > 0 || !written.has(id)) return;
      targets.push({ id, range: heading.range, heading: heading.text });
    });
    targets.sort((left, right) => left.range.start - right.range.start);

    const flow = templateFlowOf(article);
    const firsts = new Map<string, Target>();
    const numbers = new Map<string, number>();
    /** The id with the first number behind it that nothing has yet. */
    const freeId = (id: string): string => {
      let number = numbers.get(id) ?? 2;
      while (written.has(`${id}-${number}`)) number++;
      numbers.set(id, number + 1);
      return `${id}-${number}`;
    };

    for (const target of targets) {
      const first = firsts.get(target.id);
      if (first === undefined) {
        firsts.set(target.id, target);
        continue;
      }
      const { id, range } = target;
      if (flow.isEitherOr(first.range.end, range.start)) continue;
      const related = [{ range: first.range, message: "first element with this id" }];
      const text = target.heading ?? first.heading;
      if (text !== undefined) report({ messageId: "heading", range, related, data: { id, text } });
      else {
        const free = freeId(id);
        const suggestions = [
          { message: `Rename it to "${free}"`, edits: [{ ...range, text: free }] },
        ];
        report({ messageId: "repeated", range, related, data: { id }, suggestions });
      }
    }
  },
});

function isMarkdownHeading(source: string, range: Range): boolean {
  return source[range.start] !== "<";
}
