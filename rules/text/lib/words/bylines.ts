/** What comes before a date when it says when the article itself was published. */
const LABEL =
  /^(?:(?:first )?(?:published|posted|date published|publication date|post date)(?: on| at)?|veröffentlicht(?: am)?|publié le|publicado el|发布于|发表于|發佈於|發表於|发布(?:日期|时间)|發佈(?:日期|時間)|发表(?:日期|时间)|投稿日|公開日)\s*[:：]?\s*$/iu;
/** What may follow it: a time, the author, a category. */
const REST = /^\s*(?:$|[|,，·•)）。.\-–—]|\d|by\s|in\s|von\s|par\s|por\s)/iu;

/** Whether a date between these two parts of a line is when the article was published. */
export function isPublicationDate(before: string, after: string): boolean {
  return LABEL.test(before.replace(/^[*_>\s(（]+/, "")) && REST.test(after);
}
