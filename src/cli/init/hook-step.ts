import { join } from "node:path";
import { stringify } from "yaml";
import { version } from "../../config/version.js";
import { withJsonValue, withLine, withYamlItem } from "./extend-text.js";
import type { Repository } from "./repository.js";
import { configArgument, isSetUpIn, type Scope, scopeArguments } from "./scope.js";
import { type Step, writing } from "./step.js";

/** What keeps hooks in a repository, the first that is there: each says what its hook file becomes. */
const HOOKS: readonly ((repository: Repository, scope: Scope) => Step | undefined)[] = [
  preCommit,
  husky,
  lintStaged,
];

/** Checks the articles of a folder before a commit, by the tool that the repository already uses for hooks. */
export function hookStep(repository: Repository, scope: Scope): Step {
  for (const hook of HOOKS) {
    const step = hook(repository, scope);
    if (step === undefined) continue;
    if (step.kind !== "write" || scope.isPlain) return step;
    return {
      kind: "by hand",
      advice: `Have copydesk --staged run before a commit, in ${scope.folder}`,
    };
  }
  const why = "no pre-commit, husky or lint-staged is set up";
  return { kind: "left out", part: "hook", why };
}

const PRE_COMMIT_FILES = [".pre-commit-config.yaml", ".pre-commit-config.yml"];

function preCommit(repository: Repository, scope: Scope): Step | undefined {
  const name = PRE_COMMIT_FILES.find(repository.has);
  if (name === undefined) return undefined;
  const entry = {
    repo: "https://github.com/copydesk/copydesk",
    rev: `v${version}`,
    hooks: [{ id: "copydesk", ...hookSettings(scope) }],
  };
  return extended(repository, scope, name, (text) => withYamlItem(text, "repos", entry), [
    `Add to repos in ${name}:`,
    stringify([entry]).trimEnd(),
  ]);
}

/** What a hook of pre-commit, which is told the files of a commit, checks of them. */
function hookSettings({ folder, config }: Scope): object {
  if (folder === "") return {};
  return { files: `^${folder.replaceAll(".", "\\.")}/`, args: ["--config", config] };
}

const HUSKY_HOOK = ".husky/pre-commit";

function husky(repository: Repository, scope: Scope): Step | undefined {
  if (!repository.has(".husky")) return undefined;
  const command = `${repository.packageManager.run} copydesk --staged${scopeArguments(scope)}`;
  // Before version 9 a hook must be a program, which a new file is not.
  if (!repository.has(HUSKY_HOOK) && repository.has(".husky/_/husky.sh"))
    return { kind: "by hand", advice: `Add to ${HUSKY_HOOK}, and make it executable: ${command}` };
  if (!repository.has(HUSKY_HOOK))
    return writing(join(repository.root, HUSKY_HOOK), undefined, `${command}\n`);
  return extended(repository, scope, HUSKY_HOOK, (text) => withLine(text, command), [
    `Add to ${HUSKY_HOOK}: ${command}`,
  ]);
}

const ARTICLES = "*.{md,mdx,html}";
const LINT_STAGED_FILES = [".lintstagedrc.json", ".lintstagedrc"];
const OTHER_LINT_STAGED = /^(?:\.lintstagedrc\.|lint-staged\.config\.)/;

function lintStaged(repository: Repository, scope: Scope): Step | undefined {
  const glob = scope.folder === "" ? ARTICLES : `${scope.folder}/**/${ARTICLES}`;
  const command = `copydesk${configArgument(scope)}`;
  const advice = [`Add to the config of lint-staged: ${JSON.stringify({ [glob]: command })}`];
  const add = (path: readonly string[]) => (text: string) =>
    withJsonValue(text, [...path, glob], command);
  const name = LINT_STAGED_FILES.find(repository.has);
  if (name !== undefined) return extended(repository, scope, name, add([]), advice);
  const inManifest = repository.manifest?.["lint-staged"];
  if (inManifest !== undefined) {
    if (isSetUpIn(JSON.stringify(inManifest), scope))
      return { kind: "there", file: join(repository.root, "package.json") };
    return changed(repository, "package.json", add(["lint-staged"]), advice);
  }
  const isCode = repository.filesOf(".").some((file) => OTHER_LINT_STAGED.test(file));
  return isCode ? { kind: "by hand", advice: advice.join("\n") } : undefined;
}

/** A file with something added to it; or there is copydesk in it already, or nothing can be added safely. */
function extended(
  repository: Repository,
  scope: Scope,
  name: string,
  add: (text: string) => string | undefined,
  advice: readonly string[],
): Step {
  return isSetUpIn(repository.text(name) ?? "", scope)
    ? { kind: "there", file: join(repository.root, name) }
    : changed(repository, name, add, advice);
}

function changed(
  repository: Repository,
  name: string,
  add: (text: string) => string | undefined,
  advice: readonly string[],
): Step {
  const before = repository.text(name);
  const after = before === undefined ? undefined : add(before);
  if (after === undefined) return { kind: "by hand", advice: advice.join("\n") };
  return writing(join(repository.root, name), before, after, "runs copydesk before a commit");
}
