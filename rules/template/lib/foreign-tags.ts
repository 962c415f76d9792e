import { type Article, type Engine, overlapTest, rangeOf } from "../../../src/rules.js";
import type { OtherMarkup } from "./other-markup.js";

/** What an article about such tags names: a language of templates, or that it is about templates, plugins or a move. */
const SUBJECT =
  /\b(?:Liquid|Nunjucks|Jinja2?|Twig|Django|Markdoc|Tera|Octopress|templates?|(?:site|blog) (?:generator|engine)s?|plugins?|migrat\w*)\b|模[板版]|插件|迁移|遷移|プラグイン|テンプレート|移行/i;
const TAG = /^\{%-?[ \t]*[A-Za-z]\w*(?:[ \t][^%{}\n]*)?%\}$/;

/** Tags of Liquid and Nunjucks, alone on their lines, where the engine has templates of another kind. */
export function foreignTags(article: Article, { templates }: Engine): readonly OtherMarkup[] {
  if (templates === undefined || templates.style === "tags" || article.format !== "markdown")
    return [];
  const { source, lines } = article;
  const found = article.templateTags.flatMap(({ kind, range }): readonly OtherMarkup[] => {
    const text = source.slice(range.start, range.end);
    if (kind !== "tag" || !TAG.test(text)) return [];
    const { line } = lines.pointAt(range.start);
    const feed = source.indexOf("\n", range.end);
    const rest = source.slice(range.end, feed === -1 ? undefined : feed);
    const isAlone = source.slice(lines.startOf(line), range.start).trim() + rest.trim() === "";
    return isAlone ? [{ program: "Liquid or Nunjucks", text, range, plugin: false }] : [];
  });
  if (found.length === 0 || SUBJECT.test(source)) return [];
  const code = article.elements.filter(({ tagName }) => tagName === "pre" || tagName === "code");
  const isCode = overlapTest(code.map(rangeOf).sort((left, right) => left.start - right.start));
  return found.filter(({ range }) => !isCode(range));
}
