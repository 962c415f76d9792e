import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureKey } from "../../../../rules/image/lib/picture.js";
import { runs } from "../../../runs.js";

const PICTURE = "https://img.example/2022/dawn.jpg";

describe("pictureKey", () => {
  it.each([
    ["another scheme", "http://img.example/2022/dawn.jpg"],
    ["no scheme", "//img.example/2022/dawn.jpg"],
    ["www.", "https://www.img.example/2022/dawn.jpg"],
    ["host in capitals", "https://IMG.example/2022/dawn.jpg"],
    ["the usual port", "https://img.example:443/2022/dawn.jpg"],
    ["a fragment", `${PICTURE}#top`],
    ["percent-encoding", "https://img.example/2022/d%61wn.jpg"],
    [
      "rendition parameters",
      `${PICTURE}?w=600&h=400&quality=80&format=webp&fit=crop&auto=compress&dpr=2`,
    ],
    ["a cache buster", `${PICTURE}?v=1646100000`],
    ["Aliyun OSS", `${PICTURE}?x-oss-process=image/resize,w_600`],
    ["Qiniu", `${PICTURE}?imageView2/2/w/600`],
    ["Tencent", `${PICTURE}?imageMogr2/thumbnail/600x`],
    ["a WordPress size", "https://img.example/2022/dawn-1024x768.jpg"],
    ["a width", "https://img.example/2022/dawn_640.jpg"],
    ["a dense rendition", "https://img.example/2022/dawn@2x.jpg"],
    ["a scaled original", "https://img.example/2022/dawn-scaled.jpg"],
    ["a thumbnail", "https://img.example/2022/dawn_thumb.jpg"],
    ["a style behind the extension", `${PICTURE}!thumb`],
    ["a bilibili size", `${PICTURE}@600w_400h.webp`],
    ["a Taobao size", `${PICTURE}_640x640q90.jpg`],
    ["a byteimg template", `${PICTURE}~tplv-k3u1fbpfcp-zoom-1.image`],
    ["instruction segments", "https://img.example/w_600,h_400/2022/dawn.jpg"],
    ["a resize segment", "https://img.example/resize,w_600/2022/dawn.jpg"],
    [
      "Cloudflare with a path",
      "https://img.example/cdn-cgi/image/width=80,quality=75/2022/dawn.jpg",
    ],
    ["Cloudflare with an address", `https://cdn.example/cdn-cgi/image/width=80/${PICTURE}`],
    ["Next.js", `/_next/image?url=${encodeURIComponent(PICTURE)}&w=640&q=75`],
    [
      "a proxy whose query is the address",
      "https://proxy.example/?http://img.example/2022/dawn.jpg",
    ],
    ["such a proxy, encoded", `https://proxy.example/?${encodeURIComponent(PICTURE)}`],
    ["wsrv", "https://wsrv.nl/?url=img.example/2022/dawn.jpg&w=300"],
    ["weserv with ssl:", "https://images.weserv.nl/?url=ssl:img.example/2022/dawn.jpg"],
    ["photon", "https://i0.wp.com/img.example/2022/dawn.jpg?resize=300%2C200&ssl=1"],
    ["a path that holds the address", `https://cdn.example/fetch/w_300,h_200/${PICTURE}`],
    [
      "a wrapper in a wrapper",
      `https://proxy.example/?https://i1.wp.com/img.example/2022/dawn.jpg`,
    ],
  ])("sees through %s", (_name, url) => {
    expect(pictureKey(url)).toBe(pictureKey(PICTURE));
  });

  it.each([
    ["another picture", PICTURE, "https://img.example/2022/noon.jpg"],
    ["another host", PICTURE, "https://other.example/2022/dawn.jpg"],
    ["another letter case of the path", PICTURE, "https://img.example/2022/Dawn.jpg"],
    ["numbered pictures", "step_1.png", "step_2.png"],
    ["numbered pictures with zeros", "step_001.png", "step_002.png"],
    ["pictures with an error code in their name", "error_404.png", "error_500.png"],
    ["cameras' numbers", "IMG_1234.jpg", "IMG_1235.jpg"],
    [
      "random stand-ins",
      "https://picsum.photos/400/300?random=81",
      "https://picsum.photos/400/300?random=82",
    ],
    ["a search as picture", "https://img.example/find?q=cats", "https://img.example/find?q=dogs"],
    [
      "a page parameter",
      "https://img.example/scan.php?page=1",
      "https://img.example/scan.php?page=2",
    ],
    ["symbols of one sprite", "icons.svg#yes", "icons.svg#no"],
    ["data addresses", "data:image/gif;base64,AAAA", "data:image/gif;base64,BBBB"],
    [
      "Alibaba's names",
      "https://i.example/O1_!!6000-0-tps-1215-521.jpg",
      "https://i.example/O2_!!6000-0-tps-1215-521.jpg",
    ],
    [
      "badges of one page",
      "https://badge.example/a?url=https://x.example&query=1",
      "https://badge.example/a?url=https://x.example&query=2",
    ],
  ])("keeps %s apart", (_name, left, right) => {
    expect(pictureKey(left)).not.toBe(pictureKey(right));
  });

  it("resolves dot segments of relative addresses", () => {
    expect(pictureKey("./img/../dawn.jpg")).toBe(pictureKey("dawn.jpg"));
    expect(pictureKey("../dawn.jpg")).not.toBe(pictureKey("dawn.jpg"));
  });

  it("compares the site's own pictures by path, its base path taken off", () => {
    const siteUrl = "https://www.example.org/blog/";
    expect(pictureKey("https://example.org/blog/dawn.jpg", { siteUrl })).toBe("/dawn.jpg");
    expect(pictureKey("/blog/dawn.jpg", { siteUrl })).toBe("/dawn.jpg");
    expect(pictureKey("https://other.example/blog/dawn.jpg", { siteUrl })).toBe(
      "//other.example/blog/dawn.jpg",
    );
  });

  it("takes off what a site adds: query parameters and image services", () => {
    const settings = { ignoreQuery: ["token"], cdn: ["https://cdn.example/fetch/"] };
    expect(pictureKey("https://cdn.example/fetch/dawn.jpg?token=1", settings)).toBe("dawn.jpg");
  });

  it("reads any text without throwing", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (url) => {
          expect(typeof pictureKey(url)).toBe("string");
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
