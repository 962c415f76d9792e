import { posix, win32 } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside, pathFrom, withSlashes } from "../../src/engine/paths.js";

describe("paths on Windows", () => {
  it.each([
    ["C:\\site", "C:\\site\\posts\\a.md", "posts/a.md"],
    ["C:\\site", "c:\\Site\\posts\\a.md", "posts/a.md"],
    ["C:\\site", "C:/site/posts/a.md", "posts/a.md"],
    ["C:\\site", "C:\\site", ""],
    ["C:\\", "C:\\posts\\a.md", "posts/a.md"],
    ["\\\\server\\share\\site", "\\\\server\\share\\site\\a.md", "a.md"],
    ["C:\\site", "C:\\site\\..a\\b.md", "..a/b.md"],
  ])("in %s, %s is inside and called %j", (folder, path, name) => {
    expect(isInside(path, folder, win32)).toBe(true);
    expect(pathFrom(folder, path, win32)).toBe(name);
  });

  it.each([
    ["C:\\site", "C:\\sites\\a.md"],
    ["C:\\site", "C:\\site\\..\\a.md"],
    ["C:\\site", "D:\\site\\a.md"],
    ["C:\\site\\posts", "C:\\site"],
    ["\\\\server\\share\\site", "\\\\server\\other\\site\\a.md"],
  ])("of %s, %s is outside", (folder, path) => {
    expect(isInside(path, folder, win32)).toBe(false);
  });

  it("get the names that they have elsewhere", () => {
    const name = fc.stringMatching(/^[a-z. ]{1,6}$/).filter((one) => !/^\.+$|[. ]$/.test(one));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const onWindows = pathFrom("C:\\site", `C:\\site\\${names.join("\\")}`, win32);
        expect(onWindows).toBe(pathFrom("/site", `/site/${names.join("/")}`, posix));
      }),
    );
  });
});

describe("a backslash", () => {
  it("is part of a name where the platform has another separator", () => {
    expect(pathFrom("/site", "/site/a\\b.md", posix)).toBe("a\\b.md");
    expect([withSlashes("a\\b", posix), withSlashes("a\\b", win32)]).toEqual(["a\\b", "a/b"]);
  });
});
