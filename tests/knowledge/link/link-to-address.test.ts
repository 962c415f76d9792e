import { describe, expect, it } from "vitest";
import { linkToAddress } from "../../../src/knowledge/link/link-to-address.js";

const from = "/posts/a/";
const siteUrl = "https://example.org/blog/";

describe("a link to an address, in the style of an existing link", () => {
  it.each([
    ["/blog/old", "/new/", "/blog/new/"],
    ["https://example.org/blog/old#x", "/new/", "https://example.org/blog/new/#x"],
    ["//example.org/blog/old", "/new/", "//example.org/blog/new/"],
    ["../old/", "/posts/new/", "../new/"],
    ["../old/", "/new/x.html", "../../new/x.html"],
    ["./old/", "/posts/a/b/", "./b/"],
    ["old", "/posts/a/", "./"],
    ["/blog/old?a=1#b", "/new/#c", "/blog/new/?a=1#b"],
    ["/blog/old", "/new/?x=1#c", "/blog/new/?x=1#c"],
    ["/blog/old", "/été (1)/", "/blog/été%20%281%29/"],
    ["/blog/%C3%A9", "/été/", "/blog/%C3%A9t%C3%A9/"],
  ])("%s to %s is %s", (url, target, expected) => {
    expect(linkToAddress({ url, from, siteUrl }, target)).toBe(expected);
  });

  it("does not mix two queries, and needs the page's address for a relative link", () => {
    expect(linkToAddress({ url: "/blog/old?a=1", from, siteUrl }, "/new/?b=2")).toBeUndefined();
    expect(linkToAddress({ url: "old", from: undefined, siteUrl }, "/new/")).toBeUndefined();
  });
});
