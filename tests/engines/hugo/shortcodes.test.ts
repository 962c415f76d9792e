import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const config = { "hugo.toml": 'baseURL = "https://mill.example/"\n' };
const templates = {
  "layouts/shortcodes/mark.html": "<b>{{ .Get 0 }}</b>",
  "layouts/shortcodes/aside.html":
    "{{/* a box */}}<aside>{{ with .Inner }}{{ . }}{{ end }}</aside>",
  "layouts/_shortcodes/wheel/turn.html": "{{/* .Inner is not printed */}}<i></i>",
};
const rules = ["template/syntax"];
const at = (line: number, messageId: string) => `content/a.md:${line} template/syntax/${messageId}`;

const body = [
  "{{< mark x >}} {{< Aside >}}in{{< /Aside >}} {{< aside />}} {{< wheel/turn >}} {{% mark %}}",
  "{{< mill >}}",
  "`{{< miller >}}` {{</* mills */>}}",
  "{{< aside >}}",
  "{{< mark >}}x{{< /mark >}}",
  "{{< wheel/turn />}}",
  "{{< figure src=x.png >}}x{{< /figure >}}",
  "{{< aside >}}{{< mark >}}{{< /aside >}}",
  "{{< one.inline >}}x{{< /one.inline >}}",
].join("\n\n");

it("stop the build where no template has their name, or it wants another closing", async () => {
  const files = { ...config, ...templates, "content/a.md": page(body) };
  expect(await findingsOf(files, rules)).toEqual([
    at(10, "unclosed"),
    at(12, "noContent"),
    at(14, "noContent"),
    at(16, "noContent"),
    at(6, "missing"),
    at(8, "missing"),
  ]);
});

it("may come from themes that are not there, or from modules", async () => {
  const files = {
    "content/a.md": page("{{< mill >}}\n\n{{< mark >}}x{{< /mark >}}"),
    ...templates,
  };
  const known = [at(6, "noContent")];
  const site = (lines: string) => ({ "hugo.toml": `${config["hugo.toml"]}${lines}`, ...files });
  expect(await findingsOf(site('theme = "stone"\n'), rules)).toEqual(known);
  expect(await findingsOf(site('[[module.imports]]\npath = "x.org/y"\n'), rules)).toEqual(known);
  const mount = "[[module.mounts]]\nsource = 'tags'\ntarget = 'layouts/shortcodes'\n";
  expect(await findingsOf(site(mount), rules)).toEqual(known);
  const theme = { "themes/stone/layouts/shortcodes/mill.html": "<i></i>" };
  expect(await findingsOf({ ...site('theme = "stone"\n'), ...theme }, rules)).toEqual(known);
  const other = { "themes/stone/layouts/shortcodes/wind.html": "<i></i>" };
  expect(await findingsOf({ ...site('theme = "stone"\n'), ...other }, rules)).toEqual([
    at(4, "missing"),
    at(6, "noContent"),
  ]);
});

it("are not run in drafts", async () => {
  const draft = page("{{< mill >}}", "title: D\ndraft: true");
  expect(await findingsOf({ ...config, ...templates, "content/a.md": draft }, rules)).toEqual([]);
});
