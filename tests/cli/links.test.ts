import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/model.js";
import { temporaryProject } from "../run/temporary-project.js";
import { runIn } from "./run-in-memory.js";

let server: Server;
let origin: string;
let requests: IncomingMessage[] = [];

/** Answers by path; what is not listed is 404. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  requests.push(request);
  const path = request.url ?? "";
  if (path === "/well") response.writeHead(200, { "content-type": "text/html" }).end("<p id=a>ok");
  else if (path === "/cat.png") response.writeHead(200, { "content-type": "image/png" }).end("x");
  else if (path === "/page.png") response.writeHead(200, { "content-type": "text/html" }).end("x");
  else if (path === "/moved") response.writeHead(301, { location: "/well" }).end();
  else if (path === "/closed") response.writeHead(403).end();
  else if (path === "/slow") setTimeout(() => response.writeHead(200).end(), 20_000).unref();
  else response.writeHead(404).end();
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const quick = "spacingMs: 0\n  retries: 0\n  timeoutMs: 400\n";

function project(article: string, online = quick): string {
  requests = [];
  return temporaryProject({
    ".git/HEAD": "",
    ".copydeskrc.yaml": `online:\n  ${online}`,
    "a.md": article,
  });
}

async function links(cwd: string, ...argv: readonly string[]) {
  const place = argv.includes("--online-cache") ? [] : ["--online-cache", "cache.json"];
  const outcome = await runIn(cwd, ["links", "--allow-private", ...place, "-f", "json", ...argv]);
  const report = reportSchema.parse(JSON.parse(outcome.stdout));
  const found = report.files.flatMap(({ findings }) =>
    findings.map(({ rule, messageId, start }) => `${start.line} ${rule} ${messageId}`),
  );
  return { ...outcome, report, found };
}

describe("copydesk links", () => {
  it("asks the network for links and images, and checks nothing else", async () => {
    const cwd = project(
      `# A\n[ok](${origin}/well)\n[gone](${origin}/gone)\n[moved](${origin}/moved)\n[closed](${origin}/closed)\n![cat](${origin}/cat.png)\n![page](${origin}/page.png)\n![](gone.png)\n`,
    );
    const { code, found, report } = await links(cwd);
    expect(found).toEqual([
      "3 link/external gone",
      "4 link/external moved",
      "5 link/external unverified",
      "7 image/external noImage",
    ]);
    expect(code).toBe(1);
    expect(report.run.online).toEqual({ asked: 6, fromCache: 0, interrupted: false });
  });

  it("never fails for what nobody could verify", async () => {
    const { code, found } = await links(project(`[closed](${origin}/closed)\n`));
    expect(found).toEqual(["1 link/external unverified"]);
    expect(code).toBe(0);
  });

  it("keeps verdicts for the next run, which --offline needs and --no-online-cache ignores", async () => {
    const cwd = project(`[gone](${origin}/gone)\n`);
    await links(cwd);
    expect(existsSync(join(cwd, "cache.json"))).toBe(true);
    const asked = requests.length;
    expect((await links(cwd)).report.run.online).toEqual({
      asked: 0,
      fromCache: 1,
      interrupted: false,
    });
    expect((await links(cwd, "--offline")).found).toEqual(["1 link/external gone"]);
    expect(requests.length).toBe(asked);
    await links(cwd, "--no-online-cache");
    expect(requests.length).toBeGreaterThan(asked);
  });

  it.runIf(process.platform !== "win32")(
    "says where verdicts cannot be kept, and gives the report all the same",
    async () => {
      const cwd = project(`[gone](${origin}/gone)\n`);
      mkdirSync(join(cwd, "folder"));
      writeFileSync(join(cwd, "file"), "mine\n");
      symlinkSync("file", join(cwd, "link"));
      execFileSync("mkfifo", [join(cwd, "pipe")]);
      for (const [place, reason] of [
        ["folder", "it is a folder"],
        ["file/cache.json", "is not a folder"],
        ["link", "it is a symbolic link"],
        ["pipe", "it is not a regular file"],
        [".git/cache.json", "it is in the folder of git"],
        ["/dev/null", "it is not a regular file"],
      ] as const) {
        const { code, found, stderr } = await links(cwd, "--online-cache", place);
        expect([place, code, found]).toEqual([place, 1, ["1 link/external gone"]]);
        expect(stderr).toMatch(/^copydesk: The verdicts of other sites are not kept: .*\n$/);
        expect(stderr).toContain(reason);
      }
      expect(readFileSync(join(cwd, "file"), "utf8")).toBe("mine\n");
    },
  );

  it("asks nobody offline, and says nothing of what it does not know", async () => {
    const { code, found, report } = await links(project(`[gone](${origin}/gone)\n`), "--offline");
    expect({ code, found, unknown: report.summary.unknown }).toEqual({
      code: 0,
      found: [],
      unknown: { unanswered: 1 },
    });
    expect(requests).toEqual([]);
  });

  it("refuses private addresses unless told otherwise", async () => {
    const cwd = project(`[gone](${origin}/gone)\n`);
    const { stdout } = await runIn(cwd, ["links", "--no-online-cache", "-f", "json"]);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.files[0]?.findings.map(({ messageId }) => messageId)).toEqual(["unverified"]);
    expect(requests).toEqual([]);
  });

  it("looks for fragments when asked to", async () => {
    const cwd = project(`[a](${origin}/well#a) [b](${origin}/well#b)\n`);
    expect((await links(cwd)).found).toEqual([]);
    expect((await links(cwd, "--fragments")).found).toEqual(["1 link/external fragment"]);
  });

  it("sends headers to their host, with variables that are meant for it and no others", async () => {
    const hosts = `hosts:\n    "127.0.0.1":\n      headers:\n        x-key: env:COPYDESK_KEY\n`;
    const cwd = project(`[ok](${origin}/well)\n`, `${quick}  ${hosts}`);
    const online = ["links", "--allow-private", "--no-online-cache"];
    const permitted = ["--secret-host", "COPYDESK_KEY=127.0.0.1"];
    await runIn(cwd, [...online, ...permitted], { env: { COPYDESK_KEY: "secret" } });
    expect(requests[0]?.headers["x-key"]).toBe("secret");
    expect(requests[0]?.headers["user-agent"]).toMatch(/^copydesk\/\d+\.\d+\.\d+ \(\+https:/);
    const greedy = hosts.replace("COPYDESK_KEY", "GITHUB_TOKEN");
    const refused = await runIn(project("[x](y)\n", `${quick}  ${greedy}`), ["links"]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("COPYDESK_");
    const broken = await runIn(project("[x](y)\n", `${quick}  userAgent: "a\\nb"\n`), ["links"]);
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain("not allowed in a header");
  });

  it("sends no variable to a host that only the config names for it", async () => {
    const hosts = `hosts:\n    "127.0.0.1":\n      headers:\n        x-key: env:COPYDESK_KEY\n`;
    const cwd = project(`[ok](${origin}/well)\n`, `${quick}  ${hosts}`);
    const online = ["links", "--allow-private", "--no-online-cache"];
    const sent = async (env: Readonly<Record<string, string>>, ...flags: readonly string[]) => {
      requests.length = 0;
      const { stderr } = await runIn(cwd, [...online, ...flags], {
        env: { COPYDESK_KEY: "secret", ...env },
      });
      expect(requests.length).toBeGreaterThan(0);
      return [requests.some(({ headers }) => headers["x-key"] === "secret"), stderr !== ""];
    };
    expect(await sent({})).toEqual([false, true]);
    expect(await sent({ COPYDESK_KEY_HOSTS: "docs.example.org, 127.0.0.2" })).toEqual([
      false,
      true,
    ]);
    expect(await sent({ COPYDESK_OTHER_HOSTS: "127.0.0.1" })).toEqual([false, true]);
    expect(await sent({ COPYDESK_KEY_HOSTS: "docs.example.org 127.0.0.1" })).toEqual([true, false]);
    expect(await sent({}, "--secret-host", "COPYDESK_KEY=127.0.0.1")).toEqual([true, false]);
    const wrong = await runIn(cwd, [...online, "--secret-host", "GITHUB_TOKEN=127.0.0.1"]);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("--secret-host must be"),
    ]);
  });

  it("ends at once when it is interrupted, with a report that says so", async () => {
    const cwd = project(
      `[slow](${origin}/slow) [gone](${origin}/gone)\n`,
      quick.replace("400", "30000"),
    );
    const started = Date.now();
    const outcome = await runIn(
      cwd,
      ["links", "--allow-private", "--online-cache", "cache.json", "-f", "json"],
      { onInterrupt: (listener: () => void) => setTimeout(listener, 600) },
    );
    expect(Date.now() - started).toBeLessThan(8_000);
    const report = reportSchema.parse(JSON.parse(outcome.stdout));
    expect(outcome.code).toBe(3);
    expect(report.run.online?.interrupted).toBe(true);
    expect(report.notChecked[0]?.reason).toContain("interrupted before");
    expect(report.files[0]?.findings.map(({ messageId }) => messageId)).toEqual(["gone"]);
    expect(readFileSync(join(cwd, "cache.json"), "utf8")).toContain("/gone");
  });
});

describe("--print-config", () => {
  it("shows how the network is asked", async () => {
    const { stdout } = await runIn(project("# A\n"), ["--print-config", "a.md"]);
    expect(stdout).toMatch(/^online\.timeoutMs +config of the working directory +400$/m);
  });
});

describe("a check", () => {
  it("leaves the network alone without --online", async () => {
    const cwd = project(`# A\n\n[gone](${origin}/gone)\n`);
    const { stdout } = await runIn(cwd, ["-f", "json"]);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report.run.online).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it("asks with --online besides everything else", async () => {
    const cwd = project(`# A\n\n[gone](${origin}/gone) ![](x.png)\n`);
    const flags = ["--online", "--allow-private", "--no-online-cache", "-f", "json"];
    const { stdout } = await runIn(cwd, flags);
    const report = reportSchema.parse(JSON.parse(stdout));
    const rules = report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules).toContain("link/external");
    expect(rules).toContain("image/alt-missing");
  });
});
