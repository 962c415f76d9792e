import { describe, expect, it } from "vitest";
import { calendarDays, isBefore, spanOf } from "../../../src/knowledge/date/date-moments.js";
import { readDate, type WrittenDate } from "../../../src/knowledge/date/dates.js";

function dated(text: string): WrittenDate {
  const date = readDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

const iso = ({ from, to }: { from: number; to: number }): readonly string[] =>
  [from, to].map((moment) => new Date(moment).toISOString());

describe("moments of written dates", () => {
  it.each([
    ["2022-03-01T08:20:30Z", undefined, "2022-03-01T08:20:30.000Z", "2022-03-01T08:20:30.000Z"],
    [
      "2022-03-01T08:20:30+08:00",
      "America/New_York",
      "2022-03-01T00:20:30.000Z",
      "2022-03-01T00:20:30.000Z",
    ],
    [
      "2022-03-01 08:20:30",
      "Asia/Shanghai",
      "2022-03-01T00:20:30.000Z",
      "2022-03-01T00:20:30.000Z",
    ],
    ["2022-03-01", "Asia/Shanghai", "2022-02-28T16:00:00.000Z", "2022-03-01T15:59:59.999Z"],
    ["2022-03-01", undefined, "2022-02-28T10:00:00.000Z", "2022-03-02T11:59:59.999Z"],
  ])("reads %s in %s", (text, timezone, from, to) => {
    expect(iso(spanOf(dated(text), timezone))).toEqual([from, to]);
  });

  it("knows summer time", () => {
    const span = (text: string) => iso(spanOf(dated(text), "America/New_York"))[0];
    expect(span("2022-03-13 01:30:00")).toBe("2022-03-13T06:30:00.000Z");
    expect(span("2022-03-13 03:30:00")).toBe("2022-03-13T07:30:00.000Z");
    expect(span("2022-11-06 03:30:00")).toBe("2022-11-06T08:30:00.000Z");
  });

  it("compares dates that one clock wrote without knowing its zone", () => {
    expect(isBefore(dated("2022-03-01 09:00"), dated("2022-03-01 10:00"), undefined)).toBe(true);
    expect(isBefore(dated("2022-03-01"), dated("2022-03-01 10:00"), undefined)).toBe(false);
    expect(isBefore(dated("2022-03-01"), dated("2022-03-01T10:00Z"), undefined)).toBe(false);
    expect(isBefore(dated("2022-02-27"), dated("2022-03-01T10:00Z"), undefined)).toBe(true);
  });

  it("gives the days a date may fall on", () => {
    expect(calendarDays(dated("2022-03-01 23:00"), undefined)).toEqual(["2022-03-01"]);
    expect(calendarDays(dated("2022-03-01T23:00Z"), "Asia/Shanghai")).toEqual(["2022-03-02"]);
    expect(calendarDays(dated("2022-03-01T23:00Z"), undefined)).toEqual([
      "2022-03-01",
      "2022-03-02",
    ]);
    expect(calendarDays(dated("2022-03-01T02:00+08:00"), undefined)).toEqual([
      "2022-02-28",
      "2022-03-01",
    ]);
  });
});
