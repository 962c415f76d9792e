import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Installs the engines that tests compare copydesk with, unless the installed ones are those of the lock files. */
export default function installEngines(): void {
  // These two compile what they can resolve, so that packages of others would let a broken site compile.
  for (const folder of [".", "docusaurus/build", "next/build"])
    install(fileURLToPath(new URL(folder, import.meta.url)));
}

function install(folder: string): void {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules", ".installed-lock.json");
  if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`The engines in ${folder} could not be installed.`);
  copyFileSync(lock, installed);
}
