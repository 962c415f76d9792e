import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { removeLeftovers, temporaryName } from "../../src/files/temporary-files.js";
import { temporaryProject } from "../run/temporary-project.js";

const NOW = Date.UTC(2026, 0, 1);
const OLD = NOW / 1000 - 3600;

describe("temporary files of killed writers", () => {
  it("are removed when they are old, and nothing else is", () => {
    const ours = temporaryName();
    const folder = temporaryProject({
      [ours]: "x",
      ".copydesk-0123456789ab.tmp": "x",
      ".copydesk-mine.tmp": "x",
      "copydesk-0123456789ab.tmp": "x",
      ".copydesk-ba9876543210.tmp": { link: "a.md" },
      ".copydesk-aaaaaaaaaaaa.tmp/b.md": "x",
      "a.md": "x",
    });
    for (const name of [ours, ".copydesk-mine.tmp", "copydesk-0123456789ab.tmp", "a.md"])
      utimesSync(join(folder, name), OLD, OLD);
    utimesSync(join(folder, ".copydesk-0123456789ab.tmp"), NOW / 1000, NOW / 1000);
    expect(removeLeftovers([folder], folder, NOW)).toBe(1);
    expect(readdirSync(folder)).not.toContain(ours);
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it("stay where a link leads to their folder, and outside of the root", () => {
    const top = temporaryProject({
      "outside/.copydesk-0123456789ab.tmp": "x",
      "root/linked": { link: "../outside" },
    });
    utimesSync(join(top, "outside/.copydesk-0123456789ab.tmp"), OLD, OLD);
    const folders = [join(top, "root/linked"), join(top, "outside"), join(top, "root/none")];
    expect(removeLeftovers(folders, join(top, "root"), NOW)).toBe(0);
  });
});
