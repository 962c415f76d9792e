import {
  type Article,
  alsoAt,
  codeRangesOf,
  defineRule,
  overlapTest,
  type Range,
} from "../../src/rules.js";

/** A line that Git writes: seven signs, and after those of the two sides a space and a name. */
const MARKER = /(?<=^\uFEFF?)(?:(<{7})(?: .*)?|(\|{7})(?: .*)?|(={7})|(>{7})(?: .*)?)[ \t]*$/gm;
const CODE: ReadonlySet<string> = new Set(["pre", "code", "textarea", "script", "style"]);

/** Lines that a merge left, which nobody would write as text. */
export default defineRule({
  id: "text/conflict-marker",
  summary: "A merge conflict should be resolved",
  references: ["https://git-scm.com/docs/git-merge#_how_conflicts_are_presented"],
  messages: {
    conflict: {
      severity: "error",
      what: 'This merge conflict is not resolved: "{marker}".',
      why: "Readers see both versions and the lines that Git wrote, or the front matter cannot be parsed.",
      help: "Keep one version, or join both, and delete the lines that Git wrote.",
    },
    leftOver: {
      severity: "error",
      what: 'The line "{marker}" is left over from a merge conflict.',
      why: "Readers see a line that Git wrote.",
      help: "Delete the line, and compare the text around it with both versions.",
    },
    hunk: {
      severity: "error",
      what: 'The line "{marker}" is left over from a patch.',
      why: "Readers see a line that a program wrote.",
      help: "Delete the line, and look whether lines around it begin with + or -.",
    },
  },
  check({ article, report }) {
    for (const range of hunksOf(article)) {
      const marker = article.source.slice(range.start, range.end);
      report({ messageId: "hunk", range, data: { marker } });
    }
    if (!/^\uFEFF?(?:<{7}|>{7})/m.test(article.source)) return;
    for (const markers of conflictsOf(article)) {
      const [first, ...others] = markers;
      if (first === undefined) continue;
      const { start, end } = first;
      report({
        messageId: others.length === 0 ? "leftOver" : "conflict",
        range: { start, end },
        data: { marker: article.source.slice(start, Math.min(end, start + 40)) },
        related: alsoAt(others),
      });
    }
  },
});

/** The head of a part of a patch. */
const HUNK = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/gm;

function hunksOf(article: Article): readonly Range[] {
  if (!article.source.includes("@@ -")) return [];
  // What a template tag is handed, it may show as code.
  const isOther = overlapTest(
    [...codeRangesOf(article, CODE), ...contentsOfTags(article)].sort((a, b) => a.start - b.start),
  );
  return [...article.source.matchAll(HUNK)].flatMap(({ 0: { length }, index }) => {
    const range = { start: index, end: index + length };
    return isOther(range) ? [] : [range];
  });
}

/** What lies between a template tag and the one that ends it: `endcode` for `code`. */
function contentsOfTags({ templateTags }: Article): readonly Range[] {
  const open = new Map<string, number>();
  return templateTags.flatMap(({ name, range }) => {
    const start = open.get(name.replace(/^(?:\/\s*|end)/, ""));
    if (start === undefined || !/^(?:\/|end)/.test(name)) {
      open.set(name, range.end);
      return [];
    }
    return [{ start, end: range.start }];
  });
}

interface Marker extends Range {
  readonly sign: "<" | "|" | "=" | ">";
  readonly isNamed: boolean;
}

/** The markers of each conflict; a marker without its counterpart counts if it names a side. */
function conflictsOf(article: Article): readonly (readonly Marker[])[] {
  const conflicts: (readonly Marker[])[] = [];
  let open: Marker[] = [];
  for (const marker of markersOf(article)) {
    const isOpen = open.length > 0;
    if (marker.sign === "<") {
      for (const one of open.filter(isCertain).map((left) => [left])) conflicts.push(one);
      open = [marker];
    } else if (marker.sign === ">" && isOpen) {
      conflicts.push([...open, marker]);
      open = [];
    } else if (isOpen) {
      open.push(marker);
    } else if (isCertain(marker)) {
      conflicts.push([marker]);
    }
  }
  for (const one of open.filter(isCertain).map((left) => [left])) conflicts.push(one);
  return conflicts;
}

/** A row of equals signs underlines a heading, and seven signs alone may be a drawing or quotations. */
function isCertain({ sign, isNamed }: Marker): boolean {
  return (sign === "<" || sign === ">") && isNamed;
}

function markersOf(article: Article): readonly Marker[] {
  const { source } = article;
  const found = [...source.matchAll(MARKER)].map((match): Marker => {
    const end = match.index + match[0].trimEnd().length;
    const sign = source[match.index] as Marker["sign"];
    return { start: match.index, end, sign, isNamed: end > match.index + 8 };
  });
  if (found.length === 0) return found;
  // An article about Git shows them as code.
  const ranges = codeRangesOf(article, CODE).sort((left, right) => left.start - right.start);
  const isShown = overlapTest(ranges);
  return found.filter((marker) => !isShown(marker));
}
