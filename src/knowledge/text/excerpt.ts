const LONGEST = 48;

/** A text short enough to be quoted in a message: white space collapsed, cut with an ellipsis. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
