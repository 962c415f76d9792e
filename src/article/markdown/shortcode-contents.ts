import type { TemplateTag } from "../article.js";
import type { Range } from "../range.js";

/**
 * What pairs of `{{< x >}}` and `{{< /x >}}` hold, sorted by start: it is handed to their templates before anything
 * reads it as Markdown.
 */
export function shortcodeContents(source: string, tags: readonly TemplateTag[]): readonly Range[] {
  const ranges: Range[] = [];
  const open: { readonly name: string; readonly end: number }[] = [];
  for (const { name, range } of tags) {
    if (!source.startsWith("{{<", range.start)) continue;
    const at = name.startsWith("end")
      ? open.findLastIndex((one) => one.name === name.slice(3))
      : -1;
    const [opening] = at === -1 ? [] : open.splice(at);
    if (opening === undefined) open.push({ name, end: range.end });
    else ranges.push({ start: opening.end, end: range.start });
  }
  return ranges.sort((left, right) => left.start - right.start);
}
