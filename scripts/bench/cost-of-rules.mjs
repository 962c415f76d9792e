import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

const MOST = 12;

/** Prints what the parts of a run and its dearest rules take, and how much memory it holds. */
export function costOfRules(root, site) {
  const memory = pathToFileURL(path.join(root, "scripts", "scale", "peak-memory.mjs")).href;
  const copydesk = path.join(root, "bin", "copydesk.js");
  const args = ["--import", memory, copydesk, ".", "--no-cache", "--stats", "-f", "summary"];
  const { stderr, output } = spawnSync(process.execPath, args, {
    cwd: site,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    maxBuffer: 1e8,
  });
  const [phases = "", rules = ""] = stderr.split(/^rule .*$/m);
  console.log(
    `\nB holds ${Math.round(Number(output[3]))} MB at most. Its parts and dearest rules:\n`,
  );
  console.log("```text");
  console.log(phases.trim());
  console.log("");
  console.log(
    rules
      .split("\n")
      .slice(1, MOST + 1)
      .join("\n"),
  );
  console.log("```");
}
