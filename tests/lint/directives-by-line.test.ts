import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Directive } from "../../src/facts/facts.js";
import { Closings, DirectivesByLine } from "../../src/lint/directives-by-line.js";
import { runs } from "../runs.js";

const LINES = 12;

const directive = fc
  .record({
    kind: fc.constantFrom<Directive["kind"][]>(
      "disable",
      "disable-next-line",
      "disable-file",
      "enable",
    ),
    rules: fc.constantFrom<string[][]>([], ["a/b"], ["a/c"], ["a/*"], ["*"], ["b/b"]),
    fromLine: fc.integer({ min: 1, max: LINES }),
    length: fc.integer({ min: 0, max: LINES }),
  })
  .map(({ kind, rules, fromLine, length }): Directive => {
    const toLine = kind === "enable" ? fromLine : Math.min(LINES, fromLine + length);
    return { kind, rules, fromLine, toLine, range: { start: fromLine, end: fromLine + 1 } };
  });
const directives = fc
  .array(directive, { maxLength: 10 })
  .map((list) => list.toSorted((a, b) => a.fromLine - b.fromLine));

const names = ({ rules: [name = "*"] }: Directive, rule: string): boolean =>
  name === "*" || (name.endsWith("/*") ? rule.startsWith(name.slice(0, -1)) : name === rule);

describe("directives by line", () => {
  it("are the first that names the rule and covers the line", () => {
    fc.assert(
      fc.property(directives, (list) => {
        const byLine = new DirectivesByLine({
          directives: list,
          lineStarts: Array.from({ length: LINES }, (_, line) => line),
        });
        for (const rule of ["a/b", "a/c", "b/b", "b/c"])
          for (let line = 1; line <= LINES; line++) {
            const expected = list.find(
              (one) =>
                one.kind !== "enable" &&
                names(one, rule) &&
                one.fromLine <= line &&
                line <= one.toLine,
            );
            expect(byLine.first(rule, line)).toBe(expected);
          }
      }),
      { numRuns: runs(300) },
    );
  });

  it("close what an earlier one left open", () => {
    fc.assert(
      fc.property(directives, (list) => {
        const closings = new Closings();
        const closed = list.filter((one) => closings.add(one));
        const expected = list.filter(
          (one, index) =>
            one.kind === "enable" &&
            list
              .slice(0, index)
              .some(
                (other) =>
                  other.kind === "disable" &&
                  other.toLine >= one.fromLine &&
                  (one.rules.length === 0 || other.rules[0] === one.rules[0]),
              ),
        );
        expect(closed).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });
});
