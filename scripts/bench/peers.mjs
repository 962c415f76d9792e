import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const table = JSON.parse(readFileSync(new URL("like-for-like.json", import.meta.url), "utf8"));

/** Installs the peers where they are not, and says where their commands are. */
export function installPeers(root) {
  const folder = path.join(root, "scripts", "bench", "peers");
  if (!existsSync(path.join(folder, "node_modules")))
    execFileSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
    });
  return (name) => path.join(folder, "node_modules", ".bin", name);
}

/** The version of each peer, by name. */
export function versionsOfPeers(root) {
  const file = path.join(root, "scripts", "bench", "peers", "package.json");
  return JSON.parse(readFileSync(file, "utf8")).dependencies;
}

/** `--only` for each rule of copydesk that a peer's rules map to. */
export function onlyLike(peer) {
  const rules = new Set(Object.values(table[peer]).flat());
  return [...rules].map((rule) => `--only ${rule}`).join(" ");
}

const rulesOf = (peer) => Object.keys(table[peer]);

/** How HTML is linted by the peers: `recommended` is their own choice of rules, `like` the rules that copydesk has, too. */
export function htmlPeers(bin, site) {
  const html = { experimentalFullSupportEnabled: true, linter: { enabled: true } };
  config(site, "biome.json", { html, assist: { enabled: false }, formatter: { enabled: false } });
  config(site, "htmlvalidate.json", { extends: ["html-validate:recommended"] });
  config(site, "htmlvalidate-like.json", {
    rules: Object.fromEntries(rulesOf("html-validate").map((rule) => [rule, "error"])),
  });
  const biome = `${bin("biome")} lint --max-diagnostics=none`;
  const only = rulesOf("biome").map((rule) => `--only=${rule}`);
  return {
    biome: `${biome} source`,
    biomeLike: `${biome} ${only.join(" ")} source`,
    htmlValidate: `${bin("html-validate")} --config htmlvalidate.json "source/**/*.html"`,
    htmlValidateLike: `${bin("html-validate")} --config htmlvalidate-like.json "source/**/*.html"`,
    htmlhint: `${bin("htmlhint")} "source/**/*.html"`,
  };
}

/** How Markdown is linted by the peers. */
export function markdownPeers(bin, site) {
  const rules = rulesOf("markdown");
  config(site, ".markdownlint-cli2.jsonc", {});
  config(site, "like.markdownlint-cli2.jsonc", {
    config: { default: false, ...Object.fromEntries(rules.map((rule) => [rule, true])) },
  });
  const cli2 = bin("markdownlint-cli2");
  return {
    rumdl: `${bin("rumdl")} check --no-cache .`,
    rumdlHot: `${bin("rumdl")} check --cache-dir .rumdl_cache .`,
    rumdlLike: `${bin("rumdl")} check --no-cache --enable ${rules.join(",")} .`,
    markdownlint: `${cli2} "**/*.md"`,
    markdownlintLike: `${cli2} --config like.markdownlint-cli2.jsonc "**/*.md"`,
  };
}

function config(site, name, data) {
  writeFileSync(path.join(site, name), JSON.stringify(data));
}
