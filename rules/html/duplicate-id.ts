import {
  attributeOf,
  defineRule,
  headingIds,
  headingsOf,
  type Range,
  replace,
  templateFlowOf,
} from "../../src/rules.js";

/** Something with an id, in source order. */
interface Target {
  readonly id: string;
  readonly range: Range;
  /** The text of the heading from which the engine makes the id. */
  readonly heading?: string;
}

export default defineRule({
  id: "html/duplicate-id",
  summary: "An id belongs to only one element of an article",
  fixes: ["suggestion"],
  references: ["https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute"],
  messages: {
    repeated: {
      severity: "error",
      what: 'The id "{id}" is already used in this article.',
      why: "Links to #{id} lead only to the first element with this id.",
      help: "Give this element another id, or delete the id if nothing links to it.",
    },
    heading: {
      severity: "error",
      what: 'The id "{id}" is used by both a heading and another element.',
      why: 'The heading "{text}" gets this id from its text, and links to #{id} lead only to the first of the two.',
      help: "Change the id of the other element, or delete it if nothing links to it.",
    },
  },
  check({ article, engine, settings, report }) {
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
    const automatic = headingIds(unnamed, engine.markdown.sluggersOf(settings.site));
    unnamed.forEach((heading, index) => {
      // Where sluggers differ, nobody knows the id; only a certain collision counts.
      const [id, ...others] = automatic[index] ?? [];
      if (id === undefined || others.length > 0 || !written.has(id)) return;
      targets.push({ id, range: heading.range, heading: heading.text });
    });
    targets.sort((left, right) => left.range.start - right.range.start);

    const flow = templateFlowOf(article);
    const firsts = new Map<string, Target>();
    const numbers = new Map<string, number>();
    /** The id followed by the first number that makes it unique. */
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
        const suggestions = [{ message: `Rename it to "${free}"`, edits: [replace(range, free)] }];
        report({ messageId: "repeated", range, related, data: { id }, suggestions });
      }
    }
  },
});

function isMarkdownHeading(source: string, range: Range): boolean {
  return source[range.start] !== "<";
}
