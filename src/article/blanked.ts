/** Spaces in the place of a text, line endings kept. */
export function blanked(text: string): string {
  if (text.includes("\r")) return text.replace(/[^\r\n]/g, " ");
  let result = "";
  let at = 0;
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", at)) {
    result += `${" ".repeat(feed - at)}\n`;
    at = feed + 1;
  }
  return result + " ".repeat(text.length - at);
}
