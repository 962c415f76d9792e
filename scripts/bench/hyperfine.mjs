import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Runs commands in turn, so many rounds, each once a round with hyperfine: what else the machine does meets all of them.
 *
 * @param commands `{ name, command, cwd, prepare? }`; `prepare` runs before each round and is not timed
 * @returns by name: the least wall time and CPU time of the rounds, in seconds
 */
export function measure(commands, rounds, scratch) {
  const best = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const { name, command, cwd, prepare } of commands) {
      prepare?.(round);
      const { wall, cpu } = once(command, cwd, scratch);
      const known = best.get(name);
      best.set(name, {
        wall: Math.min(known?.wall ?? wall, wall),
        cpu: Math.min(known?.cpu ?? cpu, cpu),
      });
    }
  }
  return best;
}

function once(command, cwd, scratch) {
  const file = path.join(scratch, "hyperfine.json");
  const { status, error, stderr } = spawnSync(
    "hyperfine",
    ["--runs", "1", "--ignore-failure", "--export-json", file, command],
    { cwd, encoding: "utf8" },
  );
  if (error?.code === "ENOENT")
    throw new Error("hyperfine is not installed (https://github.com/sharkdp/hyperfine).");
  if (status !== 0) throw new Error(`${command}\n${stderr}`);
  const [{ min, user, system, exit_codes: codes = [] }] = JSON.parse(readFileSync(file)).results;
  // Linters exit with 1 when they find something; 2 and more is a run that failed.
  if (codes.some((code) => code === null || code > 1))
    throw new Error(`${command}: exit ${codes.join(", ")} in ${cwd}`);
  return { wall: min, cpu: user + system };
}
