import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultCacheFile } from "../../src/run/network.js";

const below = (folder: string): string => join(folder, "copydesk", "links.json");

describe("the file verdicts are kept in", () => {
  it.each([
    ["the user's folder for caches", { XDG_CACHE_HOME: "/c", HOME: "/h" }, below("/c")],
    ["the home where that is relative", { XDG_CACHE_HOME: "c", HOME: "/h" }, below("/h/.cache")],
    [
      "the user's own home where both are",
      { XDG_CACHE_HOME: "c", HOME: "h" },
      below(join(homedir(), ".cache")),
    ],
    ["the home where that is empty", { XDG_CACHE_HOME: "", HOME: "/h" }, below("/h/.cache")],
  ])("is in %s", (_where, env, file) => expect(defaultCacheFile(env)).toBe(file));
});
