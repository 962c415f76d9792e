import { PEER_RULES } from "./peers.mjs";

/** Prints what was run, agreement per rule of each peer, and what no peer reports. */
export function printSummary({ loaded, articles, reports, own }) {
  console.log(`${articles.length} articles.`);
  for (const peer of loaded) {
    const { covered, outside } = PEER_RULES[peer.name];
    const left = Object.values(outside).flat();
    const strangers = (peer.rules ?? []).filter((id) => !(id in covered) && !left.includes(id));
    console.log(
      `\n${peer.name} ${peer.version}: ${Object.keys(covered).length} rules compared, ${left.length} left out.`,
    );
    if (strangers.length > 0) console.log(`  Not in peer-rules.json: ${strangers.join(", ")}`);
    const rows = [...groupBy(reports, ({ peer: name, rule }) => `${name} ${rule}`)];
    printTable(
      rows
        .filter(([key]) => key.startsWith(`${peer.name} `))
        .map(([key, list]) => {
          const missed = list.filter(({ by }) => by === undefined).length;
          return [key.slice(peer.name.length + 1), list.length, list.length - missed, missed];
        })
        .sort((left, right) => right[3] - left[3]),
      ["rule", "reports", "we too", "missed by us"],
    );
  }
  console.log("\nFindings of ours at lines where no peer reports anything that maps to the rule:");
  printTable(onlyOurs({ articles, reports, own }), ["rule", "findings", "only ours"]);
}

function onlyOurs({ articles, reports, own }) {
  const heard = new Map();
  for (const { article, line, ours } of reports) {
    for (const rule of ours) {
      const places = heard.get(rule) ?? new Map();
      heard.set(rule, places);
      places.set(article.path, [...(places.get(article.path) ?? []), line]);
    }
  }
  return own.rules.flatMap(({ id }) => {
    const findings = articles.flatMap(({ path, findings: list }) =>
      list.filter(({ rule }) => rule === id).map(({ lines }) => ({ path, lines })),
    );
    const alone = findings.filter(({ path, lines }) => {
      const places = heard.get(id)?.get(path) ?? [];
      return !lines.some((line) => places.some((place) => Math.abs(place - line) <= 1));
    });
    return findings.length === 0 ? [] : [[id, findings.length, alone.length]];
  });
}

/** `count` disagreements of each rule, spread evenly, with the line they are about. */
export function sample(reports, count) {
  if (!(count > 0)) return [];
  const groups = [...groupBy(reports, ({ peer, rule }) => `${peer} ${rule}`)].sort();
  return groups.flatMap(([key, list]) => {
    const step = Math.max(1, list.length / count);
    const picked = Array.from(
      { length: Math.min(count, list.length) },
      (_, index) => list[Math.floor(index * step)],
    );
    return [
      `\n${key} (${list.length})`,
      ...picked.map(({ file, line, message, article }) => {
        const text = article.source.split("\n")[line - 1]?.trim().slice(0, 160) ?? "";
        return `  ${file}:${line} ${message}\n    ${text}`;
      }),
    ];
  });
}

function printTable(rows, head) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells) {
    const [first = "", ...numbers] = row;
    const right = numbers.map((cell, index) => cell.padStart(widths[index + 1] ?? 0));
    console.log(`  ${[first.padEnd(widths[0] ?? 0), ...right].join("  ")}`);
  }
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
