import { describe, expect, it } from "vitest";
import { temporaryProject } from "../../run/temporary-project.js";
import { settingsOf } from "../project-config.js";

async function hostsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const cwd = temporaryProject({ ".git/HEAD": "ref: refs/heads/main\n", ...files });
  const { settings } = await settingsOf(cwd, "site/docs/a.md");
  return settings.site.relatedHosts ?? [];
}

const config =
  "const siteURL = process.env.SITE_URL || 'http://localhost:3000';\n" +
  "module.exports = { url: siteURL, baseUrl: '/', presets: ['classic'] };\n";
const site = { "site/docusaurus.config.js": config, "site/docs/a.md": "# A\n" };

describe("hosts of the same people", () => {
  it("are what the settings of the host give a variable of the config", async () => {
    const toml =
      '[context.production.environment]\nSITE_URL = "https://quay.example"\nAPI_URL = "https://api.example"\n';
    expect(await hostsOf({ ...site, "netlify.toml": toml })).toEqual(["quay.example"]);
    expect(await hostsOf({ ...site, "site/.env": "SITE_URL=https://quay.example/\n" })).toEqual([
      "quay.example",
    ]);
  });

  it("are the domain of the pages, and the pages of the owner's other repositories", async () => {
    const repository = { type: "git", url: "git+https://github.com/Harbour/docs.git" };
    expect(
      await hostsOf({
        ...site,
        "site/static/CNAME": "quay.example\n",
        "package.json": JSON.stringify({ repository }),
      }),
    ).toEqual(["quay.example", "harbour.github.io"]);
  });

  it.each([["harbour/docs"], ["github:harbour/docs"], ["git@github.com:harbour/docs.git"]])(
    "are read from %s, too",
    async (repository) => {
      const files = { ...site, "package.json": JSON.stringify({ repository }) };
      expect(await hostsOf(files)).toEqual(["harbour.github.io"]);
    },
  );

  it("are none where nothing tells", async () => {
    expect(await hostsOf({ ...site, "package.json": '{ "name": "quay" }' })).toEqual([]);
  });
});
