import { describe, expect, it } from "vitest";
import { printBaseline } from "../../../src/baseline/entry.js";
import { type FileSystem, nodeFileSystem } from "../../../src/files/file-system.js";
import { marked } from "../../../src/report/report-mark.js";
import { createProjectFiles } from "../../../src/run/files/project-files.js";
import { type ProjectTree, temporaryProject } from "../temporary-project.js";

function lookup(tree: ProjectTree) {
  const root = temporaryProject(tree);
  return createProjectFiles(root, root, nodeFileSystem);
}

describe("files of the project", () => {
  it("finds a file in its true letter case, the exact one first", () => {
    const files = lookup({ "img/Photo.PNG": "x", "img/b.png": "", "img/B.png": "y" });
    expect(files.find("IMG/photo.png")?.path).toBe("img/Photo.PNG");
    expect(files.find("img/B.png")?.path).toBe("img/B.png");
    expect(files.find("img/b.png")?.path).toBe("img/b.png");
    expect(files.find("img/c.png")).toBeUndefined();
    expect(files.find("img")).toBeUndefined();
  });

  it("finds names whether composed or decomposed", () => {
    const files = lookup({ "caf\u0065\u0301/a.png": "" });
    expect(files.find("caf\u00e9/a.png")?.path).toBe("caf\u0065\u0301/a.png");
    expect(files.hasFolder("caf\u00e9")).toBe(true);
  });

  it("knows folders by their exact name only", () => {
    const files = lookup({ "static/a.css": "" });
    expect([
      files.hasFolder("static"),
      files.hasFolder("Static"),
      files.hasFolder("static/a.css"),
      files.hasFolder(""),
    ]).toEqual([true, false, false, true]);
  });

  it("counts ignored files but not node_modules or .git", () => {
    const files = lookup({
      ".gitignore": "build",
      "build/a.js": "",
      "node_modules/a.js": "",
      ".git/a.js": "",
    });
    expect(files.sameName("A.js")).toEqual(["build/a.js"]);
    expect(files.find("node_modules/a.js")).toBeUndefined();
    expect(files.find(".git/a.js")).toBeUndefined();
  });

  it("lists what lies below a folder, and nothing of one whose name only begins so", () => {
    const files = lookup({
      "a/1.md": "",
      "a/b/2.md": "",
      "a-b/3.md": "",
      "a.md": "",
      "c/4.md": "",
    });
    expect(files.list("a")).toEqual(["a/1.md", "a/b/2.md"]);
    expect(files.list("c")).toEqual(["c/4.md"]);
    expect(files.list("d")).toEqual([]);
    expect(files.list("")).toEqual(["a-b/3.md", "a.md", "a/1.md", "a/b/2.md", "c/4.md"]);
  });

  it("follows links inside the project and none out of it", () => {
    const root = temporaryProject({
      "outside/a.png": "",
      "project/real/b.png": "",
      "project/inside": { link: "real" },
      "project/out": { link: "../outside" },
      "project/loop": { link: "." },
    });
    const files = createProjectFiles(`${root}/project`, `${root}/project`, nodeFileSystem);
    expect(files.find("inside/b.png")?.path).toBe("inside/b.png");
    expect(files.find("loop/loop/real/b.png")?.path).toBe("loop/loop/real/b.png");
    expect(files.find("out/a.png")).toBeUndefined();
    expect(files.find("../outside/a.png")).toBeUndefined();
    expect(files.sameName("b.png")).toEqual(["real/b.png"]);
  });

  it("takes what copydesk has written for empty: it names files that the site does not use", () => {
    const files = lookup({
      "baseline.txt": printBaseline([
        { path: "a.png", rule: "site/orphan-asset", fingerprint: "1" },
      ]),
      "report.md": marked("# a.png\n", "comment", "1.0.0"),
      "notes.txt": "a.png",
    });
    const texts = ["baseline.txt", "report.md", "notes.txt"].map((path) => files.text(path));
    expect(texts).toEqual(["", "", "a.png"]);
  });

  it("tells size, type and hash", () => {
    const png = Buffer.from("89504e470d0a1a0a0000", "hex");
    const files = lookup({ "a.png": png, "b.png": png, "empty.png": "" });
    const [a, b] = [files.find("a.png"), files.find("b.png")];
    expect([a?.bytes, a?.type]).toEqual([10, "png"]);
    expect(a?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(a?.hash).toBe(b?.hash);
    expect(files.find("empty.png")).toMatchObject({ bytes: 0, type: undefined });
  });

  it.each([
    ["jpeg", "ffd8ffe0"],
    ["gif", Buffer.from("GIF89a").toString("hex")],
    ["webp", Buffer.from("RIFF0000WEBPVP8 ").toString("hex")],
    ["avif", Buffer.from("\0\0\0\u001cftypavif").toString("hex")],
    [
      "svg",
      Buffer.from(
        "\uFEFF<?xml version='1.0'?>\n<!-- x --><!DOCTYPE svg PUBLIC 'x' 'y'>\n<svg>",
      ).toString("hex"),
    ],
    ["svg", Buffer.from("<svg xmlns='x'>").toString("hex")],
    ["html", Buffer.from("\n <!DOCTYPE html><html>").toString("hex")],
    ["xml", Buffer.from("<?xml version='1.0'?><rss>").toString("hex")],
    ["zip", "504b030414"],
    [undefined, Buffer.from("version https://git-lfs.github.com/spec/v1\n").toString("hex")],
  ])("knows %s by its first bytes", (type, hex) => {
    expect(lookup({ file: Buffer.from(hex, "hex") }).find("file")?.type).toBe(type);
  });

  it("reads nothing until asked, and each thing once", () => {
    const root = temporaryProject({ "a/b.png": "x", "c/d.png": "y" });
    const calls: string[] = [];
    const spied: FileSystem = {
      ...nodeFileSystem,
      entries: (folder) => {
        calls.push(`entries ${folder.slice(root.length)}`);
        return nodeFileSystem.entries(folder);
      },
      read: (path) => {
        calls.push(`read ${path.slice(root.length)}`);
        return nodeFileSystem.read(path);
      },
    };
    const files = createProjectFiles(root, root, spied);
    expect(calls).toEqual([]);
    const asset = files.find("a/b.png");
    files.find("a/b.png");
    files.find("a/none.png");
    expect(calls).toEqual(["entries ", "entries /a"]);
    expect([asset?.hash, files.find("A/B.png")?.hash]).toEqual([asset?.hash, asset?.hash]);
    expect(calls.filter((call) => call.startsWith("read"))).toEqual(["read /a/b.png"]);
  });
});
