import { describe, expect, it } from "vitest";
import { treatmentIn } from "../../../src/engines/hugo/hook-effect.js";
import { findingsOf, page } from "../findings-of.js";

const config = { "hugo.toml": 'baseURL = "https://mill.example/"\n' };

describe("what a link hook does", () => {
  it.each([
    ['<a href="{{ .Destination | safeURL }}">{{ .Text }}</a>', "plain"],
    [
      '<a href="{{ .Destination }}"{{ with .Title }} title="{{ . }}"{{ end }}>{{ .Text }}</a>',
      "plain",
    ],
    [
      '{{ $p := .Page.GetPage .Destination }}<a href="{{ with $p }}{{ .RelPermalink }}{{ else }}{{ .Destination }}{{ end }}">',
      "lookup",
    ],
    ['{{ $d := replace .Destination ".md" "/" }}<a href="{{ $d }}">', "free"],
    ['<a href="/w/{{ .Destination }}">', "free"],
    ['<a href="{{ .Destination }}?from=mill">', "free"],
    ['<a href="{{ .Destination | relURL }}">', "free"],
    [
      '{{ $to := .Destination | safeURL }}{{ $id := .Text | replaceRE " " "-" }}<a id="{{ $id }}" href="{{ $to }}">',
      "plain",
    ],
    [
      '{{ $to := .Destination }}{{ if .Title }}{{ $to = printf "%s?t" $to }}{{ end }}<a href="{{ $to }}">',
      "free",
    ],
    ['{{ $to := .Destination }}{{ partial "a" (split $to "/") }}<a href="{{ $to }}">', "free"],
    ['{{/* replace */}}<a href="{{ .Destination }}">', "plain"],
  ])("%s", (template, effect) => {
    expect(treatmentIn(template, "link").effect).toBe(effect);
  });

  it("is told of pictures by their sources alone", () => {
    const lazy =
      '<a href="{{ split .Destination "/" }}"><img src="/wait.gif" data-src="{{ .Destination }}"></a>';
    expect(treatmentIn(lazy, "image").effect).toBe("plain");
    expect(treatmentIn(lazy, "link").effect).toBe("free");
  });

  it("may be to replace how some addresses begin", () => {
    const hook = (value: string) =>
      treatmentIn(
        `{{- $d := .Destination -}}{{- if hasPrefix $d "../../s/" -}}{{- $d = ${value} -}}{{- end -}}<img src="{{ $d }}">`,
        "image",
      );
    const rewrite = (to: string | undefined) => ({
      effect: "plain",
      rewrites: [{ prefix: "../../s/", to }],
    });
    expect(hook('printf "/%s" (strings.TrimPrefix "../../s/" $d)')).toEqual(rewrite("/"));
    expect(hook('$d | strings.TrimPrefix "../../s/"')).toEqual(rewrite(""));
    expect(hook("urls.JoinPath $d 1")).toEqual(rewrite(undefined));
  });

  it("keeps ids of headings that print .Anchor", () => {
    expect(treatmentIn('<h2 id="{{ .Anchor | safeURL }}">', "heading").effect).toBe("plain");
    expect(treatmentIn('<h2 id="{{ .PlainText | urlize }}">', "heading").effect).toBe("free");
  });
});

describe("links of a Hugo site", () => {
  it("are unknown where a hook rewrites them, and broken where it does not", async () => {
    const articles = {
      "content/a.md": page("[w](w:corn) and [x](/no/such/)"),
      "content/news/n.md": page("[w](corn) and [x](/no/such/)"),
    };
    const hook = '<a href="/words/{{ .Destination }}">{{ .Text }}</a>';
    const plain = '<a href="{{ .Destination }}" rel="noopener">{{ .Text }}</a>';
    const at = (path: string, text: string) => findingsOf({ ...config, ...articles, [path]: text });
    expect(await at("layouts/_markup/render-link.html", hook)).toEqual([]);
    expect(await at("layouts/news/_markup/render-link.html", hook)).toEqual([
      "content/a.md:4 link/broken/absent",
    ]);
    expect(await at("layouts/_default/_markup/render-link.html", plain)).toEqual([
      "content/a.md:4 link/broken/absent",
      "content/news/n.md:4 link/broken/absent",
      "content/news/n.md:4 link/broken/absent",
    ]);
  });

  it("lead where a hook of a theme looks pages up", async () => {
    const hook =
      '{{ with .Page.GetPage .Destination }}<a href="{{ .RelPermalink }}">{{ end }}{{ .Destination }}';
    const found = await findingsOf({
      "hugo.toml": 'baseURL = "https://mill.example/"\ntheme = "stone"\n',
      "themes/stone/layouts/_default/_markup/render-link.html": hook,
      "content/a.md": page("[Flour](flour.md) [b](grain/rye) [no](grain/oats.md)"),
      "content/flour.md": page("Text.", "title: Flour\nslug: fine-flour"),
      "content/grain/rye.md": page("Text."),
    });
    expect(found).toEqual(["content/a.md:4 link/broken/absent"]);
  });

  it("are judged as a hook of the site writes them", async () => {
    const hook =
      '{{ $d := .Destination }}{{ if hasPrefix $d "../static/" }}{{ $d = printf "/%s" (strings.TrimPrefix "../static/" $d) }}{{ end }}<img src="{{ $d }}">';
    const found = await findingsOf({
      ...config,
      "layouts/_markup/render-image.html": hook,
      "static/img/p.png": "x",
      "content/a.md": page(
        "![p](../static/img/p.png)\n\n![q](../static/img/q.png)\n\n![r](/r.png)",
      ),
    });
    expect(found).toEqual([
      "content/a.md:6 image/not-found/absent",
      "content/a.md:8 image/not-found/absent",
    ]);
  });

  it("are not looked for where a hook knows their very text", async () => {
    const hook =
      '{{ $to := .Destination }}{{ if eq $to "word" }}{{ $to = "/words/" }}{{ else with .Page.GetPage .Destination }}{{ $to = .RelPermalink }}{{ end }}<a href="{{ $to }}">';
    const found = await findingsOf({
      ...config,
      "layouts/_markup/render-link.html": hook,
      "content/a.md": page("[Rye](word)\n\n[Oats](words)\n\n[b](b.md)"),
      "content/b.md": page("Text."),
    });
    expect(found).toEqual(["content/a.md:6 link/broken/absent"]);
  });

  it("name addresses, not files, where nothing looks files up", async () => {
    const found = await findingsOf({
      ...config,
      "content/a.md": page("[b](b.md) [b](b) [b](../b/) ![p](p.png)\n\n[b](/b/)"),
      "content/b.md": page("Text."),
      "content/p.png": "x",
    });
    expect(found).toEqual([
      "content/a.md:4 image/not-found/absent",
      "content/a.md:4 link/broken/absentNearest",
      "content/a.md:4 link/broken/absentNearest",
    ]);
  });

  it("may name files where a theme is not there", async () => {
    const found = await findingsOf({
      "hugo.toml": 'baseURL = "https://mill.example/"\ntheme = "gone"\n',
      "content/a.md": page("[b](b.md) [c](c.md)"),
      "content/b.md": page("Text."),
    });
    expect(found).toEqual(["content/a.md:4 link/broken/absent"]);
  });

  it("begin at the base that a layout prints", async () => {
    const site = (base: string) => ({
      ...config,
      "layouts/baseof.html": base,
      "static/img/p.svg": "<svg/>",
      "content/news/a.md": page("![p](img/p.svg)\n\n![q](img/q.svg)"),
    });
    const broken = "content/news/a.md:6 image/not-found/absent";
    expect(await findingsOf(site('<base href="{{ site.BaseURL }}">'))).toEqual([broken]);
    expect(await findingsOf(site("<base href='/'/>"))).toEqual([broken]);
    expect(await findingsOf(site("<head>"))).toEqual([
      "content/news/a.md:4 image/not-found/absent",
      broken,
    ]);
  });

  it("begin at the root where the theme is not there and they show that its base is", async () => {
    const names = Array.from({ length: 9 }, (_, number) => `img/p${number}.png`);
    const site = (shown: number) => ({
      "hugo.toml": 'baseURL = "https://mill.example/"\ntheme = "gone"\n',
      ...Object.fromEntries(names.map((name) => [`static/${name}`, "x"])),
      "content/news/a.md": page(
        [...names.slice(0, shown), "img/quern.png"].map((name) => `![p](${name})`).join("\n\n"),
      ),
    });
    const dead = "content/news/a.md:22 image/not-found/absent";
    expect(await findingsOf(site(9))).toEqual([dead]);
    expect(await findingsOf(site(7))).toHaveLength(8);
    const theme = { "themes/gone/layouts/baseof.html": "<head></head>" };
    expect(await findingsOf({ ...site(9), ...theme })).toHaveLength(10);
  });

  it("are told to lead to drafts, and to pages of the future and the past", async () => {
    const body = "[d](/d/) [f](/f/) [e](/e/) [n](/n/)";
    const files = {
      "content/a.md": page(body),
      "content/d.md": page("[f](/f/)", "title: D\ndraft: true"),
      "content/f.md": page("Text.", "title: F\npublishDate: 2031-04-05"),
      "content/e.md": page("Text.", "title: E\nexpiryDate: 2019-04-05"),
      "content/n.md": page("Text.", "title: N\ndate: 2024-04-05"),
    };
    const heldBack = "content/a.md:4 link/broken/heldBack";
    expect(await findingsOf({ ...config, ...files })).toEqual([heldBack, heldBack, heldBack]);
    const builds = 'baseURL = "https://mill.example/"\nbuildDrafts = true\nbuildFuture = true\n';
    expect(await findingsOf({ "hugo.toml": builds, ...files })).toEqual([heldBack]);
  });

  it("are found by ref and relref, which a build must resolve", async () => {
    const body = [
      '[b]({{< ref "b.md" >}}) [b]({{% relref "/grain/b" %}}) {{< ref "B#rye" >}}',
      '[no]({{< ref "no.md" >}})',
      '{{< relref "/b" >}}',
      '[b]({{< ref "b#oats" >}}) {{</* ref "no" */>}}',
      '<!-- later: [b]({{< relref "b#barley" >}}) -->',
    ].join("\n\n");
    const files = { "content/a.md": page(body), "content/grain/b.md": page("## Rye\n\nText.") };
    expect(await findingsOf({ ...config, ...files })).toEqual([
      "content/a.md:10 link/anchor/missing",
      "content/a.md:6 link/broken/absent",
      "content/a.md:8 link/broken/absent",
    ]);
  });

  it("are judged in figures, but for those of the site's own", async () => {
    const files = {
      "content/trip/index.md": page(
        '{{< figure src="p.png" >}}\n\n{{< figure src="q.png" alt="Q" >}}\n\n{{< figure src="r.png" >}}',
      ),
      "content/trip/p.png": "x",
      "assets/r.png": "x",
    };
    const rules = ["image/not-found"];
    expect(await findingsOf({ ...config, ...files }, rules)).toContain(
      "content/trip/index.md:6 image/not-found/absent",
    );
    const own = { "layouts/shortcodes/figure.html": "<img>" };
    expect(await findingsOf({ ...config, ...files, ...own }, rules)).not.toContain(
      "content/trip/index.md:6 image/not-found/absent",
    );
  });
});

describe("ids of a Hugo site", () => {
  it("are those of headings and, where the site says so, of terms, numbered together", async () => {
    const body =
      "## Rye\n\nrye\n: A corn.\n\n[1](#rye) [2](#rye-1)\n\n## Own {#mine}\n\n[3](#own) [4](#mine)";
    const terms = "[markup.goldmark.parser]\nautoDefinitionTermID = true\n";
    expect(
      await findingsOf({ "hugo.toml": config["hugo.toml"] + terms, "content/a.md": page(body) }),
    ).toEqual(["content/a.md:13 link/anchor/missing"]);
    expect(await findingsOf({ ...config, "content/a.md": page(body) })).toEqual([
      "content/a.md:13 link/anchor/missing",
      "content/a.md:9 link/anchor/nearest",
    ]);
  });

  it.each([
    ["*Wild* rye\n: A corn.\n\n[1](#wild-rye)\n[2](#rye)", [8]],
    ["Mill\nWheel\n: Both turn.\n\n[1](#mill)\n[2](#wheel)\n[3](#corn)", [10]],
    ["Oat\n\n: With a blank line.\n\n[1](#oat-1)\n[2](#oat)", [8]],
  ])("are those of terms: %j", async (body, lines) => {
    const terms = "[markup.goldmark.parser]\nautoDefinitionTermID = true\n";
    const found = await findingsOf({
      "hugo.toml": config["hugo.toml"] + terms,
      "content/a.md": page(body),
    });
    expect(found.map((one) => Number(/:(\d+) /.exec(one)?.[1]))).toEqual(lines);
  });

  it("follow autoIDType", async () => {
    const body = "## Größe — neu\n\n[1](#größe--neu)\n[2](#groe--neu)\n[3](#größe-neu)";
    const site = (type: string) => ({
      "hugo.toml": `${config["hugo.toml"]}[markup.goldmark.parser]\nautoIDType = "${type}"\n`,
      "content/a.md": page(body),
    });
    const lines = async (type: string) =>
      (await findingsOf(site(type))).map((one) => Number(/:(\d+) /.exec(one)?.[1]));
    expect(await lines("github")).toEqual([7, 8]);
    expect(await lines("github-ascii")).toEqual([6, 8]);
    expect(await lines("blackfriday")).toEqual([6, 7]);
  });
});

describe("files that make no page", () => {
  const rules = ["front-matter/required"];
  const bare = "---\ndescription: Long ago a mill stood here, and it still does.\n---\nText.\n";
  const missing = (path: string) => `${path}:1 front-matter/required/missing`;

  it("are what a cascade never renders, but for pages that render themselves", async () => {
    const found = await findingsOf(
      {
        ...config,
        "content/parts/_index.md": "+++\ntitle = 'P'\n[cascade.build]\nrender = 'never'\n+++\n",
        "content/parts/deep/a.md": bare,
        "content/parts/b.md": bare.replace("---\n", "---\nbuild: { render: always }\n"),
        "content/c.md": bare,
      },
      rules,
    );
    expect(found).toEqual([missing("content/c.md"), missing("content/parts/b.md")]);
  });

  it("are what a target of the config's cascade names", async () => {
    const cascade =
      "[[cascade]]\n[cascade._build]\nrender = 'link'\n[cascade._target]\npath = '/notes/**'\n";
    const files = { "content/notes/n.md": bare, "content/tales/n.md": bare };
    const found = await findingsOf({ "hugo.toml": config["hugo.toml"] + cascade, ...files }, rules);
    expect(found).toEqual([missing("content/tales/n.md")]);
  });

  it("are what mounts and ignoreFiles leave out", async () => {
    const mounts =
      "ignoreFiles = ['\\.draft\\.md$']\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nexcludeFiles = ['LICENSE.md', 'inner/*']\n";
    const files = {
      "content/LICENSE.md": bare,
      "content/inner/x.md": bare,
      "content/a.draft.md": bare,
      "content/a.md": bare,
    };
    const found = await findingsOf({ "hugo.toml": config["hugo.toml"] + mounts, ...files }, rules);
    expect(found).toEqual([missing("content/a.md")]);
  });
});

describe("pages that are never rendered but keep their address", () => {
  const formats = "outputFormats:\n  REDIRECTS:\n    baseName: _redirects\n";
  const files = (config: string, template: string) => ({
    "hugo.yaml": `baseURL: https://x.org/\n${config}`,
    "layouts/index.redirects": template,
    "content/docs/api.md": page("A", "title: A\nbuild: { render: link }"),
    "content/docs/gone.md": page("A", "title: A\nbuild: { render: never }"),
    "content/docs/start.md": page("[a](../api)\n\n[b](../gone/)\n\n[c](/docs/none/)"),
  });
  const others = [
    "content/docs/start.md:6 link/broken/heldBack",
    "content/docs/start.md:8 link/broken/absentNearest",
  ];

  it("may be redirected by a template that loops over pages", async () => {
    const loop =
      '{{ range where site.RegularPages "File.BaseFileName" "api" }}{{ .RelPermalink }} /x{{ end }}';
    expect(await findingsOf(files(formats, loop))).toEqual(
      others.map((one) => expect.stringContaining(one.replace("Nearest", ""))),
    );
  });

  it("are lost where a template writes no such redirects", async () => {
    const lost = expect.stringContaining("content/docs/start.md:4 link/broken/heldBack");
    expect(await findingsOf(files(formats, "/a /b\n"))).toContainEqual(lost);
    expect(await findingsOf(files("", "{{ range .Pages }}{{ end }}"))).toContainEqual(lost);
  });
});

describe("addresses that a template of redirects sends on", () => {
  const rules = [
    "# The library's own pages",
    "/lib/*  https://lib.example.org/lib/:splat",
    "/lib-*  https://lib.example.org/lib-:splat",
    "/old/:name/log  /docs/log",
    "{{ range .Pages }}{{ .RelPermalink }} /x{{ end }}",
    "/*  /404.html 404",
  ].join("\n");
  const links = ["/lib/a/b.html", "/lib-go/", "/old/boat/log", "/library/", "/old/boat/map"];
  const site = (formats: string) => ({
    "hugo.yaml": `baseURL: https://x.org/\n${formats}`,
    "layouts/index.redirects": rules,
    "content/docs/start.md": page(links.map((link) => `[x](${link})`).join("\n\n")),
  });

  it("are none that are missing", async () => {
    const found = await findingsOf(
      site("outputFormats:\n  REDIRECTS:\n    baseName: _redirects\n"),
    );
    expect(found).toEqual([
      expect.stringContaining("content/docs/start.md:10 link/broken/absent"),
      expect.stringContaining("content/docs/start.md:12 link/broken/absent"),
    ]);
    expect(await findingsOf(site(""))).toHaveLength(links.length);
  });
});

describe("aliases that two articles have", () => {
  const files = (config: string) => ({
    "hugo.yaml": `baseURL: https://x.org/\n${config}`,
    "layouts/index.redirects":
      "{{ range .Site.AllPages }}{{ range .Aliases }}{{ . }} /x\n{{ end }}{{ end }}",
    "content/a.md": page("A", "title: A\naliases: [/old/]"),
    "content/b.md": page("B", "title: B\naliases: [/old/]"),
  });
  const formats = "outputFormats:\n  REDIRECTS:\n    baseName: _redirects\n";

  it("are told where a page is written for each, and where a template writes what it makes of them", async () => {
    const rule = ["site/duplicate-url"] as const;
    expect(await findingsOf(files(formats), rule)).toHaveLength(1);
    expect(await findingsOf(files(`disableAliases: true\n${formats}`), rule)).toHaveLength(1);
  });
});

describe("links of a translation to a page of another language", () => {
  const files = {
    "hugo.yaml": "defaultContentLanguage: en\nlanguages: { en: {}, fr: {} }\n",
    "content/boats.md": page("They leave at four.", "title: Boats"),
    "content/boats.fr.md": page("Ils partent.", "title: Bateaux"),
    "content/harbour.md": page("See [the boats](/boats/).", "title: Harbour"),
    "content/harbour.fr.md": page("Voir [les bateaux](/boats/).", "title: Port"),
  };
  const hook =
    '{{ $page := .Page.Site.GetPage (replaceRE "/$" "" .Destination) }}<a href="{{ $page.RelPermalink }}">{{ .Text }}</a>';
  const rules = ["site/translation"] as const;

  it("are told, unless a hook of the site may look for the page of its own language", async () => {
    const never = "markup: { goldmark: { renderHooks: { link: { useEmbedded: never } } } }\n";
    const plain = { ...files, "hugo.yaml": files["hugo.yaml"] + never };
    expect(await findingsOf(plain, rules)).toEqual([
      "content/harbour.fr.md:4 site/translation/edition",
    ]);
    // Hugo's own hook, which sites of several languages have.
    expect(await findingsOf(files, rules)).toEqual([]);
    const hooked = { ...plain, "layouts/_default/_markup/render-link.html": hook };
    expect(await findingsOf(hooked, rules)).toEqual([]);
  });
});
