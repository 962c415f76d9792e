import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newRow, openCache, writtenCache } from "../../../src/run/kept/cache-file.js";
import { runs } from "../../runs.js";
import { temporaryProject } from "../temporary-project.js";

const SECRET = Buffer.alloc(32, 1);
const hex = (digit: string): string => digit.repeat(64);
const ROWS = [
  newRow(hex("a"), hex("1"), 20_000, Buffer.from("first text")),
  newRow(hex("b"), hex("2"), 20_001, Buffer.from("")),
  newRow(hex("c"), hex("1"), 7, Buffer.from("third text")),
];

/** What a cache says, by key. */
function textsIn(file: string, secret = SECRET) {
  const cache = openCache(file, secret);
  if (cache.kind !== "open") return cache.kind;
  const texts = cache.rows.map(({ key, bytes }) => {
    const read = bytes();
    return [key, read === undefined ? undefined : Buffer.from(read).toString()] as const;
  });
  cache.close();
  return new Map(texts);
}

describe("a cache file", () => {
  const file = (content: Uint8Array): string =>
    join(temporaryProject({ "a.cache": content }), "a.cache");

  it("says what was written into it", () => {
    const cache = openCache(file(writtenCache(ROWS, SECRET)), SECRET);
    expect(cache.kind).toBe("open");
    const rows = cache.kind === "open" ? cache.rows : [];
    const plain = rows.map(({ key, place, used, bytes }) => [key, place, used, bytes()]);
    expect(plain).toEqual(ROWS.map(({ key, place, used, bytes }) => [key, place, used, bytes()]));
  });

  it("says nothing else, wherever it is changed or cut", () => {
    const whole = Buffer.from(writtenCache(ROWS, SECRET));
    const path = file(whole);
    const right = textsIn(path);
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      by: fc.integer({ min: 1, max: 255 }),
      length: fc.option(fc.nat(whole.length - 1)),
    });
    fc.assert(
      fc.property(damage, ({ at, by, length }) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        writeFileSync(path, length === null ? changed : whole.subarray(0, length));
        const said = textsIn(path);
        if (!(said instanceof Map) || !(right instanceof Map)) return;
        expect(said.size).toBe(right.size);
        for (const [key, text] of said) if (text !== undefined) expect(text).toBe(right.get(key));
        expect([...said.values()]).toContain(undefined);
      }),
      { numRuns: runs(300) },
    );
  });

  it("is refused with another key", () => {
    const path = file(writtenCache(ROWS, SECRET));
    expect(textsIn(path, Buffer.alloc(32, 2))).toBe("refused");
  });

  it("is told from files of others, and from none", () => {
    expect(textsIn(file(Buffer.from("# My notes\n")))).toBe("foreign");
    expect(textsIn(file(Buffer.from("")))).toBe("refused");
    expect(textsIn("/none/such.cache")).toBe("none");
    expect(textsIn("/")).toBe("none");
  });

  it("may say how many entries it has without memory for them", () => {
    const whole = Buffer.from(writtenCache(ROWS, SECRET));
    whole.writeUInt32BE(0xffff_ffff, 17);
    expect(textsIn(file(whole))).toBe("refused");
  });

  it("takes damaged texts along when it is written again, and nobody reads them", () => {
    const path = file(writtenCache(ROWS, SECRET));
    const whole = readFileSync(path);
    whole[whole.length - 1] = 0;
    writeFileSync(path, whole);
    const cache = openCache(path, SECRET);
    if (cache.kind !== "open") throw new Error(cache.kind);
    writeFileSync(path, writtenCache(cache.rows, SECRET));
    expect(textsIn(path)).toEqual(
      new Map([
        [hex("a"), "first text"],
        [hex("b"), ""],
        [hex("c"), undefined],
      ]),
    );
  });

  it("leaves out texts that the file ends before when it is written again", () => {
    const path = file(writtenCache(ROWS, SECRET));
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    const cache = openCache(path, SECRET);
    if (cache.kind !== "open") throw new Error(cache.kind);
    writeFileSync(path, writtenCache(cache.rows, SECRET));
    const texts = textsIn(path);
    expect(texts instanceof Map ? [...texts.keys()] : texts).toEqual([hex("a"), hex("b")]);
  });
});
