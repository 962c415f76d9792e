import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const CONFIG =
  "site_name: Boats\nmarkdown_extensions:\n  - pymdownx.superfences\n  - pymdownx.tabbed\n";
const SITE = {
  "docs/index.md": page('```python {tide="skip"}\nrow()\n```\n\n=== "Jib"\n{{ sheets }}'),
};
const RULES = ["code/fence", "text/box"];
const TOLD = ["docs/index.md:4 code/fence/text", "docs/index.md:8 text/box/empty"];

it("says nothing of fences and boxes that a hook may change before they are read", async () => {
  const config = { "mkdocs.yml": `${CONFIG}hooks:\n  - hooks/tides.py\n` };
  const changes = "def on_page_markdown(markdown, page, config, files):\n    return markdown\n";
  expect(await findingsOf({ ...SITE, ...config, "hooks/tides.py": changes }, RULES)).toEqual([]);
  expect(await findingsOf({ ...SITE, ...config }, RULES)).toEqual([]);
});

it("tells them where there is no hook, or one that does something else", async () => {
  expect(await findingsOf({ ...SITE, "mkdocs.yml": CONFIG }, RULES)).toEqual(TOLD);
  const config = { "mkdocs.yml": `${CONFIG}hooks:\n  - hooks/log.py\n` };
  const logs = "def on_post_build(config):\n    print('done')\n";
  expect(await findingsOf({ ...SITE, ...config, "hooks/log.py": logs }, RULES)).toEqual(TOLD);
});
