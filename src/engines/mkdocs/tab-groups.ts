import type { Range } from "../../article/range.js";
import type { BoxDefect } from "../../engine/boxes.js";

const TAB = /^===(\+?!?|!\+?) +"(.*)"$/;
/** Columns that the content of a tab is indented by. */
const INDENT = 4;

interface Group {
  readonly indent: number;
  /** The line of its last tab. */
  last: number;
  readonly labels: Map<string, Range>;
}

/** Groups of tabs (`=== "Linux"`): tabs follow each other with nothing between but what they hold. */
export class TabGroups {
  #open: Group[] = [];

  /** Takes in the line of a tab; the defect where its group has a tab of this label. */
  sameTab(
    lines: readonly string[],
    at: number,
    indent: number,
    text: string,
    range: Range,
  ): BoxDefect | undefined {
    const [, marks = "", label = ""] = TAB.exec(text.trim()) ?? [];
    if (!TAB.test(text.trim())) return undefined;
    this.#open = this.#open.filter(
      (group) => group.indent <= indent && holdsAll(lines, group, at, indent),
    );
    let group = this.#open.find((one) => one.indent === indent);
    if (group === undefined || marks.includes("!")) {
      this.#open = this.#open.filter((one) => one !== group);
      group = { indent, last: at, labels: new Map() };
      this.#open.push(group);
    }
    group.last = at;
    const first = group.labels.get(label);
    if (first !== undefined) return { kind: "sameTab", range, label, first };
    group.labels.set(label, range);
    return undefined;
  }
}

/** Whether all lines from the last tab of a group to another line are content of that tab. */
function holdsAll(lines: readonly string[], group: Group, at: number, indent: number): boolean {
  const isInner = indent > group.indent;
  return lines
    .slice(group.last + 1, at + (isInner ? 1 : 0))
    .every((line) => line.trim() === "" || widthOf(line) >= group.indent + INDENT);
}

function widthOf(line: string): number {
  const expanded = line.replaceAll("\t", "    ");
  return expanded.length - expanded.trimStart().length;
}
