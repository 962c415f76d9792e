import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../../src/report/model.js";
import { runIn } from "../../cli/run-in-memory.js";
import { type ProjectTree, temporaryProject } from "../../run/temporary-project.js";

const CONFIG = { "copydesk.config.yaml": 'schema: "./src/content.config.ts"\n' };
const SITE = { ...CONFIG, "astro.config.mjs": "export default {};\n" };

/** A content config with one collection, `blog`, of the Markdown below `src/blog`. */
const blog = (schema: string, loader = 'glob({ pattern: "**/*.{md,mdx}", base: "./src/blog" })') =>
  `import { defineCollection, reference, z } from "astro:content";
   import { file, glob } from "astro/loaders";
   const blog = defineCollection({ loader: ${loader}, schema: ${schema} });
   const authors = defineCollection({ loader: file("src/authors.json"), schema: z.object({}) });
   void reference;
   export const collections = { blog, authors };`;

const post = (...lines: readonly string[]) => ["---", ...lines, "---", "", "Body.", ""].join("\n");

/** What the rule says of each article, as `line:column message why`. */
async function complaints(tree: ProjectTree, ...options: readonly string[]) {
  const cwd = temporaryProject(tree);
  const argv = [".", "--only", "front-matter/schema", "--format", "json", ...options];
  const ran = await runIn(cwd, argv);
  if (ran.code > 1) throw new Error(ran.stderr.replaceAll(cwd, "<project>"));
  const report = reportSchema.parse(JSON.parse(ran.stdout));
  return Object.fromEntries(
    report.files.map(({ path, findings }) => [
      path,
      findings.map(({ start, message, why }) => `${start.line}:${start.column} ${message} ${why}`),
    ]),
  );
}

/** What the rule says of one post of `blog`. */
async function ofPost(schema: string, ...lines: readonly string[]) {
  const tree = { ...SITE, "src/content.config.ts": blog(schema), "src/blog/a.md": post(...lines) };
  return (await complaints(tree))["src/blog/a.md"];
}

describe("collections of Astro's content config", () => {
  // The first to read a config in TypeScript: that takes seconds, and many on a busy machine.
  it("hold articles to their schema, at value, key and fence", { timeout: 60_000 }, async () => {
    const schema = `z.object({
      title: z.string(), kind: z.enum(["note", "news"]), tags: z.array(z.string()).default([]),
      seo: z.object({ image: z.string().url() }).optional(), pubDate: z.coerce.date(),
    }).strict()`;
    expect(
      await ofPost(
        schema,
        "kind: nwes",
        "tags: [a, 2]",
        "seo:",
        "  image: here",
        "pubdate: 2026-01-01",
      ),
    ).toEqual([
      '1:1 The front matter lacks "title". Code that reads the front matter relies on what the schema (collection blog of src/content.config.ts) requires.',
      '2:7 The value "nwes" is not allowed for "kind". The schema (collection blog of src/content.config.ts) allows only "note" or "news", and code that reads the value relies on that.',
      '3:11 The value of "tags.1" should be text. Code that reads the value relies on the type that the schema (collection blog of src/content.config.ts) requires.',
      '5:10 The value of "seo.image" has the wrong format. Code that reads the value relies on the format that the schema (collection blog of src/content.config.ts) requires.',
      '6:1 The key "pubdate" is not in the schema. The schema (collection blog of src/content.config.ts) allows no other keys, so the value is ignored or rejected.',
    ]);
  });

  it("are found by pattern and base of their loader", async () => {
    const wants = blog(
      "z.object({ title: z.string() })",
      'glob({ pattern: ["**/*.md", "!**/drafts/**", "!_*.md"], base: new URL("../posts", import.meta.url) })',
    );
    const bad = post("date: 2026-01-01");
    const found = await complaints({
      ...SITE,
      "src/content.config.mjs": wants,
      "copydesk.config.yaml": "schema: ./src/content.config.mjs",
      "posts/a.md": bad,
      "posts/deep/b.md": bad,
      "posts/drafts/c.md": bad,
      "posts/_d.md": bad,
      "posts/e.mdx": bad,
      "other/f.md": bad,
    });
    expect(
      Object.entries(found)
        .filter(([, said]) => said.length > 0)
        .map(([path]) => path),
    ).toEqual(["posts/a.md", "posts/deep/b.md"]);
  });

  it("may overlap, and then the last counts; what loaders of others load is not known", async () => {
    const found = await complaints({
      ...SITE,
      "src/content.config.ts": `import { defineCollection, z } from "astro:content";
        import { glob } from "astro/loaders";
        const wants = (key) => z.object({ [key]: z.string() });
        export const collections = {
          all: defineCollection({ loader: glob({ pattern: "posts/**/*.md" }), schema: wants("title") }),
          news: defineCollection({ loader: glob({ pattern: "news-*.md", base: "posts" }), schema: wants("place") }),
          own: defineCollection({ loader: { name: "own", load: async () => {} }, schema: wants("never") }),
          list: defineCollection({ loader: async () => [], schema: wants("never") }),
          free: defineCollection({ loader: glob({ pattern: "posts/free.md" }) }),
        };`,
      "posts/a.md": post("x: 1"),
      "posts/news-b.md": post("x: 1"),
      "posts/free.md": post("title: A"),
      "src/content/own/c.md": post("x: 1"),
    });
    expect(found).toEqual({
      "posts/a.md": [expect.stringContaining('The front matter lacks "title".')],
      "posts/news-b.md": [expect.stringContaining('The front matter lacks "place".')],
      "posts/free.md": [],
      "src/content/own/c.md": [],
    });
  });

  it("are relative to the folder of Astro's config, also in a monorepo", async () => {
    const content = blog("z.object({ title: z.string() })");
    const found = await complaints({
      ".git/HEAD": "",
      "copydesk.config.yaml":
        "overrides: [{ files: sites/blog, schema: ./sites/blog/app/src/content.config.ts }]",
      "sites/blog/astro.config.mjs": "",
      "sites/blog/app/src/content.config.ts": content,
      "sites/blog/src/blog/a.md": post("x: 1"),
      "sites/blog/app/src/blog/b.md": post("x: 1"),
    });
    expect(found).toEqual({
      "sites/blog/src/blog/a.md": [expect.stringContaining('The front matter lacks "title".')],
      "sites/blog/app/src/blog/b.md": [],
    });
  });

  it("lie in folders of their names without a loader, as before Astro 5", async () => {
    const found = await complaints({
      "copydesk.config.yaml": "schema: ./src/content/config.ts",
      "src/content/config.ts": `import { defineCollection, z } from "astro:content";
        export const collections = {
          news: defineCollection({ type: "content", schema: z.strictObject({ title: z.string() }) }),
          data: defineCollection({ type: "data", schema: z.object({ never: z.string() }) }),
        };`,
      "src/content/news/a.md": post("title: 1", "slug: mine"),
      "src/content/news/_draft.md": post("title: 1"),
      "src/content/_news/b.md": post("title: 1"),
      "src/content/data/c.md": post("title: 1"),
    });
    expect(found["src/content/news/a.md"]).toEqual([
      expect.stringMatching(/^2:8 The value of "title" should be text/),
    ]);
    expect(Object.values(found).flat()).toHaveLength(1);
  });

  it("leave articles outside of them to what else is configured", async () => {
    const tree = {
      ...SITE,
      "copydesk.config.yaml": `
overrides:
  - { files: "**", schema: { required: [author] } }
  - { files: "src/**", schema: ./src/content.config.ts }`,
      "src/content.config.ts": blog("z.object({ title: z.string() })"),
      "src/blog/a.md": post("x: 1"),
      "src/pages/b.md": post("x: 1"),
    };
    expect(await complaints(tree)).toEqual({
      "src/blog/a.md": [expect.stringContaining('"title"')],
      "src/pages/b.md": [expect.stringContaining('"author"')],
    });
  });

  it("read unquoted dates as Astro's parser does", async () => {
    const schema = "z.object({ date: z.date(), text: z.string().optional() })";
    for (const date of ["2026-01-02", "2026-01-02 10:00:00", "2026-01-02T10:00:00.5+08:00"])
      expect(await ofPost(schema, `date: ${date}`)).toEqual([]);
    expect(await ofPost(schema, 'date: "2026-01-02"')).toEqual([
      expect.stringMatching(/^2:7 The value of "date" should be a date/),
    ]);
    expect(await ofPost(schema, "date: Tue, 01 Mar 2022 08:20:30 GMT")).toHaveLength(1);
    expect(await ofPost(schema, "date: 2026-01-02", "text: 2026-01-02")).toEqual([
      expect.stringMatching(/^3:7 The value of "text" should be text/),
    ]);
    const range = "z.object({ dates: z.array(z.date().min(new Date('2026-01-01T23:00:00Z'))) })";
    expect(
      await ofPost(range, "dates: [2026-01-02 08:00:00 +08:00, 2026-01-02 07:00:00 +08:30]"),
    ).toEqual([expect.stringMatching(/^2:37 .* it needs at least 2026-01-01T23:00:00\.000Z\.$/)]);
    expect(await ofPost("z.object({ date: z.coerce.date() })", "date: March 1, 2022")).toEqual([]);
    expect(await ofPost("z.object({ date: z.coerce.date() })", "date: 1st of March")).toHaveLength(
      1,
    );
    expect(await ofPost("z.object({ date: z.coerce.date() })", "x: 1")).toEqual([
      expect.stringMatching(/^1:1 The front matter lacks "date"/),
    ]);
    const toml = { ...SITE, "src/content.config.ts": blog(schema) };
    const text = "+++\ndate = 2026-01-02T10:00:00Z\ntext = 2026-01-02\n+++\n";
    expect(await complaints({ ...toml, "src/blog/a.md": text })).toEqual({
      "src/blog/a.md": [expect.stringMatching(/^3:8 The value of "text" should be text/)],
    });
  });

  it("know image() and reference()", async () => {
    const schema = `({ image }) => z.object({
      cover: image().refine((img) => img.width > 1000, "is too narrow").optional(),
      thumb: z.union([image(), z.literal(false)]).optional(),
      author: reference("authors").optional(),
      more: z.array(reference("blog")).default([]),
    })`;
    expect(
      await ofPost(
        schema,
        "cover: ./a.png",
        "thumb: false",
        "author: ada",
        "more: [{ collection: blog, id: b }]",
      ),
    ).toEqual([]);
    expect(
      await ofPost(schema, "cover: 3", "author: [ada]", "more: [{ collection: authors, id: b }]"),
    ).toEqual([
      expect.stringMatching(/^2:8 The value of "cover" should be text/),
      expect.stringMatching(/^3:9 The value of "author" should be text/),
      expect.stringMatching(/^4:/),
    ]);
  });

  it("say at the fence what holds for the whole, and when a schema stops", async () => {
    const whole =
      'z.object({ a: z.number(), b: z.number() }).refine(({ a, b }) => a < b, "a must be below b")';
    expect(await ofPost(whole, "a: 2", "b: 1")).toEqual([
      "1:1 The front matter does not match the schema. The schema (collection blog of src/content.config.ts) rejects it: a must be below b.",
    ]);
    for (const refinement of ["() => { throw new Error('no') }", "async () => true"]) {
      expect(await ofPost(`z.object({ a: z.string().refine(${refinement}) })`, "a: b")).toEqual([
        expect.stringMatching(/^1:1 .*: the schema itself stopped: \S/),
      ]);
    }
  });

  it("may be written with TypeScript, helpers, paths of tsconfig, import.meta.env and what zod 3 knows", async () => {
    const found = await complaints({
      ...SITE,
      "tsconfig.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }',
      "src/shared.ts":
        'import { z } from "astro/zod";\nexport const title: z.ZodString = z.string();',
      "src/content.config.ts": `
        import { defineCollection } from "astro:content";
        import { glob } from "astro/loaders";
        import * as all from "zod";
        import { z } from "zod";
        import { title } from "@/shared";
        const isDev: boolean = import.meta.env.COPYDESK_NOTHING !== undefined;
        interface Shape { title: string }
        const schema = z.object({
          title, counts: z.record(z.number()).optional(), link: z.string().url().optional(),
          level: z.nativeEnum({ a: "A" } as const).optional(),
          age: all.z.number({ required_error: "age!", invalid_type_error: "age?" }).optional(),
        }).passthrough().superRefine((value, ctx) => {
          if ((value as unknown as Shape).title === "bad")
            ctx.addIssue({ code: z.ZodIssueCode.custom, path: ["title"], message: "is a bad title" });
        });
        export const collections = {
          blog: defineCollection({ loader: glob({ pattern: isDev ? "x" : "src/blog/*.md" }), schema }),
        };`,
      "src/blog/a.md": post("title: bad", "more: 1"),
      "src/blog/b.md": post("title: good", "counts: { a: b }"),
    });
    expect(found).toEqual({
      "src/blog/a.md": [
        expect.stringMatching(/^2:8 The value of "title" does not match .*: is a bad title\.$/),
      ],
      "src/blog/b.md": [expect.stringMatching(/^3:14 The value of "counts\.a" should be a number/)],
    });
  });

  it("need no package that only the tsconfig extends", async () => {
    const found = await complaints({
      ...SITE,
      "tsconfig.json": '{ "extends": "astro/tsconfigs/strict" }',
      "src/content.config.ts": blog("z.object({ title: z.string() })"),
      "src/blog/a.md": post("x: 1"),
    });
    expect(found["src/blog/a.md"]).toHaveLength(1);
  });

  it("are named as origin by --print-config", async () => {
    const cwd = temporaryProject({
      ...SITE,
      "src/content.config.ts": blog("z.object({ title: z.string() })"),
    });
    const { stdout } = await runIn(cwd, ["--print-config", "src/blog/a.md"]);
    expect(stdout).toMatch(
      /^schema +src\/content\.config\.ts collections\.blog +"collection blog of src\/content\.config\.ts"$/m,
    );
    expect((await runIn(cwd, ["--print-config", "src/a.md"])).stdout).toMatch(
      /^schema +preset astro /m,
    );
  });
});

describe("a content config that cannot be used", () => {
  const broken = async (content: string | undefined, config: ProjectTree = CONFIG) => {
    const tree = content === undefined ? config : { ...config, "src/content.config.ts": content };
    const cwd = temporaryProject({ ...tree, "src/blog/a.md": post("x: 1") });
    const ran = await runIn(cwd, ["src/blog/a.md"]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    return ran.stderr.replaceAll(cwd, "<project>");
  };

  it.each<[string, string | undefined, string]>([
    ["is absent", undefined, 'The file "./src/content.config.ts" does not exist.'],
    ["is no program", "export const = 1;", '"./src/content.config.ts" could not be run: '],
    ["throws", "throw new Error('no');", '"./src/content.config.ts" could not be run: no'],
    [
      "throws something odd",
      "throw undefined;",
      '"./src/content.config.ts" could not be run: undefined',
    ],
    [
      "imports what is not there",
      'import "astro-seo-schema";',
      '"./src/content.config.ts" could not be run: it imports "astro-seo-schema", which is not installed.',
    ],
    ["exports nothing", "export {};", 'src/content.config.ts exports no "collections".'],
    [
      "exports something else",
      "export const collections = { blog: 1 };",
      'The collection "blog" of src/content.config.ts is not made with defineCollection.',
    ],
    [
      "has a function that throws for a schema",
      blog("() => { throw new Error('no') }"),
      'The schema of the collection "blog" of src/content.config.ts cannot be used: no.',
    ],
    [
      "has no schema for a schema",
      blog("42"),
      'The schema of the collection "blog" of src/content.config.ts cannot be used: A front-matter schema must be',
    ],
  ])("is one config error when it %s", async (_what, content, message) => {
    const said = await broken(content);
    expect(said).toContain(`copydesk.config.yaml:1:9  error  ${message}`);
    expect(said.match(/ error /g)).toHaveLength(1);
  });

  it("tells which modules are supplied", async () => {
    expect(await broken('import { db } from "astro:db"; export const collections = db;')).toContain(
      "astro:content, astro:schema, astro/zod, astro/loaders, zod",
    );
  });

  it("is not run when code is refused, or named by a config beside articles", async () => {
    const hostile = "throw new Error('this was run');";
    const tree = { ...SITE, "src/content.config.ts": hostile, "src/blog/a.md": post("x: 1") };
    const refused = await complaints(tree, "--no-config-code").catch(String);
    expect(refused).toContain("--no-config-code refuses code");
    expect(refused).not.toContain("this was run");
    const nested = await complaints({
      ".git/HEAD": "",
      "site/copydesk.config.yaml": "schema: ./src/content.config.ts",
      "site/src/content.config.ts": hostile,
      "site/a.md": post("x: 1"),
    }).catch(String);
    expect(nested).toContain("only a config in the project root can name code");
    expect(nested).not.toContain("this was run");
  });

  it("is not run when nothing names it", async () => {
    const tree = {
      "astro.config.mjs": "",
      "src/content.config.ts": "throw new Error('this was run');",
      "src/content/a.md": post("title: A"),
    };
    expect(await complaints(tree)).toEqual({ "src/content/a.md": [] });
  });

  it("must lie in the project and be called as Astro calls it", async () => {
    const outside = temporaryProject({ "content.config.ts": "throw new Error('this was run');" });
    expect(
      await broken(undefined, {
        ...CONFIG,
        ".git/HEAD": "",
        "src/content.config.ts": { link: join(outside, "content.config.ts") },
      }),
    ).toContain("is not a file of the project");
    expect(
      await broken(undefined, { "copydesk.config.yaml": "schema: ./schema.ts", "schema.ts": "" }),
    ).toContain("the only code that can be a schema is Astro's content config");
  });
});
