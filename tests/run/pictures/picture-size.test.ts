import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeFileSystem } from "../../../src/files/file-system.js";
import { createProjectFiles } from "../../../src/run/files/project-files.js";
import { pictureSize } from "../../../src/run/pictures/picture-size.js";
import { runs } from "../../runs.js";
import { temporaryProject } from "../temporary-project.js";

const ascii = (text: string): Buffer => Buffer.from(text, "latin1");
const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ""), "hex");
const be32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const le = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const be16 = (value: number): Buffer => be32(value).subarray(2);

/** A TIFF header with one directory of short values, as EXIF has it. */
function tiff(tags: Readonly<Record<number, number>>, little: boolean): Buffer {
  const short = (value: number): Buffer => (little ? le(value, 2) : be16(value));
  const long = (value: number): Buffer => (little ? le(value, 4) : be32(value));
  const entries = Object.entries(tags).map(([tag, value]) =>
    Buffer.concat([short(Number(tag)), short(3), long(1), short(value), short(0)]),
  );
  return Buffer.concat([
    ascii(little ? "II" : "MM"),
    short(42),
    long(8),
    short(entries.length),
    ...entries,
    long(0),
    Buffer.alloc(16),
  ]);
}

const exif = (orientation: number, little = false): Buffer => tiff({ 274: orientation }, little);

const pngChunk = (name: string, data: Buffer): Buffer =>
  Buffer.concat([be32(data.length), ascii(name), data, be32(0)]);

function png(width: number, height: number, ...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.concat([be32(width), be32(height), hex("0806000000")]);
  return Buffer.concat([
    hex("89504e470d0a1a0a"),
    pngChunk("IHDR", header),
    ...chunks,
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function jpeg(
  width: number,
  height: number,
  { orientation = 0, metadata = 0, sof = 0xc0 } = {},
): Buffer {
  const segment = (marker: number, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker]), be16(data.length + 2), data]);
  const turned = Buffer.concat([ascii("Exif\0\0"), exif(orientation, orientation % 2 === 1)]);
  return Buffer.concat([
    hex("ffd8"),
    segment(0xe0, hex("4a46494600010100000100010000")),
    ...(orientation === 0 ? [] : [segment(0xe1, turned)]),
    ...Array.from({ length: metadata }, () => segment(0xe2, Buffer.alloc(65_000))),
    segment(
      sof,
      Buffer.concat([hex("08"), be16(height), be16(width), hex("03012200021101031101")]),
    ),
    hex("ffd9"),
  ]);
}

function gif(width: number, height: number, frames = 1): Buffer {
  const frame = hex("21f90400000000002c0000000001000100000202440100");
  return Buffer.concat([
    ascii("GIF89a"),
    le(width, 2),
    le(height, 2),
    hex("800000000000ffffff"),
    ...Array.from({ length: frames }, () => frame),
    hex("3b"),
  ]);
}

const riffChunk = (name: string, data: Buffer): Buffer =>
  Buffer.concat([ascii(name), le(data.length, 4), data]);

function webp(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([ascii("WEBP"), ...chunks]);
  return Buffer.concat([ascii("RIFF"), le(body.length, 4), body]);
}

const extended = (flags: number, width: number, height: number): Buffer =>
  riffChunk(
    "VP8X",
    Buffer.concat([Buffer.from([flags, 0, 0, 0]), le(width - 1, 3), le(height - 1, 3)]),
  );

const box = (name: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([be32(body.length + 8), ascii(name), body]);
};

function avif(width: number, height: number, ...properties: readonly Buffer[]): Buffer {
  const ispe = box("ispe", be32(0), be32(width), be32(height));
  return Buffer.concat([
    box("ftyp", ascii("avif"), be32(0), ascii("avifmif1")),
    box("meta", be32(0), box("iprp", box("ipco", ispe, ...properties))),
  ]);
}

const bmp = (width: number, height: number): Buffer =>
  Buffer.concat([
    ascii("BM"),
    Buffer.alloc(12),
    le(40, 4),
    le(width, 4),
    le(height, 4),
    Buffer.alloc(28),
  ]);

const svg = (attributes: string, before = ""): Buffer =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0"/></svg>`,
  );

const SIZE = { width: 40, height: 30 };

describe("the size of a picture", () => {
  it.each([
    ["PNG", png(40, 30)],
    ["JPEG", jpeg(40, 30)],
    ["progressive JPEG", jpeg(40, 30, { sof: 0xc2 })],
    ["JPEG behind large metadata", jpeg(40, 30, { metadata: 6 })],
    ["GIF", gif(40, 30)],
    ["animated GIF, by its canvas", gif(40, 30, 5)],
    ["WebP, lossy", webp(riffChunk("VP8 ", hex("300100 9d012a 2800 1e00 00000000")))],
    [
      "WebP, lossless",
      webp(riffChunk("VP8L", Buffer.concat([hex("2f"), le(39 + 29 * 16384, 4), Buffer.alloc(8)]))),
    ],
    [
      "animated WebP, by its canvas",
      webp(extended(0x02, 40, 30), riffChunk("ANIM", Buffer.alloc(6))),
    ],
    ["AVIF", avif(40, 30)],
    ["AVIF that is turned", avif(30, 40, box("irot", hex("01")))],
    ["AVIF that is turned by half", avif(40, 30, box("irot", hex("02")))],
    ["BMP", bmp(40, 30)],
    ["BMP from the top down", bmp(40, 2 ** 32 - 30)],
    ["TIFF", tiff({ 256: 40, 257: 30 }, true)],
    ["TIFF, big end first", tiff({ 256: 40, 257: 30 }, false)],
    ["ICO", hex("000001000100 28 1e 00 00 0100 2000 00000000 16000000")],
    [
      "ICO, by its largest",
      hex("000001000200 10100000010020000000000000000000 281e0000010020000000000000000000"),
    ],
  ])("%s", (_, bytes) => {
    expect(pictureSize(bytes)).toEqual(SIZE);
    // Also where the bytes stand within others.
    const inside = new Uint8Array([1, 2, 3, ...bytes, 9]).subarray(3, 3 + bytes.length);
    expect(pictureSize(inside)).toEqual(SIZE);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("JPEG of EXIF orientation %d", (orientation) => {
    const turned = orientation >= 5;
    expect(pictureSize(jpeg(40, 30, { orientation }))).toEqual(
      turned ? { width: 30, height: 40 } : SIZE,
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "PNG and WebP of EXIF orientation %d, of which browsers think differently when it turns",
    (orientation) => {
      const expected = orientation >= 5 ? undefined : SIZE;
      expect(pictureSize(png(40, 30, pngChunk("eXIf", exif(orientation))))).toEqual(expected);
      const lossy = riffChunk("VP8 ", hex("300100 9d012a 2800 1e00 00000000"));
      for (const marker of ["", "Exif\0\0"]) {
        const chunk = riffChunk("EXIF", Buffer.concat([ascii(marker), exif(orientation, true)]));
        expect(pictureSize(webp(extended(0x08, 40, 30), lossy, chunk))).toEqual(expected);
      }
    },
  );

  it.each([
    ["pixels", svg('width="40" height="30px"'), SIZE],
    ["points", svg('width="30pt" height="22.5pt"'), SIZE],
    ["inches and centimetres", svg('width="1in" height="2.54cm"'), { width: 96, height: 96 }],
    ["sizes before the view box", svg('width="40" height="30" viewBox="0 0 4 4"'), SIZE],
    ["a view box alone", svg('viewBox="0 0 40 30"'), SIZE],
    ["a view box with commas", svg("viewBox='-2,-2, 40 30'"), SIZE],
    ["percent and a view box", svg('width="100%" height="100%" viewBox="0 0 40 30"'), SIZE],
    ["a width and a view box", svg('width="40" viewBox="0 0 80 60"'), SIZE],
    ["a height and a view box", svg('height="30" viewBox="0 0 80 60"'), SIZE],
    ["a stroke's width is not its own", svg('stroke-width="7" width="40" height="30"'), SIZE],
    [
      "parts that are no whole numbers",
      svg('viewBox="0 0 24.5 12.25"'),
      { width: 24.5, height: 12.25 },
    ],
    [
      "prologue, comment and entities",
      svg(
        'width="40" height="30"',
        '\uFEFF<?xml version="1.0"?>\n<!-- <svg width="9" height="9"> -->\n<!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]>\n',
      ),
      SIZE,
    ],
    ["percent alone", svg('width="100%" height="100%"'), undefined],
    ["a width alone", svg('width="40"'), undefined],
    ["nothing", svg(""), undefined],
    ["zero", svg('width="0" height="0" viewBox="0 0 0 0"'), undefined],
    ["an entity", svg('width="&w;" height="30"'), undefined],
    ["another root", Buffer.from('<html><svg width="40" height="30"/></html>'), undefined],
  ])("SVG: %s", (_, bytes, expected) => {
    expect(pictureSize(bytes)).toEqual(expected);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["text", Buffer.from("plain text")],
    [
      "a Git LFS pointer",
      Buffer.from("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
    ],
    ["zeros, which could be TGA", Buffer.alloc(100)],
    ["a video", box("ftyp", ascii("isom"), be32(0), ascii("isom"))],
    ["PNG cut before its size", png(40, 30).subarray(0, 18)],
    ["JPEG cut before its size", jpeg(40, 30).subarray(0, 20)],
    ["PNG without height", png(40, 0)],
    ["PNG larger than any", png(2 ** 32 - 1, 1)],
    ["AVIF that is cut", avif(40, 30, box("clap", Buffer.alloc(32)))],
    ["AVIF without size", box("ftyp", ascii("avif"), be32(0), ascii("avif"))],
  ])("nobody knows: %s", (_, bytes) => {
    expect(pictureSize(bytes)).toBeUndefined();
  });

  const samples = [
    png(40, 30, pngChunk("eXIf", exif(6))),
    jpeg(40, 30, { orientation: 6 }),
    gif(40, 30, 2),
    webp(extended(0x0a, 40, 30), riffChunk("EXIF", exif(1))),
    avif(40, 30, box("irot", hex("01"))),
    bmp(40, 30),
    tiff({ 256: 40, 257: 30 }, true),
    svg('width="40" height="30"', "<!-- a -->"),
    hex("000001000100281e0000010020000000000016000000"),
  ];

  it("of damaged files is plausible or unknown, and never an exception", () => {
    const damage = fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, fc.nat(400), (sample, changes, length) => {
        const bytes = Buffer.from(sample);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const size = pictureSize(bytes.subarray(0, length));
        if (size === undefined) return;
        for (const side of [size.width, size.height]) {
          expect(side).toBeGreaterThan(0);
          expect(side).toBeLessThanOrEqual(100_000);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    ["marks of JPEG", Buffer.concat([hex("ffd8ffe0"), Buffer.alloc(524_000, 0x41)])],
    ["empty marks of JPEG", Buffer.concat([hex("ffd8ff"), Buffer.alloc(524_000, 0xff)])],
    ["empty chunks of PNG", Buffer.concat([png(40, 30).subarray(0, 33), Buffer.alloc(524_000)])],
    ["empty boxes of AVIF", Buffer.concat([box("ftyp", ascii("avifavif")), Buffer.alloc(524_000)])],
    ["SVG tags without an end", Buffer.from("<svg ".repeat(100_000))],
    ["SVG comments without an end", Buffer.from(`<svg x="${"<!--".repeat(100_000)}`)],
    ["blanks", Buffer.from(`<svg ${" ".repeat(500_000)}`)],
  ])("is found or given up at once: %s", (_, bytes) => {
    const started = performance.now();
    pictureSize(bytes);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it("is looked up through the files of the project", () => {
    const root = temporaryProject({ "a.png": png(40, 30), "b.png": "no picture", "c.png": "" });
    const files = createProjectFiles(root, root, nodeFileSystem);
    const sizes = ["a.png", "b.png", "c.png"].map((path) => files.find(path)?.size);
    expect(sizes).toEqual([SIZE, undefined, undefined]);
  });
});
