import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { lintFiles } from "../../src/index.js";
import { temporaryProject } from "./temporary-project.js";

/** A PNG that browsers show, made heavier by metadata. */
function png(width: number, height: number, metadata = 0): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("tEXt", Buffer.alloc(metadata)),
    chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * height))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const only = [
  "image/size-missing",
  "image/size-mismatch",
  "image/weight",
  "seo/image",
  "site/orphan-asset",
];
const config = {
  extends: [],
  rules: Object.fromEntries(only.map((rule) => [rule, "warn" as const])),
  site: { complete: true },
};

describe("rules about pictures, over files on disk", () => {
  const tree = {
    "posts/a.md": [
      "---",
      "title: A",
      "og_image: /img/half.png",
      "---",
      '<img src="../img/half.png" alt="A">',
      '<img src="../img/half.png" width="60" height="60" alt="A">',
      "",
      "![A](../img/heavy.png)",
      "",
    ].join("\n"),
    "posts/b.md": "---\ntitle: B\n---\nSee [the plan](../plan.pdf).\n",
    "img/half.png": png(600, 315),
    "img/heavy.png": png(10, 10, 400_000),
    "img/unused.png": png(1, 1),
    "plan.pdf": "%PDF-1.4",
  };

  it("find what the bytes tell", async () => {
    const report = await lintFiles([], { cwd: temporaryProject(tree), config });
    const found = report.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, messageId }) => `${path} ${rule}/${messageId}`),
    );
    expect(found.sort()).toEqual([
      "img/unused.png site/orphan-asset/orphan",
      "posts/a.md image/size-mismatch/ratio",
      "posts/a.md image/size-missing/missing",
      "posts/a.md image/weight/heavy",
      "posts/a.md seo/image/small",
    ]);
  });

  it("report of unused files only when the whole site is checked", async () => {
    const cwd = temporaryProject(tree);
    const report = await lintFiles(["posts/b.md"], { cwd, config });
    expect(report.files.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
