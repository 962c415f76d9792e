import { describe, expect, it } from "vitest";
import { findFragment } from "../../src/online/fragment.js";

function find(fragment: string, body: string, changes: { isWhole?: boolean; type?: string } = {}) {
  const { isWhole = true, type = "text/html; charset=utf-8" } = changes;
  const headers = { "content-type": type };
  return findFragment({ status: 200, headers, cookies: [], body, isWhole }, "a.net", fragment);
}

describe("findFragment", () => {
  it.each([
    ["an id", "a", "<p id=a>x"],
    ["a named anchor", "a", "<a name=a>x</a>"],
    ["a percent-encoded id", "%C3%A9t%C3%A9", "<p id=été>x"],
    ["an id that is written with a percent sign", "%C3%A9", "<p id='%C3%A9'>x"],
    ["an id that was made of what a user wrote", "usage", "<h2 id=user-content-usage>x"],
    ["the top", "top", "<p>x"],
    ["nothing", "", "<p>x"],
    ["a text", ":~:text=x", "<p>x"],
    ["an id and a text", "a:~:text=x", "<p id=a>x"],
  ])("finds %s", (_name, fragment, body) => {
    expect(find(fragment, body)).toBe("found");
  });

  it.each([
    ["what is not there", "b", "<p id=a>x"],
    ["an id in a comment", "a", "<!-- <p id=a> --><p id=b>x"],
    ["an id in a script", "a", "<script>'<p id=a>'</script><p id=b>x"],
    ["the name of something else", "a", "<input name=a>"],
    ["another case", "A", "<p id=a>x"],
  ])("does not find %s", (_name, fragment, body) => {
    expect(find(fragment, body)).toBe("absent");
  });

  it.each([
    ["of the beginning of a page", "b", "<p id=a>x", { isWhole: false }],
    ["of something that is no page", "b", "%PDF", { type: "application/pdf" }],
    ["of a page that a script fills", "b", "<div id=root></div><script src=a.js></script>", {}],
    ["of a route in a script", "/guide", "<p id=a>x", {}],
    ["of a line of code", "L10", "<p id=a>x", {}],
    ["of a page nested too deep", "b", "<div>".repeat(30_000), {}],
  ])("cannot tell %s", (_name, fragment, body, changes) => {
    expect(find(fragment, body, changes)).toBe("unknown");
  });

  it.each([
    ["many tags", "<br>".repeat(300_000)],
    ["deep nesting", "<div>".repeat(13_000)],
    ["elements that are copied", "<b><p>".repeat(9_000)],
  ])("does not read a page with %s", (_name, body) => {
    const before = performance.now();
    expect(find("b", `<p id=a>x</p>${body}`)).toBe("unknown");
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it("does not stumble over a broken percent sign", () => {
    expect(find("100%", "<p id='100%'>x")).toBe("found");
  });
});
