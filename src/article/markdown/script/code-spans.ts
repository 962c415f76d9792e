/** A row of a table's marks: in the rows around it cells end code. */
const TABLE_MARKS = /^[ \t>|:+*\-\r\n]*$/;
/** Not within code. */
const OUTSIDE = 0;

/**
 * Follows the code within the lines of Markdown. Where blocks end is not known, so all is taken for possible that could be: within code is
 * only what no reading takes for anything else.
 */
export class CodeSpans {
  /** The lengths of the backticks that may be open. */
  #open = new Set([OUTSIDE]);
  #line = "";
  #isTable = false;

  get isWithin(): boolean {
    return !this.#open.has(OUTSIDE);
  }

  /** A line begins; the one after it tells whether it heads a table. */
  startLine(line: string, next: string): void {
    if (line.trim() === "") {
      this.#open = new Set();
      this.#isTable = false;
    }
    this.#open.add(OUTSIDE);
    this.#isTable ||= [line, next].some((one) => one.includes("-") && TABLE_MARKS.test(one));
    this.#line = line;
  }

  /** Backticks, at an index of the line. */
  meet(index: number, length: number): void {
    const open = new Set<number>();
    for (const one of this.#open) {
      if (one === length) open.add(OUTSIDE);
      else if (one !== OUTSIDE) open.add(one);
      else if (/(?:^|[^\\])(?:\\\\)*\\$/.test(this.#line.slice(Math.max(index - 50, 0), index))) {
        open.add(OUTSIDE);
        if (length > 1) open.add(length - 1);
      } else {
        open.add(length);
        if (!this.#isClosed(index + length, length)) open.add(OUTSIDE);
      }
    }
    this.#open = open;
  }

  /** Whether code that begins at an index surely ends in the same line. */
  #isClosed(start: number, length: number): boolean {
    for (const { 0: ticks, index } of this.#line.slice(start).matchAll(/`+/g))
      if (ticks.length === length)
        return !this.#isTable || !this.#line.slice(start, start + index).includes("|");
    return false;
  }
}
