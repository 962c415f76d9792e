import { join } from "node:path";
import { parseDocument, stringify } from "yaml";
import * as z from "zod";
import { version } from "../../config/version.js";
import { withYamlKey } from "./extend-text.js";
import type { Repository } from "./repository.js";
import { isSetUpIn, type Scope, scopeArguments } from "./scope.js";
import { type Step, writing } from "./step.js";

const WORKFLOWS = ".github/workflows";
const OUR_WORKFLOW = "copydesk.yml";
const GITLAB = ".gitlab-ci.yml";

/**
 * Checks articles where the repository runs its builds.
 *
 * @param isCode whether the config is code, which the action must be allowed to run
 */
export function ciStep(repository: Repository, scope: Scope, isCode: boolean): Step {
  const step = stepOf(repository, scope, isCode);
  if (step.kind !== "write" || scope.isPlain) return step;
  return { kind: "by hand", advice: `Have copydesk run for pull requests, in ${scope.folder}` };
}

function stepOf(repository: Repository, scope: Scope, isCode: boolean): Step {
  if (repository.has(GITLAB)) return gitlabStep(repository, scope, isCode);
  if (repository.has(".github")) return githubStep(repository, scope, isCode);
  return { kind: "left out", part: "ci", why: `no .github and no ${GITLAB} is there` };
}

function githubStep(repository: Repository, scope: Scope, isCode: boolean): Step {
  const ours = repository
    .filesOf(WORKFLOWS)
    .find((name) => isSetUpIn(repository.text(`${WORKFLOWS}/${name}`) ?? "", scope));
  if (ours !== undefined) return { kind: "there", file: join(repository.root, WORKFLOWS, ours) };
  const name =
    scope.folder === "" ? OUR_WORKFLOW : `copydesk-${scope.folder.replaceAll("/", "-")}.yml`;
  const file = join(repository.root, WORKFLOWS, name);
  return repository.has(`${WORKFLOWS}/${name}`)
    ? { kind: "there", file }
    : writing(file, undefined, workflow(scope, isCode), "checks pull requests");
}

function workflow({ folder, config }: Scope, isCode: boolean): string {
  const inputs = {
    formats: "github",
    ...(folder === "" ? {} : { config, paths: folder }),
    ...(isCode ? { "config-code": "true" } : {}),
  };
  const value = {
    name: "Articles",
    on: { pull_request: null },
    permissions: { contents: "read" },
    jobs: {
      articles: {
        "runs-on": "ubuntu-latest",
        steps: [
          { uses: "actions/checkout@v4", with: { "persist-credentials": false } },
          { uses: "actions/setup-node@v4", with: { "node-version": 24 } },
          { uses: `copydesk/copydesk@v${version}`, with: inputs },
        ],
      },
    },
  };
  const warning = isCode
    ? "# The config is code: a pull request that changes it can run its own code here.\n"
    : "";
  return warning + stringify(value, { nullStr: "" });
}

const stagesSchema = z.looseObject({ stages: z.array(z.string()).optional() });

function gitlabStep(repository: Repository, scope: Scope, isCode: boolean): Step {
  const before = repository.text(GITLAB);
  const file = join(repository.root, GITLAB);
  if (before !== undefined && isSetUpIn(before, scope)) return { kind: "there", file };
  const job = gitlabJob(before ?? "", scope, isCode);
  const name = scope.folder === "" ? "copydesk" : `copydesk ${scope.folder}`;
  const after = before === undefined ? undefined : withYamlKey(before, name, job);
  if (after !== undefined) return writing(file, before, after, "checks merge requests");
  const advice = `Add to ${GITLAB}:\n${stringify({ [name]: job }, { lineWidth: 0 }).trimEnd()}`;
  return { kind: "by hand", advice };
}

/** The stage of the job: where a pipeline names its stages, the usual one may be missing. */
function stageOf(text: string): { readonly stage?: string } {
  const stages = stagesSchema.safeParse(parseDocument(text).toJS()).data?.stages;
  const [first] = stages ?? [];
  return first === undefined || stages?.includes("test") ? {} : { stage: first };
}

function gitlabJob(text: string, scope: Scope, isCode: boolean): object {
  const trust = isCode ? "" : " --no-config-code";
  return {
    ...stageOf(text),
    image: "node:24",
    rules: [
      { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
      { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" },
    ],
    script: [
      `npx --yes copydesk@${version}${trust} -f gitlab=gl-code-quality-report.json -f junit=junit.xml${scopeArguments(scope)}`,
    ],
    artifacts: {
      when: "always",
      reports: { codequality: "gl-code-quality-report.json", junit: "junit.xml" },
    },
  };
}
