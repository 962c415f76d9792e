/**
 * Python-Markdown and kramdown name a footnote by its label, `fn:1`, and the place it is referred to `fnref:1`: this id
 * for one that our own parser gives a footnote, none for any other.
 */
export function colonFootnoteId(id: string): readonly string[] {
  const [, kind, label] = /^(?:user-content-)?(fn|fnref)-(.+)$/.exec(id) ?? [];
  return kind === undefined || label === undefined ? [] : [`${kind}:${label}`];
}
