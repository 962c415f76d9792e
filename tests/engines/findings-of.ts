import { lintFiles } from "../../src/run/api.js";
import { temporaryProject } from "../run/temporary-project.js";

/** The rules that say whether a target is there. */
const TARGETS = ["link/broken", "link/anchor", "link/case", "image/not-found"];

/** What rules find in a site with these files: `path:line rule/message`, sorted. */
export async function findingsOf(
  files: Readonly<Record<string, string>>,
  rules: readonly string[] = TARGETS,
): Promise<readonly string[]> {
  const cwd = temporaryProject({ ".git/HEAD": "ref: refs/heads/main\n", ...files });
  const report = await lintFiles([], { cwd, only: [...rules], now: Date.parse("2025-01-01") });
  return report.files
    .flatMap(({ path, findings }) =>
      findings.map(({ rule, messageId, start }) => `${path}:${start.line} ${rule}/${messageId}`),
    )
    .sort();
}

/** An article with this body, which begins on line 4. */
export function page(body: string, frontMatter = "title: A"): string {
  return `---\n${frontMatter}\n---\n${body}\n`;
}
