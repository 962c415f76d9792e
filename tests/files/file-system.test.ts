import { execFileSync } from "node:child_process";
import { appendFileSync, closeSync, openSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { filesIn, nodeFileSystem } from "../../src/files/file-system.js";
import { targetKind, textIn } from "../../src/files/look.js";
import { allBytes, withFile } from "../../src/files/open-file.js";
import { temporaryProject } from "../run/temporary-project.js";

const project = () =>
  temporaryProject({
    "outside/secret.txt": "secret",
    "root/a.txt": "hello",
    "root/folder/b.txt": "b",
    "root/inward": { link: "folder" },
    "root/outward": { link: "../outside" },
    "root/secret.txt": { link: "../outside/secret.txt" },
    "root/near.txt": { link: "a.txt" },
    "root/dangling": { link: "nowhere" },
  });

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("the files in a folder", () => {
  it("are read, through links that stay inside too", () => {
    const root = join(project(), "root");
    const files = filesIn(root);
    for (const [path, content] of [
      ["a.txt", "hello"],
      ["near.txt", "hello"],
      ["inward/b.txt", "b"],
      ["folder/../a.txt", "hello"],
    ] as const) {
      expect(text(files.read(join(root, path))), path).toBe(content);
      expect(files.size(join(root, path))).toBe(content.length);
    }
    expect(text(files.readStart(join(root, "a.txt"), 2))).toBe("he");
    expect(files.entries(join(root, "inward"))).toEqual([{ name: "b.txt", kind: "file" }]);
  });

  it.each(["secret.txt", "outward/secret.txt", "../outside/secret.txt"])(
    "are none of those that lie outside: %s",
    (path) => {
      const root = join(project(), "root");
      const files = filesIn(root);
      const file = join(root, path);
      for (const ask of [files.read, files.size, (one: string) => files.readStart(one, 1)])
        expect(() => ask(file)).toThrow("It is outside the project.");
      expect(() => files.entries(join(root, "outward"))).toThrow("It is outside the project.");
      expect([textIn(file, root, 100), targetKind(file, root)]).toEqual([undefined, undefined]);
      expect(text(nodeFileSystem.read(file))).toBe("secret");
    },
  );

  it("throw as node:fs does for what is not there, and for folders", () => {
    const root = join(project(), "root");
    const files = filesIn(root);
    for (const path of ["none", "dangling"])
      expect(() => files.read(join(root, path))).toThrow(
        expect.objectContaining({ code: "ENOENT" }),
      );
    for (const ask of [files.read, files.size])
      expect(() => ask(join(root, "folder"))).toThrow(expect.objectContaining({ code: "EISDIR" }));
  });

  it.runIf(process.platform === "linux")("are no devices, pipes and sockets", async () => {
    const root = temporaryProject({ zero: { link: "/dev/zero" } });
    execFileSync("mkfifo", [join(root, "pipe")]);
    const server = createServer().listen(join(root, "socket"));
    await new Promise((resolve) => server.once("listening", resolve));
    const [inside, all] = [filesIn(root), nodeFileSystem];
    expect(() => inside.read(join(root, "pipe"))).toThrow("It is not a regular file.");
    expect(() => inside.size(join(root, "pipe"))).toThrow("It is not a regular file.");
    expect(() => inside.read(join(root, "socket"))).toThrow();
    expect(() => all.read(join(root, "zero"))).toThrow("It is not a regular file.");
    expect(() => all.readStart("/dev/zero", 4)).toThrow("It is not a regular file.");
    server.close();
  });

  it("are read up to a bound, which a growing one cannot pass", () => {
    const root = temporaryProject({ "a.txt": "12345", "sparse.txt": "" });
    const files = filesIn(root);
    const file = join(root, "a.txt");
    expect(text(files.read(file, 5))).toBe("12345");
    expect(() => files.read(file, 4)).toThrow("It is too large.");
    truncateSync(join(root, "sparse.txt"), 3 * 1024 ** 3);
    expect(() => files.read(join(root, "sparse.txt"))).toThrow("It is too large.");
    const grown = (most: number): string =>
      withFile(file, root, (open) => {
        appendFileSync(file, "6".repeat(100_000));
        return text(allBytes(open, most));
      });
    expect(grown(200_000)).toHaveLength(100_005);
    expect(() => grown(150_000)).toThrow("It is too large.");
  });

  it.runIf(process.platform === "linux")("leave no file open, whatever happens", () => {
    const root = temporaryProject({ "a.txt": "12345" });
    const next = (): number => {
      const descriptor = openSync(join(root, "a.txt"), "r");
      closeSync(descriptor);
      return descriptor;
    };
    const before = next();
    const rounds = 50;
    for (let round = 0; round < rounds; round++) {
      expect(() => filesIn(root).read(join(root, "a.txt"), 1)).toThrow();
      expect(() => filesIn(root).read(root)).toThrow();
    }
    // Other threads of the process have files open, too.
    expect(next()).toBeLessThan(before + rounds);
  });
});
