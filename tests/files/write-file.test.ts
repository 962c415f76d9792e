import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import {
  RefusedTogether,
  refuseUnwritable,
  writeGuarded,
  writeTogether,
} from "../../src/files/write-file.js";
import type { Permission } from "../../src/files/write-permission.js";
import { temporaryProject } from "../run/temporary-project.js";

const project = () =>
  temporaryProject({
    "outside/b.md": "mine",
    "root/a.md": "old",
    "root/.git/config": "",
    "root/linked.md": { link: "../outside/b.md" },
    "root/linked": { link: "../outside" },
  });

function permissions(root: string): Readonly<Record<Permission["purpose"], Permission>> {
  return {
    report: { purpose: "report", root, isNamed: false, isOurs: () => true },
    article: { purpose: "article", root },
    cache: { purpose: "cache", root },
    config: { purpose: "config", root },
  };
}

const PURPOSES = ["report", "article", "cache", "config"] as const;

describe.each(PURPOSES)("a file that is written as %s", (purpose) => {
  it.each(["linked.md", "linked/b.md", "linked/new.md", "linked/new/x.md"])(
    "goes through no link: %s",
    (path) => {
      const top = project();
      const permission = permissions(join(top, "root"))[purpose];
      const file = join(top, "root", path);
      for (const attempt of [refuseUnwritable, (one: string) => writeGuarded(one, "x", permission)])
        expect(() => attempt(file, permission)).toThrow(/symbolic link/);
      expect(readdirSync(join(top, "outside"))).toEqual(["b.md"]);
      expect(readFileSync(join(top, "outside/b.md"), "utf8")).toBe("mine");
    },
  );

  it.each([".git/config", ".git/hooks/x", ".Git/x", "git~1/x"])(
    "is none of git's own: %s",
    (path) => {
      const root = join(project(), "root");
      expect(() => writeGuarded(join(root, path), "x", permissions(root)[purpose])).toThrow(
        "it is in the folder of git",
      );
    },
  );

  it("leaves nothing behind where it cannot be written", () => {
    const root = join(project(), "root");
    mkdirSync(join(root, "folder"));
    const before = readdirSync(root);
    for (const path of ["folder", "a.md/x", `${"n".repeat(300)}`])
      expect(() => writeGuarded(join(root, path), "x", permissions(root)[purpose])).toThrow();
    expect(readdirSync(root)).toEqual(before);
  });
});

describe("permissions", () => {
  it("let an article take the place of an article alone, with its mode", () => {
    const top = project();
    const root = join(top, "root");
    const { article } = permissions(root);
    chmodSync(join(root, "a.md"), 0o600);
    writeGuarded(join(root, "a.md"), "new", article);
    expect(readFileSync(join(root, "a.md"), "utf8")).toBe("new");
    if (process.platform !== "win32") expect(statSync(join(root, "a.md")).mode & 0o777).toBe(0o600);
    expect(() => writeGuarded(join(root, "none.md"), "x", article)).toThrow("it does not exist");
    expect(() => writeGuarded(join(top, "outside/b.md"), "x", article)).toThrow(
      "it is outside the project",
    );
  });

  it("let a config take nobody's place", () => {
    const top = project();
    const root = join(top, "root");
    const { config } = permissions(root);
    writeGuarded(join(root, "sub/.copydeskrc"), "{}", config);
    expect(() => writeGuarded(join(root, "sub/.copydeskrc"), "{}", config)).toThrow(
      "it exists already",
    );
    expect(() => writeGuarded(join(top, "outside/x"), "x", config)).toThrow("outside the project");
  });

  it("let a cache lie anywhere, for its user alone", () => {
    const top = project();
    const { cache } = permissions(join(top, "root"));
    const file = join(top, "outside/cache/links.json");
    writeGuarded(file, "1", cache);
    writeGuarded(file, "2", cache);
    expect(readFileSync(file, "utf8")).toBe("2");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(top, "outside/cache"))).toEqual(["links.json"]);
    symlinkSync("b.md", join(top, "outside/linked.json"));
    expect(() => writeGuarded(join(top, "outside/linked.json"), "x", cache)).toThrow(
      "symbolic link",
    );
  });

  it("let a named report go through the machine's own links, a configured one nowhere outside", () => {
    const top = project();
    const root = join(top, "root");
    symlinkSync("outside", join(top, "machine"));
    const file = join(top, "machine/x.json");
    const { report } = permissions(root);
    expect(() => writeGuarded(file, "x", report)).toThrow("it is outside the project");
    writeGuarded(file, "x", { purpose: "report", root, isNamed: true, isOurs: () => true });
    expect(readFileSync(join(top, "outside/x.json"), "utf8")).toBe("x");
  });
});

describe("files that are written together", () => {
  const names = ["a.md", "b.md", "c.md"];
  const texts = (folder: string) => names.map((name) => readFileSync(join(folder, name), "utf8"));
  const writesIn = (folder: string) =>
    names.map((name) => ({ file: join(folder, name), before: "old", text: "new" }));
  const article = (root: string) => ({ purpose: "article", root }) as const;

  it("all take their places", () => {
    const folder = temporaryProject({ "a.md": "old", "b.md": "old", "c.md": "old" });
    writeTogether(writesIn(folder), article(folder));
    expect([texts(folder), readdirSync(folder)]).toEqual([["new", "new", "new"], names]);
  });

  it("stay all as they are where one of them is a link", () => {
    const folder = temporaryProject({ "a.md": "old", "b.md": "old", "c.md": { link: "b.md" } });
    const attempt = () => writeTogether(writesIn(folder), article(folder));
    expect(attempt).toThrow(RefusedTogether);
    expect(attempt).toThrow("it is a symbolic link");
    expect([texts(folder), readdirSync(folder)]).toEqual([["old", "old", "old"], names]);
  });

  const becomeFolder = (file: string): void => {
    if (statSync(file).isDirectory()) return;
    rmSync(file);
    mkdirSync(file);
  };
  /** Writes of which one finds a folder in its place once all texts are on the disk. */
  const obstructed = (folder: string, paths: readonly string[], obstacle: string) => [
    ...paths.map((name) => ({ file: join(folder, name), before: "old", text: "new" })),
    {
      file: join(folder, "z.md"),
      before: "old",
      get text() {
        becomeFolder(join(folder, obstacle));
        return "new";
      },
    },
  ];

  it("are put back where one of them cannot take its place, and leave nothing beside them", () => {
    const folder = temporaryProject({ "a.md": "old", "b.md": "old", "z.md": "old" });
    chmodSync(join(folder, "a.md"), 0o640);
    const attempt = () =>
      writeTogether(obstructed(folder, ["a.md", "b.md"], "b.md"), article(folder));
    expect(attempt).toThrow(expect.objectContaining({ file: join(folder, "b.md") }));
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe("old");
    expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(folder, "z.md"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.md", "b.md", "z.md"]);
  });

  it("are put back but for what cannot be, which is named", () => {
    const folder = temporaryProject({ "a.md": "old", "b.md": "old", "c.md": "old", "z.md": "old" });
    const lost = join(folder, "a.md");
    const permission = {
      purpose: "article",
      // Asked for when the first file is to be put back.
      get root() {
        if (statSync(lost).isFile() && readFileSync(lost, "utf8") === "new") becomeFolder(lost);
        return folder;
      },
    } as const;
    const attempt = () =>
      writeTogether(obstructed(folder, ["a.md", "b.md", "c.md"], "c.md"), permission);
    expect(attempt).toThrow(`and ${lost} cannot be put back as it was`);
    expect(readFileSync(join(folder, "b.md"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.md", "b.md", "c.md", "z.md"]);
  });
});
