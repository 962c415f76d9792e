import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";

const script = fileURLToPath(new URL("../../scripts/evidence.mjs", import.meta.url));

describe("scripts/evidence.mjs", () => {
  it("counts findings per article by rule and site, and marks loud rules of well-kept sites", () => {
    const noisy = '---\ntitle: A page\ndate: 2026-01-01\n---\n\n<img src="a.png">\n';
    const corpus = temporaryProject({
      "hexojs-site/a.md": noisy,
      "hexojs-site/b.md": "---\ntitle: B page\ndate: 2026-01-01\n---\n\nText.\n",
      "devopera/a.md": noisy,
      "unknown-site/a.md": noisy,
    });
    const argv = [script, corpus, "--show", "image/alt-missing"];
    const { stdout, stderr, status } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("| rule | devopera | hexojs-site |");
    expect(stdout).toContain("| articles | 1 | 2 |");
    expect(stdout).toContain("| image/alt-missing | 1.00 | 0.50 (!) |");
    expect(stdout).toContain("- image/alt-missing on hexojs-site: 0.50 (!)");
    expect(stdout).toMatch(/^- a\.md:6:1 error "<img src=\\"a\.png\\">" /m);
  });
});
