/** What comes before a date when it says when the article itself was published. */
const LABEL =
  /^(?:(?:first )?(?:published|posted|date published|publication date|post date)(?: on| at)?|veröffentlicht(?: am)?|publié le|publicado el|发布于|发表于|發佈於|發表於|发布(?:日期|时间)|發佈(?:日期|時間)|发表(?:日期|时间)|投稿日|公開日)\s*[:：]?\s*$/iu;
/** What may follow it: a time, the author, a category. */
const REST = /^\s*(?:$|[|,，·•)）。.\-–—]|\d|by\s|in\s|von\s|par\s|por\s)/iu;

/** What follows a date that an article begins with, when it says who wrote the article. */
const AUTHOR = /^\s*(?:by|von|par|por)\s+(?=\p{Lu}|\[)/u;

/** Whether the first line of an article begins with a date and goes on with the author. */
export function isOpeningByline(before: string, after: string): boolean {
  return /^[*_>\s(（]*$/.test(before) && AUTHOR.test(after);
}

/** Whether a date between these two parts of a line is when the article was published. */
export function isPublicationDate(before: string, after: string): boolean {
  return LABEL.test(before.replace(/^[*_>\s(（]+/, "")) && REST.test(after);
}

/** What comes before a date when it says when something was added to the article. */
const ADDITION =
  /^(?:(?:update|updated|edit|edited|correction|追記|追记|補記|补记|更新|訂正|更正|nachtrag|mise à jour|actualización)(?: on| at| am| du| del)?)\s*[:：,-]?\s*[(（[]?\s*$/iu;

/** Whether a date behind this part of a line is when something was added to the article. */
export function isDateOfAddition(before: string): boolean {
  return ADDITION.test(before.replace(/^[*_>\s(（[【]+/, "").replace(/[*_]/g, ""));
}
