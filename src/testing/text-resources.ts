import { yamlSource } from "../config/load/source.js";
import type { Resources } from "../rule/index.js";

/**
 * What rules may read for their options in a test: the texts of its files, and those below `node_modules/` as files of
 * packages, which are the project's dependencies. Whatever a config would be refused for is thrown.
 */
export function textResources(texts: ReadonlyMap<string, string>): Resources {
  const text = (name: string): string => {
    const found = texts.get(name.replace(/^\.\//, ""));
    if (found === undefined) throw new TypeError(`The file "${name}" does not exist.`);
    return found;
  };
  const packages = [...texts.keys()].flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  return {
    text,
    data: (name, _at, schema) => schema.parse(yamlSource(name, text(name)).value),
    packageFile(name, file) {
      const found = texts.get(`node_modules/${name}/${file}`);
      return found === undefined ? undefined : new TextEncoder().encode(found);
    },
    dependencies: [...new Set(packages)],
    refuse: (_at, message) => {
      throw new TypeError(message);
    },
  };
}
