import { describe, expect, it } from "vitest";
import { narrowedCommand } from "../../src/cli/narrowed-command.js";

const rule = { rule: "link/broken" };
const path = { path: "posts/a.md" };
const everything = { everything: true } as const;

describe("narrowedCommand", () => {
  it.each([
    [[], rule, "copydesk --only link/broken"],
    [[], path, "copydesk posts/a.md"],
    [[], everything, "copydesk --verbose --max-findings all"],
    [["docs", "--quiet"], rule, "copydesk docs --quiet --only link/broken"],
    [["docs", "news/**/*.md"], path, "copydesk posts/a.md"],
    [["news/**/*.md"], rule, "copydesk 'news/**/*.md' --only link/broken"],
    [["--only", "image/*", "docs"], rule, "copydesk docs --only link/broken"],
    [["--only=image/*"], path, "copydesk '--only=image/*' posts/a.md"],
    [["-f", "summary", "-fjson=x.json", "docs"], rule, "copydesk docs --only link/broken"],
    [["--max-findings", "9", "--verbose", "--format=human"], path, "copydesk posts/a.md"],
    [["--config", "my config.yaml", "a"], path, "copydesk --config 'my config.yaml' posts/a.md"],
    [["links", "docs", "--offline"], path, "copydesk links --offline posts/a.md"],
    [["docs", "links"], path, "copydesk posts/a.md"],
    [
      ["--rule", "a/b:off", "--", "-x.md"],
      rule,
      "copydesk --rule a/b:off ./-x.md --only link/broken",
    ],
    [[], { path: "it's -1.md" }, "copydesk 'it'\\''s -1.md'"],
    [[], { path: "-1.md" }, "copydesk ./-1.md"],
  ] as const)("makes of %j with %j: %s", (argv, narrowing, command) => {
    expect(narrowedCommand(argv, narrowing)).toBe(command);
  });
});
