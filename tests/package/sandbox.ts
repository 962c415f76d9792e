import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder into which the packed project is installed, as a user would have it. */
export interface Sandbox {
  readonly folder: string;
  readonly tarball: string;
  write(file: string, text: string): void;
  /** Runs node with arguments in the folder. */
  node(...args: readonly string[]): Outcome;
  /** The same with another node. */
  run(program: string, ...args: readonly string[]): Outcome;
  /** Runs the installed command. */
  copydesk(...args: readonly string[]): Outcome;
  /** Runs `npx` in the folder; it must find the command installed there. */
  npx(...args: readonly string[]): Outcome;
  remove(): void;
}

/** The environment without what a test runner or CI says about colours, and without a cache. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...environment } = process.env;
  return { ...environment, NO_COLOR: "1", XDG_CACHE_HOME: "/dev/null" };
}

/** `npm run` and `npm test` say where npm's own script is; outside of them it is on the path. */
function npm(args: readonly string[], cwd: string): Outcome {
  const script = process.env.npm_execpath;
  const options = { cwd, encoding: "utf8", maxBuffer: 1e8, env: plainEnvironment() } as const;
  return script?.endsWith(".js")
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/**
 * Packs the project and installs the tarball into an empty folder, with only what its manifest asks for.
 *
 * @throws {Error} with npm's words when packing or installing fails.
 */
export function createSandbox(): Sandbox {
  const folder = mkdtempSync(path.join(os.tmpdir(), "copydesk-package-"));
  const packed = npm(["pack", "--ignore-scripts", "--pack-destination", folder], root);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm pack failed:\n${packed.stderr}`);
  const tarball = path.join(folder, archive);
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write("package.json", '{ "private": true, "type": "module" }\n');
  const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  const installed = npm(["install", ...flags, tarball], folder);
  if (installed.status !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);
  const run = (program: string, ...args: readonly string[]): Outcome =>
    spawnSync(program, args, { cwd: folder, encoding: "utf8", env: plainEnvironment() });
  const node = (...args: readonly string[]): Outcome => run(process.execPath, ...args);
  return {
    folder,
    tarball,
    write,
    node,
    run,
    copydesk: (...args) => node("node_modules/copydesk/bin/copydesk.js", ...args),
    npx: (...args) => npm(["exec", "--no", "--", ...args], folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Compiles TypeScript files of the sandbox without writing anything. Returns the compiler's complaints. */
export function typecheck(sandbox: Sandbox, files: readonly string[]): string {
  const compilerOptions = {
    target: "ES2023",
    lib: ["ES2023", "DOM"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
    skipLibCheck: false,
  };
  sandbox.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", sandbox.folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
