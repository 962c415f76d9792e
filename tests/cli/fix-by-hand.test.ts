import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Prompts } from "../../src/cli/prompts.js";
import { type ProjectTree, temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

const ONLY = ["--only", "typography/whitespace,image/alt-missing,text/repeated-word"];
const PAGE = '# A\n\nBoats leave. \nThey are fast.\n\n<img src="a.png">\n';

/** A person with prepared answers: the beginning of a label, or `write: …` for a text. */
function person(...answers: readonly string[]): Prompts & { readonly asked: string[][] } {
  const asked: string[][] = [];
  const left = [...answers];
  return {
    asked,
    async choose(_question, choices) {
      asked.push(choices.map(({ label }) => label));
      const answer = left.shift();
      return choices.find(({ label }) => answer !== undefined && label.startsWith(answer))?.value;
    },
    chooseMany: async () => undefined,
    async write(_question, problemOf) {
      const answer = left.shift();
      if (answer !== undefined) expect(problemOf(answer)).toBeUndefined();
      return answer;
    },
  };
}

function project(tree: ProjectTree) {
  const folder = temporaryProject({ ".git/HEAD": "", ...tree });
  return { folder, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

const byHand = (folder: string, prompts: Prompts, argv: readonly string[] = []) =>
  runIn(folder, [".", ...ONLY, "--interactive", "--fix-only", ...argv], { prompts, tty: true });

describe("--interactive", () => {
  it("shows each finding with what its repairs would do, and makes the chosen one", async () => {
    const { folder, read } = project({ "a.md": PAGE });
    const { stdout, stderr, code } = await byHand(folder, person("Fix", "Skip"));
    expect(read("a.md")).toBe(PAGE.replace(". \n", ".\n"));
    expect(stdout).toContain("The file has trailing spaces.");
    expect(stdout).toContain("- Boats leave.·");
    expect(stdout).toContain("+ Boats leave.");
    expect(stderr).toContain("Fixed 1 finding in 1 file.");
    expect(code).toBe(0);
  });

  it("makes a suggestion that is chosen", async () => {
    const { folder, read } = project({ "a.md": '# A\n\n<img src="a.png">\n' });
    await byHand(folder, person("Mark"));
    expect(read("a.md")).toContain('alt=""');
  });

  it("keeps what was done when the person quits or breaks off", async () => {
    for (const end of ["Quit", undefined]) {
      const { folder, read } = project({ "a.md": PAGE, "b.md": PAGE });
      const prompts = end === undefined ? person("Fix") : person("Fix", end);
      const { stderr } = await byHand(folder, prompts);
      expect([read("a.md") === PAGE, read("b.md")]).toEqual([false, PAGE]);
      expect(stderr).toContain("Fixed 1 finding in 1 file.");
    }
  });

  it("skips all findings of a rule, in the other articles too", async () => {
    const { folder, read } = project({ "a.md": PAGE, "b.md": PAGE });
    const prompts = person("Skip all", "Skip", "Skip");
    await byHand(folder, prompts);
    expect(prompts.asked).toHaveLength(3);
    expect(read("b.md")).toBe(PAGE);
  });

  it("silences a finding with a reason, and goes on with the others where they then stand", async () => {
    const { folder, read } = project({ "a.md": `${PAGE}\nThe boats.\n\n<img src="b.png">\n` });
    const prompts = person("Skip", "Silence", "a chart that the text tells", "Mark");
    const { stderr } = await byHand(folder, prompts);
    expect(read("a.md")).toContain(
      "<!-- copydesk-disable-next-line image/alt-missing -- a chart that the text tells -->",
    );
    expect(read("a.md")).toContain(`<img alt="" src="b.png">`);
    expect(stderr).toContain("Silenced 1 finding by directives.");
    const { stdout } = await runIn(folder, [".", "--only", "image/alt-missing", "-f", "concise"]);
    expect(stdout).not.toContain("image/alt-missing");
  });

  it("does not write over what somebody else has changed meanwhile", async () => {
    const { folder, read } = project({ "a.md": PAGE });
    const prompts: Prompts = {
      ...person(),
      async choose(_question, [first]) {
        writeFileSync(join(folder, "a.md"), "mine\n");
        return first?.value;
      },
    };
    const { stdout, code } = await byHand(folder, prompts);
    expect([read("a.md"), code]).toEqual(["mine\n", 3]);
    expect(stdout).toContain("It has changed since it was read.");
  });

  it("renames a tag in all articles when it is renamed in one", async () => {
    const tagged = (tag: string, title: string) =>
      `---\ntitle: ${title}\ntags: [${tag}]\n---\nText.\n`;
    const { folder, read } = project({
      "a.md": tagged("Harbour", "A"),
      "b.md": tagged("Harbour", "B"),
      "c.md": tagged("Harbour", "C"),
      "d.md": tagged("harbour", "D"),
      "e.md": tagged("harbour", "E"),
    });
    const argv = [".", "--only", "front-matter/taxonomy", "--interactive", "--fix-only"];
    const prompts = person("Write");
    await runIn(folder, argv, { prompts, tty: true });
    expect([read("d.md"), read("e.md")].map((text) => text.includes("[Harbour]"))).toEqual([
      true,
      true,
    ]);
    expect(prompts.asked).toHaveLength(1);
  });

  describe("on a site", () => {
    const argv = [".", "--only", "text/repeated-word,link/anchor", "--interactive", "--fix-only"];

    it("offers what only the whole site shows", async () => {
      const { folder, read } = project({
        "a.md": "# A\n\n## Harbours\n\nText.\n",
        "b.md": "# B\n\n[x](a.md#harbour)\n",
      });
      const prompts = person("Link to #harbours");
      const { stderr } = await runIn(folder, argv, { prompts, tty: true });
      expect(read("b.md")).toContain("(a.md#harbours)");
      expect(stderr).toContain("Fixed 1 finding in 1 file.");
      expect(prompts.asked).toHaveLength(1);
    });

    it("does not make what breaks another article, and says what that is", async () => {
      const tree = {
        "a.md": "# A\n\n## Of the the harbour\n\nText.\n",
        "b.md": "# B\n\n[x](a.md#of-the-the-harbour)\n",
      };
      const { folder, read } = project(tree);
      const prompts = person("Fix", "Skip");
      const { stdout } = await runIn(folder, argv, { prompts, tty: true });
      expect([read("a.md"), read("b.md")]).toEqual([tree["a.md"], tree["b.md"]]);
      expect(stdout).toContain(
        "Not made, because it would bring this about:\n  b.md: The link target has no anchor",
      );
    });

    it("does not ask about what a fix in another article has mended", async () => {
      const { folder, read } = project({
        "a.md": "# A\n\n## Of the the harbour\n\nText.\n",
        "b.md": "# B\n\n[x](a.md#of-the-harbour)\n",
      });
      const prompts = person("Fix");
      const { stdout } = await runIn(folder, argv, { prompts, tty: true });
      expect(read("a.md")).toContain("## Of the harbour");
      expect([prompts.asked.length, stdout.includes("link/anchor")]).toEqual([1, false]);
    });
  });

  it.each([
    [["--interactive"], "needs a terminal"],
    [["--interactive", "--diff"], "cannot be combined"],
    [["--interactive", "--suppress", "x"], "cannot be combined"],
    [["--interactive", "--stdin"], "cannot be combined"],
  ])("is refused in one line: %s", async (argv, message) => {
    const { folder } = project({ "a.md": PAGE });
    const { code, stderr, stdout } = await runIn(folder, argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
