import { parentPort, workerData } from "node:worker_threads";

// Does with each article what its text says.
const { base } = workerData;
if (base === "never") throw new Error("This thread does not come up.");
parentPort.on("message", (articles) => {
  for (const { source } of articles) {
    if (source === "hang") for (;;);
    if (source === "die") process.exit(1);
    if (source === "throw") throw new Error("thrown");
  }
  if (articles.some(({ source }) => source === "babble")) parentPort.postMessage("what?");
  else
    parentPort.postMessage({ kind: "checked", texts: articles.map(({ source }) => `${source}!`) });
});
parentPort.postMessage({ kind: "ready" });
