import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The folder of copydesk in the user's folder for caches. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows, HOME: home } = env;
  const userHome = isAbsolute(home ?? "") ? (home ?? "") : homedir();
  // A relative folder is to be ignored (XDG Base Directory Specification).
  const folder = [xdg, windows].find((path) => isAbsolute(path ?? "")) ?? join(userHome, ".cache");
  return join(folder, "copydesk");
}
