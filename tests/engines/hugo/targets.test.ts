import { expect, it } from "vitest";
import { findingsOf } from "../findings-of.js";

it("a render hook for links leaves pictures certain", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[x](/b/)\n\n![y](/no.png)\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/_markup/render-link.html":
        '<a href="{{ partial "find.html" .Destination }}">{{ .Text }}</a>',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 image/not-found/absent"]);
});

it("a render hook for images leaves links certain", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[x](/b/)\n\n![y](/no.png)\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/_markup/render-image.html":
        '<img src="{{ partial "cdn.html" .Destination }}" alt="{{ .Text }}">',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:5 link/broken/absent"]);
});

it("a render hook that prints the address as it is leaves it certain", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[x](/b/)\n\nText.\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/_markup/render-link.html":
        '<a href="{{ .Destination | safeURL }}" class="x">{{ .Text | safeHTML }}</a>',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:5 link/broken/absent"]);
});

it("a render hook of a theme counts", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[x](/b/)\n\n![y](/no.png)\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\ntheme = "t"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
      "themes/t/layouts/_default/_markup/render-link.html":
        '<a href="{{ partial "find.html" .Destination }}">{{ .Text }}</a>',
    }),
  ).toEqual(["content/a.md:7 image/not-found/absent"]);
});

it("a base address in a theme's partial moves relative links", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/sea/a.md": "---\ntitle: A\n---\n\n[ok](sea/b/)\n\n[dead](c/)\n",
      "content/sea/b.md": "---\ntitle: B\n---\n\nText.\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\ntheme = "t"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
      "themes/t/layouts/_default/baseof.html":
        '<html>{{ partial "head.html" . }}<body></body></html>',
      "themes/t/layouts/partials/head.html": '<head><base href="/"></head>',
    }),
  ).toEqual(["content/sea/a.md:7 link/broken/absent"]);
});

it("terms of definitions have ids where the config says so", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md":
        "---\ntitle: A\n---\n\n[ok](#keel)\n\n[dead](#mast)\n\nKeel\n: The lowest part.\n",
      "hugo.toml":
        'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n[markup.goldmark.parser]\nautoDefinitionTermID = true\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/anchor/missing"]);
});

it("terms of definitions have no ids otherwise", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[dead](#keel)\n\nKeel\n: The lowest part.\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:5 link/anchor/missing"]);
});

it("ids keep letters beyond ASCII", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[ok](#größe-a)\n\n[dead](#gre-a)\n\n## Größe a\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/anchor/nearest"]);
});

it("a key of another name sets no type of ids", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[ok](#a-b)\n\n[dead](#a--b)\n\n## A & b\n",
      "hugo.toml":
        'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n[markup.goldmark.parser]\nautoIDType = "blackfriday"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/anchor/nearest"]);
});

it("an alias leads to its article", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[ok](/old/)\n\n[dead](/older/)\n",
      "content/b.md": "---\ntitle: B\naliases: [/old/]\n---\n\nText.\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/broken/absent"]);
});

it("addresses of files are in lower case", async () => {
  expect(
    await findingsOf({
      "content/Blue-Boat.md": "---\ntitle: B\n---\n\nText.\n",
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[ok](/blue-boat/)\n\n[dead](/Blue-Boats/)\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/broken/absentNearest"]);
});

it("slugs are in lower case", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md": "---\ntitle: A\n---\n\n[ok](/blue/)\n\n[dead](/blues/)\n",
      "content/b.md": "---\ntitle: B\nslug: Blue\n---\n\nText.\n",
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
    }),
  ).toEqual(["content/a.md:7 link/broken/absentNearest"]);
});

it("the picture of a figure is looked for", async () => {
  expect(
    await findingsOf({
      "content/_index.md": "---\ntitle: Home\n---\n\nText.\n",
      "content/a.md":
        '---\ntitle: A\n---\n\n{{< figure src="/ok.png" alt="Quay" >}}\n\n{{< figure src="/no.png" alt="Quay" >}}\n',
      "hugo.toml": 'baseURL = "https://quay.example.org/"\ntitle = "Quay"\n',
      "layouts/_default/list.html": "{{ .Content }}",
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/index.html": "{{ .Content }}",
      "static/ok.png": "A picture.",
    }),
  ).toEqual(["content/a.md:7 image/not-found/absent"]);
});
