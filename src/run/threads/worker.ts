import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { builtInRules } from "../../config/built-in-rules.js";
import { Project } from "../../config/project.js";
import { filesIn } from "../../files/file-system.js";
import type { ArticleInput, CheckedArticle } from "../../lint/contract.js";
import { checkArticles, writeChecked } from "../../lint/index.js";
import { ArticleKeys } from "../kept/article-keys.js";
import { Reader } from "../read.js";
import type { Reply, ThreadArticle, ThreadSettings } from "./protocol.js";

/** A thread: makes the project of the run again, then checks what it is given, a few articles at a time. */
async function serve({ project: recipe, flags, base, startedAt }: ThreadSettings): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("This module runs in a thread.");
  const project = new Project({ ...recipe, builtInRules });
  // Configs that are code are loaded here, where a config that never ends is noticed.
  await project.configFor(project.cwd);
  const files = filesIn(project.root);
  const reader = new Reader(base, { project, files, flags });
  const inputOf = async ({
    path,
    source,
    problems,
    isContext,
  }: ThreadArticle): Promise<ArticleInput> => {
    const found = { path, config: await project.configFor(dirname(path)) };
    return reader.inputOf(found, isContext, { kind: "text", source, problems, tooLarge: false });
  };
  const keys = new ArticleKeys();
  const say = (reply: Reply): void => port.postMessage(reply);
  port.on("message", async (articles: readonly ThreadArticle[]) => {
    const inputs = await Promise.all(articles.map(inputOf));
    const checked = checkArticles(inputs, startedAt);
    const texts = inputs.map((input, index) => signed(keys.keyOf(input), checked[index]));
    say({ kind: "checked", texts });
  });
  say({ kind: "ready" });
}

/** What came of an article, after the name of all that it comes of. */
function signed(key: string, checked: CheckedArticle | undefined): string {
  return checked === undefined ? "" : `${key}${writeChecked(checked)}`;
}

const settings: ThreadSettings = workerData;
await serve(settings);
