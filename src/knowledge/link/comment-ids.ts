const COMMENT = /^(?:(?:dsq|disqus|isso|reply|(?:li-|div-)?comment)[-_]?\d{1,20}|c[-_]?\d{4,20})$/i;

/** Whether a fragment names a reader's comment by its number: what shows comments makes the id, not the article. */
export function isCommentId(fragment: string): boolean {
  return COMMENT.test(fragment);
}
