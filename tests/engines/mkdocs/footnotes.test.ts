import { expect, it } from "vitest";
import { lintFiles } from "../../../src/run/api.js";
import { temporaryProject } from "../../run/temporary-project.js";

it("knows footnotes by the ids that Python-Markdown gives them", async () => {
  const text = [
    "# Quay",
    "The crane[^1] and the mill[^old].",
    "[one](#fn:1) [old](#fn:old) [back](#fnref:1) [none](#fn:3)",
    "[^1]: Built late.",
    "[^old]: Older still.",
  ].join("\n\n");
  const cwd = temporaryProject({
    ".git/HEAD": "",
    "mkdocs.yml": "site_name: Quay\nmarkdown_extensions: [footnotes]\n",
    "docs/index.md": text,
  });
  const { files } = await lintFiles([], { cwd });
  const anchors = files.flatMap(({ findings }) =>
    findings.filter(({ rule }) => rule.startsWith("link/")).map(({ message }) => message),
  );
  expect(anchors).toEqual(["The link target has no anchor #fn:3."]);
});
