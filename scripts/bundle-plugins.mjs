/**
 * What esbuild bundles in another shape than it stands in `node_modules`, so that every start is shorter.
 */
import { aria, roles } from "aria-query";

/** aria-query builds maps of elements and roles that nobody asks for; only its two lists go in, as data. */
export const ariaAsData = {
  name: "aria-as-data",
  setup(build) {
    const properties = JSON.stringify(aria.entries());
    const names = JSON.stringify(
      roles.entries().map(([name, { abstract }]) => [name, { abstract }]),
    );
    build.onLoad({ filter: /[\\/]aria-query[\\/]lib[\\/]index\.js$/ }, () => ({
      contents: [
        `export const aria = { entries: () => ${properties} };`,
        `export const roles = { entries: () => ${names} };`,
      ].join("\n"),
    }));
  },
};

/** gray-matter loads a YAML parser of its own, which is never asked: it is always given ours. */
export const matterWithoutYaml = {
  name: "matter-without-yaml",
  setup(build) {
    const inMatter = /[\\/]gray-matter[\\/]/;
    build.onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      inMatter.test(importer) ? { path: "js-yaml", namespace: "never-asked" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "never-asked" }, () => ({
      contents: [
        'const refuse = () => { throw new Error("Front matter is read by copydesk\'s own engines."); };',
        "module.exports = { safeLoad: refuse, safeDump: refuse };",
      ].join("\n"),
    }));
  },
};
