import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { FORMAT_NAMES } from "../../src/report/formats.js";
import type { Report } from "../../src/report/model.js";
import { runIn } from "../cli/run-in-memory.js";
import { repository } from "../git/repository.js";
import { temporaryProject } from "../run/temporary-project.js";

/** What a terminal, a CI server or a reader's eye would take for something else than text. */
const ATTACKS = [
  "\u001b[2J\u001b[31mred",
  "\u001b]0;title\u0007",
  "\u001b]8;;https://evil.example\u001b\\\\link\u001b]8;;\u001b\\\\",
  "\u009b31m",
  "\r::error file=a.md::forged",
  "::add-mask::secret",
  "::set-output name=a::b",
  "::stop-commands::x",
  "##[error]forged",
  "##vso[task.setvariable variable=a]b",
  "##teamcity[buildStatus text='x']",
  "\u202Egnp.exe",
  "\u2066\u2069",
  "a\u0008\u0008b",
  "\u2028::error::forged",
  "%0A::error::forged",
];

/** Articles that bring the attacks wherever an article can be quoted: messages, frames, help, edits. */
function articlesWith(attack: string): Readonly<Record<string, string>> {
  const json = JSON.stringify(attack);
  const attribute = attack.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const inline = attack.replace(/[\r\n\u2028]/g, " ");
  return {
    "yaml.md": `---\ntitle: ${json}\n${json}: 1\n${json}: 2\ndate: ${json}\ntags: [${json}, ${json}]\nheadimg: ${json}\n---\n\n# ${inline}\n\n### ${inline}\n`,
    "broken.md": `---\ntitle: "${inline}\n: ${inline}\n---\n`,
    "toml.md": `+++\ntitle = ${json}\n${json} = 1\n${json} = 2\n+++\n`,
    "fence.md": `---${inline}\ntitle: A\n---\n\n<!-- copydesk-disable ${inline} -- ${inline} -->\n`,
    "body.md": `---\ntitle: A\n---\n\n![${inline}](a.png) [${inline}](missing-${inline}) ![](<${inline}>)\n\n[${inline}](javascript:${inline})\n\n[click here](#${inline}) [here](http://[${inline})\n`,
    "body.html": `<p id="${attribute}" id="${attribute}" on${inline}="x" onclick="${attribute}" style="${attribute}: ${attribute}">\n<img src="${attribute}" alt="${attribute}" width="${attribute}">\n<p id="${attribute}"></${inline}></b${inline}>\n<a href="#${attribute}" target="_blank">${inline}</a><script src="${attribute}"></script>\n`,
    "body.mdx": `<A b={"${inline}" />\n\n{${inline}\n`,
  };
}

const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** The lines of an output, each looked at for what must not be in it. */
function expectHarmless(output: string, isOwnLine: (line: string) => boolean): void {
  for (const line of output.split("\n")) {
    expect(line.match(UNSAFE)?.map(escape) ?? [], line).toEqual([]);
    expect(line).not.toMatch(/##(?:\[|[a-z]+\[)/i);
    if (/^\s*::/.test(line)) expect(line).toSatisfy(isOwnLine);
  }
}

const OWN_COMMAND = /^::(?:error|warning|notice) file=[^:,]*(?:,[a-zA-Z]+=[^:,]*)*::[^\r]*$/;

/** Shows every finding, not only the gravest. */
const ALL = ["--max-findings", "all", "--verbose"];

describe("what an article says", () => {
  const folder = () => {
    const project = temporaryProject({});
    for (const [index, attack] of ATTACKS.entries()) {
      for (const [name, text] of Object.entries(articlesWith(attack))) {
        writeFileSync(join(project, `${index}-${name}`), text);
      }
    }
    return project;
  };

  it("steers no terminal and gives no CI server commands, in any format", async () => {
    const project = folder();
    const human = await runIn(project, [".", ...ALL]);
    expect(human.stdout.length).toBeGreaterThan(10_000);
    expectHarmless(human.stdout, () => false);
    for (const format of FORMAT_NAMES) {
      const { code, stdout, stderr } = await runIn(project, [".", "--format", format]);
      expect([code, stderr], format).toEqual([1, ""]);
      const isOwn = format === "github" ? (line: string) => OWN_COMMAND.test(line) : () => false;
      expectHarmless(stdout, isOwn);
    }
  });

  it("adds only colours of ours to a coloured report", async () => {
    const { stdout } = await runIn(folder(), [".", "--color", ...ALL]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    expectHarmless(stdout.replace(/\u001b\[(?:[0-9]|[1-4][0-9]|9[0-7])m/g, ""), () => false);
    expect(stdout).not.toContain("\u001b[2J");
  });

  it("comes through JSON as it is, in plain ASCII controls", async () => {
    const { stdout } = await runIn(folder(), [".", "--format", "json"]);
    const report: Report = JSON.parse(stdout);
    const titles = report.files
      .filter(({ path }) => path.endsWith("-toml.md"))
      .map(({ path, metadata }) => [Number.parseInt(path, 10), metadata.title] as const)
      .sort(([a], [b]) => a - b)
      .map(([, title]) => title);
    expect(titles).toHaveLength(ATTACKS.length);
    expect(report.notChecked).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});

describe("what a file is called", () => {
  const names = [
    "a\nb.md",
    "::error::forged.md",
    "a\n::error::forged.md",
    "\u001b[31mred.md",
    "\u202Egnp.md",
    "a,b:c%0A.md",
    "##[error]a.md",
    "--config.md",
    "*.md",
    "[a].md",
    "{a,b}.md",
    "__proto__.md",
    "constructor.md",
    " .md",
    "..md",
    "漢字 é é.md",
  ];

  it.runIf(process.platform !== "win32")(
    "steers nothing either, and every such file is checked",
    async () => {
      const project = temporaryProject(
        Object.fromEntries(names.map((name) => [name, "---\ntitle: [\n---\n\n![](a.png)\n"])),
      );
      const ran = {
        human: await runIn(project, ["."]),
        github: await runIn(project, [".", "--format", "github"]),
        json: await runIn(project, [".", "--format", "json"]),
      };
      expect(ran.json.code).toBe(1);
      const report: Report = JSON.parse(ran.json.stdout);
      const paths = report.files.map(({ path }) => path);
      expect(paths.sort()).toEqual(names.filter((name) => !name.startsWith(".")).sort());
      expectHarmless(ran.human.stdout, () => false);
      expectHarmless(ran.github.stdout, (line) => OWN_COMMAND.test(line));
    },
  );

  it.runIf(process.platform !== "win32")(
    "steers nothing in any format, nor where articles are changed or compared",
    async () => {
      const text = "---\ntitle: [\n---\n\n![](a.png)  \n\nText   \n";
      const { folder, git, write } = repository({ "a.md": "# A\n" });
      git("checkout", "--quiet", "-b", "topic");
      write(Object.fromEntries(names.map((name) => [name, text])));
      write({ "\u001b[31m\n::error::x.txt": "x" });
      git("add", "--all");
      const asked = [
        ...FORMAT_NAMES.map((format) => [".", "--since", "main", "--format", format]),
        [".", "--since", "main", ...ALL],
        [".", "--staged", "--changed-lines", "--config-from", "main", ...ALL],
        [".", "--fix", "--diff"],
        [".", "--fix-suggestions", "--diff"],
        [".", "--suppress", "why", "--diff"],
        [".", "--fix"],
        [".", "--suppress", "why"],
        ["baseline", "."],
        ["baseline", "status", "."],
        [".", "--since", "main", ...ALL],
      ];
      for (const argv of asked) {
        const { code, stdout, stderr } = await runIn(folder, argv);
        expect([0, 1], argv.join(" ")).toContain(code);
        const isOwn = (line: string): boolean => argv.at(-1) === "github" && OWN_COMMAND.test(line);
        // Fields of a baseline have tabs between them.
        expectHarmless((stdout + stderr).replaceAll("\t", " "), isOwn);
      }
    },
  );

  it.runIf(process.platform !== "win32")("is shown safely in notes and errors", async () => {
    const project = temporaryProject({ ".gitignore": "*.md\n", "a\n::error::b.md": "" });
    for (const path of ["a\n::error::b.md", "\u001b[31m\n::error::no.md", "\u202E*.md"]) {
      const { code, stderr, stdout } = await runIn(project, [path]);
      expect([0, 2]).toContain(code);
      expect(stderr).not.toBe("");
      expectHarmless(stderr + stdout, () => false);
    }
  });

  it.runIf(process.platform !== "win32")("is shown safely in config mistakes", async () => {
    for (const folder of ["a\n::error::b", "\u001b[31m", "##[error]c", "\u202Ed"]) {
      const project = temporaryProject({
        [`${folder}/a.md`]: "",
        [`${folder}/copydesk.config.json`]: `{ "rules": { ${JSON.stringify(folder)}: "error" },\n"${"\u202E"}": 1 }`,
        [`${folder}/b/copydesk.config.yaml`]: "rules: [\n",
        [`${folder}/b/a.md`]: "",
      });
      for (const path of [".", join(folder, "b")]) {
        const { code, stderr, stdout } = await runIn(project, [path]);
        expect(code).toBe(2);
        expectHarmless(stderr + stdout, () => false);
      }
    }
  });
});

describe("what a config says", () => {
  it("steers nothing where it is shown, or is a mistake", async () => {
    for (const attack of ATTACKS) {
      const text = JSON.stringify(attack);
      const configs = [
        `{ "site": { "ownHosts": [${text}], "staticDirs": [${text}] }, "online": { "skip": [${text}] } }`,
        `{ "site": { "routes": { ${JSON.stringify(`/${attack}`)}: true } } }`,
        `{ "schema": ${text} }`,
        `{ "rules": { "embed/allowlist": ["warn", { "hosts": [${text}] }] } }`,
        `{ "online": { "hosts": { "a.example": { "headers": { ${text}: ${text} } } } } }`,
        `{ ${text}: 1 }`,
      ];
      for (const config of configs) {
        const folder = temporaryProject({ ".git/HEAD": "", ".copydeskrc.json": config });
        for (const name of ["a.md", attack.replaceAll("\0", "")]) {
          const { stdout, stderr } = await runIn(folder, ["--print-config", name]);
          expect(stdout + stderr).not.toBe("");
          expectHarmless(stdout + stderr, () => false);
          const json = await runIn(folder, ["--print-config", name, "-f", "json"]);
          expectHarmless(json.stdout + json.stderr, () => false);
        }
      }
    }
  });
});
