import { expect, it } from "vitest";
import { findingsOf, page } from "../findings-of.js";

const config = {
  "hugo.toml": 'baseURL = "https://mill.example/"\n',
  "layouts/_shortcodes/terms.html":
    "{{ range site.RegularPages }}\n{{ .Title }}\n: {{ .Summary }}\n{{ end }}\n",
  "layouts/_shortcodes/part.html": "{{ with site.GetPage (.Get 0) }}{{ .RawContent }}{{ end }}",
  "layouts/_shortcodes/steps.html": "{{/* # none */}}\n## Steps\n\n{{ .Inner }}\n",
  "layouts/_shortcodes/mark.html": '{{/* .Content */}}<b title=": # x">{{ .Get 0 }}</b>',
};
const links = (...paths: readonly string[]) =>
  page(paths.map((path) => `[a](${path})`).join("\n\n"));

it("are not missed where a shortcode may bring them", async () => {
  const found = await findingsOf({
    ...config,
    "content/words.md": page("{{% terms %}}"),
    "content/whole.md": page("## Own\n\n{{< part wheel >}}"),
    "content/plan.md": page("{{% steps %}}\nOne.\n{{% /steps %}}"),
    "content/a.md": links("/words/#millrace", "/whole/#sluice", "/plan/#steps", "/whole/#own"),
  });
  expect(found).toEqual([]);
});

it("are missed where none does", async () => {
  const found = await findingsOf({
    ...config,
    "content/plain.md": page("## Own\n\n{{< mark x >}}"),
    "content/html.md": page("{{< steps >}}\nOne.\n{{< /steps >}}"),
    "content/a.md": links("/plain/#sluice", "/html/#steps", "/plain/#own"),
  });
  expect(found).toEqual([
    "content/a.md:4 link/anchor/missing",
    "content/a.md:6 link/anchor/missing",
  ]);
});
