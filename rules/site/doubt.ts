import { type Doubt, defineRule, type ReferenceClass } from "../../src/rules.js";

/** Says where copydesk probably reads the site wrongly, instead of calling all of the links broken. */
export default defineRule({
  id: "site/doubt",
  summary: "Links that copydesk probably misreads are told once",
  messages: {
    doubted: {
      severity: "info",
      what: "Many {subject} have no known target: {failed} of {total}.",
      why: "So many failures probably mean that copydesk, which takes the site for {engine}, misreads them. They count as unknown.",
      help: "Tell it more with {setting}, or set site.complete to true to see each of them as a finding.",
    },
    overruled: {
      severity: "info",
      what: "Many {subject} have no known target: {failed} of {total}.",
      why: "So many failures probably mean that the config of copydesk lacks something: it takes the site for {engine}.",
      help: "If the links work, tell copydesk more with {setting}.",
    },
  },
  site({ site, articles, report }) {
    const byPath = new Map(articles.map((article) => [article.facts.path, article]));
    for (const doubt of site.doubts()) {
      const { failed, total, isOverruled } = doubt;
      const isList = doubt.class.kind === "list";
      const [first, ...others] = doubt.examples.filter(
        ({ path }) => isList || byPath.get(path)?.isContext === false,
      );
      const article = isList
        ? articles.find(({ settings }) => settings.site.folder === doubt.folder)
        : byPath.get(first?.path ?? "");
      if (first === undefined || article === undefined) continue;
      report({
        messageId: isOverruled ? "overruled" : "doubted",
        path: first.path,
        range: first.range,
        related: others.slice(0, 1).map(({ path, range }) => ({
          path,
          range,
          message: "Another one",
        })),
        concerns: {
          scope: "site",
          key: [doubt.folder, doubt.class.kind, doubt.class.name, doubt.of].join("\0"),
        },
        data: {
          subject: subjectOf(doubt),
          failed,
          total,
          engine: article.engine.publishes ? article.engine.label : "plain folders",
          setting: SETTINGS[doubt.class.kind],
        },
      });
    }
  },
});

/** The settings that tell copydesk more about a class of references. */
const SETTINGS: Readonly<Record<ReferenceClass["kind"], string>> = {
  "root-relative": "site.routes, site.staticDirs or site.url",
  relative: "engine, site.root or site.routes",
  "front-matter": "site.staticDirs",
  host: "site.url or site.ownHosts",
  template: "engine or site.root",
  list: "engine, site.root or site.routes",
  anchor: 'the option "ignore" of link/anchor',
};

function subjectOf({ class: { kind, name }, of }: Doubt): string {
  switch (kind) {
    case "root-relative":
      return name === "" ? `root-relative ${of}` : `${of} to /${shortened(name)}/`;
    case "relative":
      return name === "" ? `relative ${of}` : `relative ${of} in ${shortened(name)}`;
    case "front-matter":
      return `values of ${shortened(name)} in the front matter`;
    case "host":
      return `${of} to ${shortened(name)}`;
    case "template":
      return `${of} written by the tag ${shortened(name)}`;
    case "list":
      return `entries of ${shortened(name)}`;
    case "anchor":
      return name === "" ? "fragments of links" : `fragments of links to ${shortened(name)}`;
  }
}

/** Long names lose their beginning, so that the message stays one line. */
function shortened(name: string): string {
  return name.length <= 40 ? name : `…${name.slice(-39)}`;
}
