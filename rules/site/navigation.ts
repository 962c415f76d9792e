import {
  defineRule,
  HOLD_BACK_REASONS,
  type JudgedEntry,
  type JudgedNavigation,
  type Resolution,
} from "../../src/rules.js";

/** Finds entries of a site's own lists of pages that lead to no page, or to one that the list already names. */
export default defineRule({
  id: "site/navigation",
  summary: "Menus, sidebars and tables of contents name pages that exist, each once",
  messages: {
    stops: {
      severity: "error",
      what: "The list of pages names a page that does not exist: {target}.",
      why: "{engine} stops the build.",
      help: "{advice}",
    },
    missing: {
      severity: "error",
      what: "The list of pages names a page that does not exist: {target}.",
      why: "Readers who choose the entry get an error page.",
      help: "{advice}",
    },
    printed: {
      severity: "warning",
      what: "The list of pages names a page that does not exist: {target}.",
      why: "Where a template prints the list as it is, readers who choose the entry get an error page.",
      help: "{advice}",
    },
    unlinked: {
      severity: "error",
      what: "The list of pages names a page that does not exist: {target}.",
      why: "{engine} prints an empty address, so that the entry leads to the page that it is on.",
      help: "{advice}",
    },
    empty: {
      severity: "warning",
      what: "The list of pages names a file that does not exist: {target}.",
      why: "{engine} makes a page of it that holds nothing but its title.",
      help: "{advice}",
    },
    heldBack: {
      severity: "error",
      what: "The list of pages names a page that is not published: {target}.",
      why: "{page} {reason}, so readers who choose the entry get an error page.",
      help: "Publish that article first, or delete the entry.",
    },
    onePlace: {
      severity: "warning",
      what: "The list of pages names a page twice: {target}.",
      why: "A page has one link to the previous and one to the next page: at one of the places they lead astray.",
      help: "Correct the target of one of them, or delete it.",
    },
    shownTwice: {
      severity: "warning",
      what: "Two entries next to each other lead to the same page: {target}.",
      why: "Readers expect two pages. Often an entry was copied, and its target not changed.",
      help: "Correct the target of one of them, or delete it.",
    },
  },
  speaksOf: "files",
  site: ({ site, articles, report }) => {
    const byPath = new Map(articles.map((article) => [article.facts.path, article]));
    for (const list of site.navigation()) {
      const article = byPath.get(list.article);
      if (article === undefined) continue;
      const engine = article.engine.label;
      const { path } = list;
      const absent = absentGroups(list);
      const reportAbsent = ({ entry }: JudgedEntry, advice: string) => {
        const { range, failure, written, group } = entry;
        const all = absent.get(group ?? "") ?? [];
        // A group of which nothing is there has one cause.
        if (all.length > 1 && all[0]?.entry !== entry) return;
        const related = all.slice(1).map((other) => ({
          path,
          range: other.entry.range,
          message: "This page does not exist either.",
        }));
        const data = { target: shortened(written), engine, advice };
        const found = { path, range, related, data };
        switch (failure) {
          case "stops":
            return report({ messageId: "stops", ...found });
          case "dead":
            return report({ messageId: "missing", ...found });
          case "printed":
            return report({ messageId: "printed", ...found });
          case "unlinked":
            return report({ messageId: "unlinked", ...found });
          case "empty":
            return report({ messageId: "empty", ...found });
        }
      };
      for (const judged of list.entries) {
        const { entry, resolution } = judged;
        const { range } = entry;
        const target = shortened(entry.written);
        if (resolution.verdict === "case") {
          reportAbsent(judged, `Name ${nameOf(resolution)}, in its own letter case.`);
        }
        if (resolution.verdict !== "absent") continue;
        const { heldBack } = resolution;
        if (heldBack !== undefined) {
          const data = { target, page: heldBack.path, reason: HOLD_BACK_REASONS[heldBack.reason] };
          report({ messageId: "heldBack", path, range, data });
          continue;
        }
        const meant = resolution.nearest ?? resolution.nearestAddress;
        const advice =
          meant === undefined
            ? "Correct the entry, or delete it."
            : `Name ${meant}, if that is what you mean.`;
        reportAbsent(judged, advice);
      }
      for (const [first, again] of doublesIn(list)) {
        const related = [{ path, range: first.entry.range, message: "The first entry" }];
        const messageId = list.twice === "one-place" ? "onePlace" : "shownTwice";
        const target = shortened(again.entry.written);
        report({ messageId, path, range: again.entry.range, data: { target }, related });
      }
    }
  },
});

/** The groups none of whose entries leads to a page, by their names. */
function absentGroups({ entries }: JudgedNavigation): ReadonlyMap<string, readonly JudgedEntry[]> {
  const groups = new Map<string, JudgedEntry[]>();
  for (const judged of entries) {
    const { group = "" } = judged.entry;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [judged]);
    else known.push(judged);
  }
  return new Map(
    [...groups].filter(
      ([name, members]) =>
        name !== "" && members.every(({ resolution }) => resolution.verdict === "absent"),
    ),
  );
}

/** Entries that lead where an earlier one of their group does, each with that one. */
function doublesIn({
  entries,
}: JudgedNavigation): readonly (readonly [JudgedEntry, JudgedEntry])[] {
  const firsts = new Map<string, JudgedEntry>();
  return entries.flatMap((judged): (readonly [JudgedEntry, JudgedEntry])[] => {
    const { entry, resolution } = judged;
    const page = pageOf(resolution);
    if (entry.group === undefined || page === undefined) return [];
    const query = /\?[^#]*/.exec(entry.written)?.[0] ?? "";
    const key = [entry.group, page, query].join("\0");
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, judged);
    return first === undefined ? [] : [[first, judged]];
  });
}

/** What tells the target of an entry from others; undefined for what is not certain to be one page. */
function pageOf(resolution: Resolution): string | undefined {
  switch (resolution.verdict) {
    case "article":
    case "asset": {
      if (resolution.redirects !== undefined) return undefined;
      const path = resolution.verdict === "article" ? resolution.path : resolution.asset.path;
      return `${path}#${resolution.fragment ?? ""}`;
    }
    default:
      return undefined;
  }
}

function nameOf({ path, address }: { readonly path: string; readonly address?: string }): string {
  return address ?? path;
}

function shortened(target: string): string {
  return target.length <= 30 ? target : `…${target.slice(-29)}`;
}
