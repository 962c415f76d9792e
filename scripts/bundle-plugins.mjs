/**
 * What esbuild bundles in another shape than it stands in `node_modules`, so that every start is shorter.
 */
import { readFile } from "node:fs/promises";
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

/** js-yaml loads a parser of JavaScript for a tag that the safe schema, the only one in use, does not have. */
export const yamlWithoutPrograms = {
  name: "yaml-without-programs",
  setup(build) {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, () => ({
      contents: [
        'const Type = require("../../type");',
        'module.exports = new Type("tag:yaml.org,2002:js/function", { kind: "scalar", resolve: () => false });',
      ].join("\n"),
    }));
  },
};

/**
 * yargs looks for a version in the nearest package.json, which for a bundle is that of the project that is checked: a
 * stranger may have put a pipe there. The version is given.
 */
export const yargsWithoutManifest = {
  name: "yargs-without-manifest",
  setup(build) {
    build.onLoad(
      { filter: /[\\/]yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/ },
      async ({ path }) => {
        const code = await readFile(path, "utf8");
        const contents = code
          .replace("findUp: escalade", "findUp: () => undefined")
          .replace("import escalade from 'escalade/sync'\n", "");
        if (contents.includes("escalade"))
          throw new Error("yargs has changed: it looks for a package.json.");
        return { contents };
      },
    );
  },
};

/**
 * Packages that our code loads with `load("…")`, where `load` is a `require`: rarely needed, and then at once. They
 * go into one CommonJS file beside the bundle, together, since some share classes. Only flat output finds that file.
 *
 * @returns `plugin` for the bundle, which gathers the names; `code` of the further file, to be bundled after it
 */
export function packagesLoadedLater(file) {
  const names = new Set();
  const load = `(name) => createRequire(import.meta.url)("./${file}")(name)`;
  return {
    plugin: {
      name: "packages-loaded-later",
      setup(build) {
        build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
          const code = await readFile(path, "utf8");
          if (!code.includes("= createRequire(import.meta.url);")) return undefined;
          for (const [, name] of code.matchAll(/\bload\("([^"]+)"\)/g)) names.add(name);
          const contents = code.replace("createRequire(import.meta.url);", `${load};`);
          return { contents, loader: "ts" };
        });
      },
    },
    code: () => {
      const cases = [...names].map((name) => {
        const quoted = JSON.stringify(name);
        return `case ${quoted}: return require(${quoted});`;
      });
      return `module.exports = (name) => { switch (name) { ${cases.join("\n")} } };`;
    },
  };
}
