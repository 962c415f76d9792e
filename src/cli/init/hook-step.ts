import { join } from "node:path";
import { version } from "../../config/version.js";
import { withJsonValue, withLine, withYamlItem } from "./extend-text.js";
import type { Repository } from "./repository.js";
import { type Step, writing } from "./step.js";

const OURS = /\bcopydesk\b/;

/** What keeps hooks in a repository, the first that is there: each says what its hook file becomes. */
const HOOKS: readonly ((repository: Repository) => Step | undefined)[] = [
  preCommit,
  husky,
  lintStaged,
];

/** Checks articles before a commit, by the tool that the repository already uses for hooks. */
export function hookStep(repository: Repository): Step {
  for (const hook of HOOKS) {
    const step = hook(repository);
    if (step !== undefined) return step;
  }
  const why = "no pre-commit, husky or lint-staged is set up";
  return { kind: "left out", part: "hook", why };
}

const PRE_COMMIT_FILES = [".pre-commit-config.yaml", ".pre-commit-config.yml"];

function preCommit(repository: Repository): Step | undefined {
  const name = PRE_COMMIT_FILES.find(repository.has);
  if (name === undefined) return undefined;
  const entry = {
    repo: "https://github.com/copydesk/copydesk",
    rev: `v${version}`,
    hooks: [{ id: "copydesk" }],
  };
  return extended(repository, name, (text) => withYamlItem(text, "repos", entry), [
    `Add to repos in ${name}:`,
    ...[`- repo: ${entry.repo}`, `  rev: ${entry.rev}`, "  hooks:", "    - id: copydesk"],
  ]);
}

const HUSKY_HOOK = ".husky/pre-commit";

function husky(repository: Repository): Step | undefined {
  if (!repository.has(".husky")) return undefined;
  const command = `${repository.packageManager.run} copydesk --staged`;
  // Before version 9 a hook must be a program, which a new file is not.
  if (!repository.has(HUSKY_HOOK) && repository.has(".husky/_/husky.sh"))
    return { kind: "by hand", advice: `Add to ${HUSKY_HOOK}, and make it executable: ${command}` };
  if (!repository.has(HUSKY_HOOK))
    return writing(join(repository.root, HUSKY_HOOK), undefined, `${command}\n`);
  return extended(repository, HUSKY_HOOK, (text) => withLine(text, command), [
    `Add to ${HUSKY_HOOK}: ${command}`,
  ]);
}

const ARTICLES = "*.{md,mdx,html}";
const LINT_STAGED_FILES = [".lintstagedrc.json", ".lintstagedrc"];
const OTHER_LINT_STAGED = /^(?:\.lintstagedrc\.|lint-staged\.config\.)/;

function lintStaged(repository: Repository): Step | undefined {
  const advice = [
    `Add to the config of lint-staged: ${JSON.stringify({ [ARTICLES]: "copydesk" })}`,
  ];
  const add = (path: readonly string[]) => (text: string) =>
    withJsonValue(text, [...path, ARTICLES], "copydesk");
  const name = LINT_STAGED_FILES.find(repository.has);
  if (name !== undefined) return extended(repository, name, add([]), advice);
  const inManifest = repository.manifest?.["lint-staged"];
  if (inManifest !== undefined) {
    if (OURS.test(JSON.stringify(inManifest)))
      return { kind: "there", file: join(repository.root, "package.json") };
    return changed(repository, "package.json", add(["lint-staged"]), advice);
  }
  const isCode = repository.filesOf(".").some((file) => OTHER_LINT_STAGED.test(file));
  return isCode ? { kind: "by hand", advice: advice.join("\n") } : undefined;
}

/** A file with something added to it; or there is copydesk in it already, or nothing can be added safely. */
function extended(
  repository: Repository,
  name: string,
  add: (text: string) => string | undefined,
  advice: readonly string[],
): Step {
  return OURS.test(repository.text(name) ?? "")
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
