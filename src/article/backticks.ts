/** Where the next run of exactly so many backticks ends; undefined when none does before `limit`. */
export function endOfBackticks(
  text: string,
  from: number,
  count: number,
  limit: number,
): number | undefined {
  for (let at = text.indexOf("`", from); at !== -1 && at < limit; at = text.indexOf("`", at)) {
    const start = at;
    while (text.charCodeAt(at) === BACKTICK) at++;
    if (at - start === count) return at;
  }
  return undefined;
}

const BACKTICK = 0x60;
