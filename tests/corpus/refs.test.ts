import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ENGINE_OF, hasCorpus } from "./corpus.js";
import { copyWithStubs, type Outcome, outcomesOf } from "./refs-site.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "copydesk-refs-")));
  folders.push(folder);
  return folder;
}

/** `REFS_TABLE=1` prints every reference that is not found upstream, and every one wrongly reported. */
const isTold = process.env.REFS_TABLE === "1";

function tell(site: string, outcomes: readonly Outcome[]): void {
  for (const { ref, reported, verdict } of outcomes) {
    const isWrong = ref.upstream === "exists" && reported.length > 0;
    if (!isWrong && ref.upstream === "exists") continue;
    const label = isWrong ? "WRONG" : reported.length > 0 ? "reported" : "silent";
    process.stdout.write(
      `${[site, label, reported.join(",") || verdict, ref.url, `${ref.file}:${ref.line}`].join("\t")}\n`,
    );
  }
}

describe.runIf(hasCorpus)("references of the corpus", () => {
  it.each([...ENGINE_OF].map(([site, engine]) => [site, engine.name] as const))(
    "of %s (%s): at most 1 % of those that exist upstream are called broken",
    async (site, engine) => {
      const folder = temporaryFolder();
      copyWithStubs(site, folder);
      const outcomes = await outcomesOf(site, folder, { engine });
      if (isTold) tell(site, outcomes);
      const existing = outcomes.filter(({ ref }) => ref.upstream === "exists");
      const wrong = existing.filter(({ reported }) => reported.length > 0);
      expect(existing.length).toBeGreaterThan(0);
      expect(wrong.length / existing.length).toBeLessThanOrEqual(0.01);
    },
    60_000,
  );
});
