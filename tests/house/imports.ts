import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files by their path from the root, with their text; `undefined` where only the name matters. */
export type Tree = ReadonlyMap<string, string | undefined>;

/** One import or re-export, of types or values, static or not. */
export interface Import {
  readonly from: string;
  /** A path from the root for a file of the tree; else the specifier as written. */
  readonly to: string;
}

/** Reads folders of the project: the text of TypeScript, the names of all the rest. */
export function readTree(root: string, folders: readonly string[]): Tree {
  return new Map(
    folders.flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const file = path.join(entry.parentPath, entry.name);
          const name = path.relative(root, file).replaceAll(path.sep, "/");
          return [name, name.endsWith(".ts") ? readFileSync(file, "utf8") : undefined] as const;
        }),
    ),
  );
}

/** Statements from their first word to the specifier, and `import("…")` for values and types. */
const IMPORT =
  /^(?:import|export)\b[^;"']*?\bfrom\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*[),]/gm;

/** Every import in a tree. */
export function importsOf(tree: Tree): readonly Import[] {
  return [...tree].flatMap(([from, code = ""]) =>
    [...code.matchAll(IMPORT)].map(([, first, second, third]) => {
      const specifier = first ?? second ?? third ?? "";
      if (!specifier.startsWith(".")) return { from, to: specifier };
      const written = path.posix.join(path.posix.dirname(from), specifier);
      const source = written.replace(/\.js$/, ".ts");
      return { from, to: tree.has(source) ? source : written };
    }),
  );
}

/** The groups of nodes that lead to each other, each sorted (Tarjan's strongly connected components). */
export function circlesOf(edges: Iterable<readonly [string, string]>): readonly string[][] {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    const number = numbers.size;
    numbers.set(node, number);
    open.push(node);
    let low = number;
    for (const next of graph.get(node) ?? []) {
      if (!numbers.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, numbers.get(next) ?? low);
    }
    if (low === number) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!numbers.has(node)) visit(node);
  return circles;
}
