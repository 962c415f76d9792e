import { spawnSync } from "node:child_process";

/** Longest that one command of git may take, in milliseconds. */
const LONGEST = 120_000;

/** Most that git may answer, in bytes: the names of a million files. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A command of git that failed, with what git says of it. */
export class GitFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "GitFailure";
  }
}

/**
 * Settings over those of the repository, so that nothing it names is run: no hooks, no monitor of files, no diff of others, no
 * helper, no network.
 */
const SAFE_SETTINGS: Readonly<Record<string, string>> = {
  "core.hooksPath": "/dev/null",
  "core.fsmonitor": "false",
  "core.untrackedCache": "false",
  "core.pager": "cat",
  "core.quotePath": "false",
  "core.sshCommand": "false",
  "core.gitProxy": "false",
  "core.askPass": "false",
  "credential.helper": "",
  // Otherwise git writes what it learns of the work tree into the index, filters or not.
  "diff.autoRefreshIndex": "false",
  "diff.external": "",
  "diff.orderFile": "/dev/null",
  "protocol.allow": "never",
  "submodule.recurse": "false",
  "color.ui": "never",
};

/** How git is called in one folder. */
export class Git {
  readonly #folder: string;
  #filters: readonly (readonly [string, string])[] | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * What git prints. No shell is between, and nothing of the repository is run.
   *
   * @throws {GitFailure} when git fails, takes too long or prints too much
   */
  bytes(args: readonly string[], input?: string): Buffer {
    this.#filters ??= this.#readFilters();
    return this.#run(args, [...Object.entries(SAFE_SETTINGS), ...this.#filters], input);
  }

  /** The same as text. */
  text(args: readonly string[], input?: string): string {
    return this.bytes(args, input).toString("utf8");
  }

  /** The same where it may fail: undefined then. */
  attempt(args: readonly string[]): string | undefined {
    try {
      return this.text(args);
    } catch (error) {
      if (error instanceof GitFailure) return undefined;
      throw error;
    }
  }

  /** Fields of an answer that end with NUL. */
  fields(args: readonly string[], input?: string): readonly string[] {
    const fields = this.text(args, input).split("\0");
    fields.pop();
    return fields;
  }

  /** Comparing the work tree asks the filters of the repository; each is set to none. */
  #readFilters(): readonly (readonly [string, string])[] {
    const args = ["config", "--name-only", "-z", "--get-regexp", "^filter\\."];
    let names: readonly string[] = [];
    try {
      names = this.#run(args, Object.entries(SAFE_SETTINGS)).toString("utf8").split("\0");
    } catch (error) {
      // Without any filter git ends with an error that says nothing.
      if (!(error instanceof GitFailure) || error.message !== "") throw error;
    }
    const drivers = new Set(
      names.filter((name) => name !== "").map((name) => name.slice(0, name.lastIndexOf("."))),
    );
    return [...drivers].flatMap((driver): readonly (readonly [string, string])[] => [
      [`${driver}.clean`, ""],
      [`${driver}.smudge`, ""],
      [`${driver}.process`, ""],
      [`${driver}.required`, "false"],
    ]);
  }

  #run(
    args: readonly string[],
    settings: readonly (readonly [string, string])[],
    input = "",
  ): Buffer {
    const { status, stdout, stderr, error } = spawnSync("git", ["--no-pager", ...args], {
      cwd: this.#folder,
      env: environment(settings),
      input,
      maxBuffer: MOST_BYTES,
      shell: false,
      timeout: LONGEST,
      windowsHide: true,
    });
    if (error !== undefined) throw new GitFailure(reasonOf(error));
    if (status !== 0) throw new GitFailure(stderr.toString("utf8").trim());
    return stdout;
  }
}

function reasonOf(error: Error): string {
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "git is not installed";
  if (code === "ETIMEDOUT") return "git took longer than two minutes";
  return code === "ENOBUFS" ? "git answers more than 256 MiB" : error.message;
}

/** The environment of git: that of the process without what would lead it elsewhere, and the settings. */
function environment(settings: readonly (readonly [string, string])[]): NodeJS.ProcessEnv {
  // The index that a hook is called for may be another than the usual one (git commit --all).
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?!GIT_)|^GIT_INDEX_FILE$/i.test(name),
  );
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    // Over every `protocol.*.allow` of the repository: a name that no protocol has.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_CONFIG_COUNT: String(settings.length),
  };
  for (const [index, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return env;
}
