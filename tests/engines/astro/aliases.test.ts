import { describe, expect, it } from "vitest";
import type { SiteReader } from "../../../src/engine/site-reader.js";
import { aliasesOf, withAliases } from "../../../src/engines/astro/aliases.js";
import type { SiteTable } from "../../../src/facts/site-settings.js";
import { PLAIN_SITE } from "../../../src/testing/check-texts.js";

function readerOf(files: Readonly<Record<string, SiteTable>>): SiteReader {
  return {
    config: (file) => files[file.replaceAll("\\", "/")] ?? {},
    namedExport: () => undefined,
    versionOf: () => undefined,
    frontMatter: () => ({}),
    text: () => undefined,
    entries: () => [],
  };
}

const paths = { "~/*": ["./src/*"], "@c/*": ["src/c/*", "c/*"], "#x": ["src/x.ts"] };
const reader = readerOf({ "/p/site/tsconfig.json": { compilerOptions: { paths } } });

describe("folders that a site gives names to", () => {
  it("are those of `paths` that mean one folder", () => {
    const config = withAliases({ site: "a" }, "/p/site", reader);
    expect(aliasesOf({ ...PLAIN_SITE, folder: "site", config })).toEqual({ "~/": "site/src" });
  });

  it("are none without a config of the site or of TypeScript", () => {
    expect(withAliases({}, "/p/site", reader)).toEqual({});
    expect(withAliases({ site: "a" }, "/p/other", reader)).toEqual({ site: "a" });
  });
});
