import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const lock = join(folder, "package-lock.json");
const installedLock = join(folder, "node_modules", ".installed-lock.json");

/** Installs the engines that tests compare copydesk with, unless the installed ones are those of the lock file. */
export default function installEngines(): void {
  if (existsSync(installedLock) && readFileSync(installedLock).equals(readFileSync(lock))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The engines in tests/engines could not be installed.");
  copyFileSync(lock, installedLock);
}
