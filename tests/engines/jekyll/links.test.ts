import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const site = {
  "_config.yml":
    "title: T\nbaseurl: /quay\ncollections:\n  boats: { output: true }\n  notes: { output: false }\n",
  Gemfile: 'gem "jekyll"\n',
  "about.md": page("## Who\n\nText."),
  "bare.md": "Text.\n",
  "mast.png": "x",
  "_posts/2024-01-02-oar.md": page("Text."),
  "_posts/coast/2024-01-03-lamp.md": page("Text.", "title: L\nslug: light"),
  "sea/_posts/2024-01-04-net.md": page("Text."),
  "_drafts/rope.md": page("Text."),
  "_boats/gig.md": page("Text."),
  "_notes/n.md": page("Text."),
};

const findings = async (body: string) =>
  (await findingsOf({ ...site, "z.md": page(body) })).filter((one) => one.startsWith("z.md"));

const broken = (...lines: readonly number[]) =>
  lines.map((line) => `z.md:${line} link/broken/absent`).toSorted();

describe("link and post_url", () => {
  it("find pages, documents and files by their paths", async () => {
    const body = [
      "{% link about.md %} [b]({% link _boats/gig.md %}) {% link mast.png %} {% link /mast.png %}",
      "{% link bare.md %} [c]({{ site.baseurl }}{% link sea/_posts/2024-01-04-net.md %}#x)",
      "{% link {{ page.other }}.md %} {% raw %}{% link no.md %}{% endraw %}",
      "[w]({% link about.md %}#who)",
    ].join("\n\n");
    expect(await findings(body)).toEqual(["z.md:6 link/anchor/missing"]);
  });

  it("stop the build where they find nothing", async () => {
    const tags = [
      "link no.md",
      "link ./about.md",
      "link /about.md",
      "link about.html",
      "link about.md#who",
      "link _drafts/rope.md",
      "link _notes/n.md",
    ];
    const body = tags.map((tag) => `{% ${tag} %}`).join("\n\n");
    expect(await findings(body)).toEqual(broken(4, 6, 8, 10, 12, 14, 16));
  });

  it("find posts by their dates and names", async () => {
    const right = [
      "2024-01-02-oar",
      "/2024-01-02-oar",
      "2024-1-2-oar",
      "coast/2024-01-03-lamp",
      "2024-01-03-light",
      "sea/2024-01-04-net",
      "2024-01-04-net",
    ];
    const wrong = ["2024-01-02-Oar", "2024-01-02-oar.md", "2024-01-05-net", "oar"];
    const body = [...right, ...wrong].map((name) => `{% post_url ${name} %}`).join("\n\n");
    expect(await findings(body)).toEqual(broken(18, 20, 22, 24));
  });
});

it("takes braces behind a heading for its id where they hold one", async () => {
  const body = [
    "## Oars {#one}\n\n## Sails {#2nd}\n\n## Ropes {: #third}\n\n## Nets {#d.e:f}",
    "[1](#one) [2](#sails-2nd) [3](#ropes--third) [4](#d.e:f)",
    "[1](#oars)",
    "[2](#2nd)",
    "[3](#third)",
  ].join("\n\n");
  expect(await findings(body)).toEqual([
    "z.md:14 link/anchor/missing",
    "z.md:16 link/anchor/nearest",
    "z.md:18 link/anchor/missing",
  ]);
});

it("takes names with marks and bows for ids, as XML does", async () => {
  const body = [
    "## Oars {#مجدّف}\n\n## Sails {#पाल-चित्र}\n\n## Ropes {#a‿b}",
    "[1](#مجدّف) [2](#पाल-चित्र) [3](#a‿b)",
    "[1](#مجدف)",
  ].join("\n\n");
  expect(await findings(body)).toEqual([expect.stringMatching(/^z\.md:12 link\/anchor/)]);
});

describe("addresses in running text", () => {
  const body = [
    "At https://x.org/a，and **https://x.org/b/**there, www.x.org too.",
    "Write “www.” before it: www. and http:/x.org",
    "[c](https://x.org/c) <https://x.org/，d> [here](no-such-page.html) <a href='no.html'>https://x.org</a>",
  ].join("\n\n");
  const found = async (config: string) =>
    (
      await findingsOf({ ...site, "_config.yml": config, "z.md": page(body) }, [
        "link/broken",
        "link/malformed",
      ])
    ).filter((one) => one.startsWith("z.md"));

  it("are no links to kramdown; links that are written are judged", async () => {
    expect(await found("title: T\nkramdown: {}\n")).toEqual([
      "z.md:8 link/broken/absent",
      "z.md:8 link/broken/absent",
    ]);
  });

  it("are links to GitHub's own renderer", async () => {
    expect(await found("title: T\nkramdown: {}\nmarkdown: GFM\n")).toContain(
      "z.md:4 link/malformed/gluedPunctuation",
    );
  });
});

describe("references that Liquid prints", () => {
  it("lead where the config says, and are judged", async () => {
    const body = [
      "[a]({{ '/about.html' | relative_url }}) [b]({{ site.baseurl }}/about.html#who)",
      '[c]({{ "about.html" | absolute_url }}) [d]({{ "/about.html" | prepend: site.baseurl }})',
      "[e]({{ site.home }}/issues/1) [f](https://example.com/{{ page.version }}/x)",
      "[g]({{ '/abuot.html' | relative_url }})",
      "[h]({{ '/gone/' | absolute_url }}) and ![i]({{ site.baseurl }}/oar.png)",
      "[j]({{ '/about.html' | relative_url }}#whom)",
      "[k]({{ site.unset }}/gone/) [l]({{ '/gone/' | rot13 }}) [m]({{ '/gone' | append: x }})",
    ].join("\n\n");
    expect(
      await findingsOf({
        ...site,
        "_config.yml": `${site["_config.yml"]}url: https://quay.example\nhome: https://example.com\n`,
        "z.md": page(body),
      }),
    ).toEqual(
      [
        ...broken(10, 12),
        "z.md:12 image/not-found/absent",
        "z.md:14 link/anchor/nearest",
      ].toSorted(),
    );
  });
});

describe("files with escaped names", () => {
  const harbour = (lock: Readonly<Record<string, string>>) =>
    findingsOf({
      "_config.yml": "title: T\n",
      Gemfile: 'gem "jekyll"\n',
      ...lock,
      "img/low%20tide%5B2%5D.png": "x",
      "z.md": page("[a](/img/low%20tide%5B2%5D.png) ![b](/img/low%20water.png)"),
    });
  const gone = "z.md:4 image/not-found/absent";
  const lockOf = (version: string) => ({
    "Gemfile.lock": `GEM\n  specs:\n    jekyll (${version})\n      addressable (~> 2.4)\n`,
  });

  it("have the names that are meant from version 4 on, and perhaps where no version is known", async () => {
    expect(await harbour(lockOf("4.3.4"))).toEqual([gone]);
    expect(await harbour({})).toEqual([gone]);
  });

  it("are found by no link before", async () => {
    expect(await harbour(lockOf("3.10.0"))).toEqual([gone, "z.md:4 link/broken/absent"]);
  });
});
