import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FileSystem, filesIn } from "../../../src/files/file-system.js";
import { AskedFiles, answersAlike, askedSchema } from "../../../src/run/kept/asked-files.js";
import { temporaryProject } from "../temporary-project.js";

const TREE = { "a.md": "one", "pictures/b.png": "picture", "empty/": "" };

/** So much later that every stamp is older than a step of the clock. */
const LATER = Date.now() + 60_000;
/** So early that no stamp says anything. */
const AT_ONCE = Date.now();

/** Asks what a run asks; what is not there, too. */
function ask(files: FileSystem, folder: string): void {
  const at = (path: string): string => join(folder, path);
  files.size(at("a.md"));
  files.read(at("a.md"), 100);
  files.readStart(at("pictures/b.png"), 4);
  for (const path of ["", "pictures", "empty"]) files.entries(at(path));
  files.realPath(at("pictures/b.png"));
  files.kindOf(at("pictures"));
  files.kindOf(at("none.md"));
  expect(() => files.read(at("missing.md"))).toThrow("ENOENT");
}

/** What a run at a moment asked of a project, as it comes back from a cache. */
function noted(folder: string, now: number) {
  const asked = new AskedFiles(filesIn(folder), now);
  ask(asked.files, folder);
  return askedSchema.parse(JSON.parse(JSON.stringify(asked.asked)));
}

const CHANGES: Readonly<Record<string, (folder: string) => void>> = {
  "another text": (folder) => writeFileSync(join(folder, "a.md"), "one and two"),
  "a text of the same size, with the time of the old one": (folder) => {
    const file = join(folder, "a.md");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "two");
    utimesSync(file, atime, mtime);
  },
  "a file that is gone": (folder) => rmSync(join(folder, "a.md")),
  "a file in a folder that was empty": (folder) => writeFileSync(join(folder, "empty/x"), ""),
  "a file that was not there": (folder) => writeFileSync(join(folder, "missing.md"), ""),
  "a folder that was not there": (folder) => mkdirSync(join(folder, "none.md")),
  "a file with another name": (folder) =>
    renameSync(join(folder, "pictures/b.png"), join(folder, "pictures/c.png")),
  "a link in place of a folder": (folder) => {
    renameSync(join(folder, "pictures"), join(folder, "moved"));
    symlinkSync("moved", join(folder, "pictures"));
  },
  "a link in place of a file": (folder) => {
    renameSync(join(folder, "a.md"), join(folder, "c.md"));
    symlinkSync("c.md", join(folder, "a.md"));
  },
};

describe.each([
  ["settled files", LATER],
  ["files that have just been written", AT_ONCE],
])("what was asked of %s", (_, now) => {
  it("is answered alike where nothing has changed", () => {
    const folder = temporaryProject(TREE);
    expect(answersAlike(noted(folder, now), filesIn(folder))).toBe(true);
  });

  it.each(Object.entries(CHANGES))("is answered otherwise by %s", (_name, change) => {
    const folder = temporaryProject(TREE);
    const asked = noted(folder, now);
    change(folder);
    expect(answersAlike(asked, filesIn(folder))).toBe(false);
  });

  it("is answered alike by a file that was written again as it was", () => {
    const folder = temporaryProject(TREE);
    const asked = noted(folder, now);
    writeFileSync(join(folder, "a.md"), readFileSync(join(folder, "a.md")));
    expect(answersAlike(asked, filesIn(folder))).toBe(true);
  });
});

describe("what was asked of files", () => {
  it("is read again only where stamps say too little", () => {
    const folder = temporaryProject(TREE);
    const read: string[] = [];
    const files: FileSystem = {
      ...filesIn(folder),
      read: (path) => {
        read.push(path);
        return filesIn(folder).read(path);
      },
    };
    expect(answersAlike(noted(folder, LATER), files)).toBe(true);
    expect(read).toEqual([join(folder, "missing.md")]);
    expect(answersAlike(noted(folder, AT_ONCE), files)).toBe(true);
    expect(read).toContain(join(folder, "a.md"));
  });

  it("is never the same where a file changes during the run", () => {
    const folder = temporaryProject(TREE);
    const file = join(folder, "a.md");
    const asked = new AskedFiles(filesIn(folder), LATER);
    asked.files.read(file);
    writeFileSync(file, "two");
    asked.files.read(file);
    expect(answersAlike(asked.asked, filesIn(folder))).toBe(false);
    writeFileSync(file, "one");
    expect(answersAlike(asked.asked, filesIn(folder))).toBe(false);
  });
});
