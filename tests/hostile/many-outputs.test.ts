import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryProject } from "../run/temporary-project.js";
import { runProcess } from "./run-process.js";

/** The address of a server that has every page but `/gone`. */
async function openServer(): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/gone" ? 404 : 200, { "content-type": "text/html" });
    response.end(`<p id="a">${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

describe("many reports and many links", () => {
  it("make no warning of too many listeners, nor any other", async () => {
    const origin = await openServer();
    const links = Array.from({ length: 200 }, (_, at) => `[Page ${at}](${origin}/${at}#a)\n\n`);
    const folder = temporaryProject({
      ".git/HEAD": "",
      ".copydeskrc.yaml": "online: { spacingMs: 0, concurrency: 64, fragments: true }\n",
      "a.md": `# A\n\n${links.join("")}[Gone](${origin}/gone)\n`,
    });
    const reports = Array.from({ length: 50 }, (_, at) => ["-f", `json=out/${at}.json`]).flat();
    const argv = [".", "--online", "--allow-private", ...reports, "--only", "link/external"];
    const env = { XDG_CACHE_HOME: temporaryProject({}) };
    const { code, stdout, stderr } = await runProcess(folder, argv, { env });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("/gone");
  });
});
