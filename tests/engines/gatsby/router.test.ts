import { describe, expect, it } from "vitest";
import { article, siteOf } from "../site-of.js";

const config = "module.exports = { siteMetadata: { siteUrl: 'https://harbour.example' } };";

describe("the addresses of a Gatsby site", () => {
  it("are those of src/pages; all others are made by code", async () => {
    const { addresses, router } = await siteOf({
      "gatsby-config.js": config,
      "src/pages/index.js": "",
      "src/pages/boats/[name].js": "",
      "src/pages/{Mdx.slug}.js": "",
      "src/pages/about.mdx": article(),
      "src/pages/team/index.mdx": article(),
      "content/tides.md": article(),
    });
    expect(addresses).toEqual({
      "content/tides.md": "?",
      "src/pages/about.mdx": "/about/",
      "src/pages/team/index.mdx": "/team/",
    });
    expect(router.generates("/")).toBe("yes");
    expect(router.generates("/boats/dory")).toBe("yes");
    expect(router.generates("/a/b/c")).toBe("no");
    expect(router.staticFiles("/img/a.png")).toEqual(["static/img/a.png"]);
  });

  it("are nobody's to know where gatsby-node makes pages", async () => {
    const { addresses, router } = await siteOf({
      "gatsby-config.ts": config,
      "gatsby-node.js": "exports.createPages = () => {};",
      "src/pages/about.mdx": article(),
    });
    expect(addresses).toEqual({ "src/pages/about.mdx": "/about/?" });
    expect(router.generates("/any/where")).toBe("maybe");
    expect(router.generates("/any/picture.png")).toBe("no");
  });

  it("may be those that articles name themselves, now and before", async () => {
    const {
      addresses,
      router,
      article: facts,
    } = await siteOf({
      "gatsby-config.js": config,
      "gatsby-node.js": "exports.createPages = () => {};",
      "content/a.md": article("permalink: docs/tides.html"),
      "content/b.md": article("path: /log/first/\nredirect_from:\n  - log/one.html"),
      "content/c.md": article("slug: boats"),
      "content/d.md": article("permalink: https://quay.example/x"),
    });
    expect(addresses).toEqual({
      "content/a.md": "/docs/tides.html?",
      "content/b.md": "/log/first?",
      "content/c.md": "?",
      "content/d.md": "?",
    });
    const { aliases } = router.routesOf(facts("content/b.md"));
    expect(aliases.map(({ address }) => address)).toEqual(["/log/one.html"]);
  });
});
