import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impossibility, readDate, toIso, weekdayOf } from "../../../src/knowledge/date/dates.js";

describe("reading dates", () => {
  it.each([
    ["2022-03-01", "iso-date", "2022-03-01"],
    ["2022-03-01T08:20:30Z", "iso-datetime", "2022-03-01T08:20:30Z"],
    ["2022-03-01 08:20", "iso-datetime", "2022-03-01 08:20:00"],
    ["2022-03-01 08:20:30.5 -0500", "iso-datetime", "2022-03-01T08:20:30.5-05:00"],
    ["2022-03-01 08:20:30 +8", "iso-datetime", "2022-03-01T08:20:30+08:00"],
    ["2022-03-01 08:20:30 UTC", "iso-datetime", "2022-03-01T08:20:30Z"],
    ["Tue, 01 Mar 2022 08:20:30 GMT", "rfc822", "2022-03-01T08:20:30Z"],
    ["1 Mar 2022 08:20:30 +0800", "rfc822", "2022-03-01T08:20:30+08:00"],
    ["Tue, 01 Mar 2022 08:20:30 EST", "rfc822", "2022-03-01T08:20:30-05:00"],
    ["2022-3-1", "short", "2022-03-01"],
    ["2022/03/01", "slashes", "2022-03-01"],
    ["2013/7/13 20:46:25", "slashes", "2013-07-13 20:46:25"],
    ["2022.3.1", "slashes", "2022-03-01"],
    ["2022/3/1 8:20 PM", "slashes", "2022-03-01 20:20:00"],
    ["2022/3/1 12:05 am", "slashes", "2022-03-01 00:05:00"],
    ["2022年3月1日", "cjk", "2022-03-01"],
    ["2022年3月1日 16时20分", "cjk", "2022-03-01 16:20:00"],
    ["2022년 3월 1일", "cjk", "2022-03-01"],
    ["25/03/2022", "day-month", "2022-03-25"],
    ["03/25/2022", "day-month", "2022-03-25"],
    ["03/03/2022", "day-month", "2022-03-03"],
    ["03/04/2022", "ambiguous", "2022-04-03"],
    ["March 1, 2022", "month-name", "2022-03-01"],
    ["1 March 2022", "month-name", "2022-03-01"],
    ["Tuesday, March 1st 2022", "month-name", "2022-03-01"],
  ])("takes %s for %s, %s", (text, form, iso) => {
    const date = readDate(text);
    expect(date?.form).toBe(form);
    expect(date && toIso(date)).toBe(iso);
  });

  it.each([
    "",
    "soon",
    "2022",
    "2022-03",
    "v2022-03-01",
    "2022-03-01 whenever",
    "1e3",
    "20220301",
    "12:30:45",
  ])("finds no date in %j", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it.each([
    ["2022-02-30", "day"],
    ["2023-02-29", "day"],
    ["2016-06-31", "day"],
    ["2022-13-45", "month"],
    ["2022-00-10", "month"],
    ["13/14/2022", "month"],
    ["2022-03-01 25:00", "time"],
    ["2022-03-01 10:61", "time"],
    ["2022-03-01T10:00:00+25:00", "offset"],
    ["2024-02-29", undefined],
    ["2000-02-29", undefined],
    ["2016-12-31T23:59:60Z", undefined],
  ])("judges %s: %s", (text, reason) => {
    const date = readDate(text);
    expect(date && impossibility(date)).toBe(reason);
  });

  it("writes every real day so that it reads the same again", () => {
    const min = new Date("1901-01-01T00:00:00Z");
    const max = new Date("2399-12-31T23:59:59Z");
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (moment) => {
        const iso = `${moment.toISOString().slice(0, 19)}Z`;
        const fromHeader = readDate(moment.toUTCString());
        expect(fromHeader && toIso(fromHeader)).toBe(iso);
        expect(fromHeader && impossibility(fromHeader)).toBeUndefined();
        expect(fromHeader?.weekday).toBe(fromHeader && weekdayOf(fromHeader));
      }),
    );
  });
});
