import { describe, expect, it } from "vitest";
import { findingsOf, page } from "../../engines/findings-of.js";

const config = (code: string) => ({
  "eleventy.config.js": `export default (config) => {\n${code}\n};\n`,
});
const embeds = config(
  'config.addShortcode("videoYoutube", (id) => id);\nconfig.addShortcode("youtubeEmbed", (id) => `<a href="https://www.youtube.com/watch?v=${id}">`);',
);
const found = (
  bodies: readonly string[],
  files: Readonly<Record<string, string>> = embeds,
): Promise<readonly string[]> =>
  findingsOf(
    { ...files, ...Object.fromEntries(bodies.map((body, index) => [`p${index}.md`, page(body)])) },
    ["embed/address"],
  );
const ids = Array.from({ length: 5 }, (_one, index) => `{% youtubeEmbed "aqz-KE-bpK${index}" %}`);
const address = '{% youtubeEmbed "https://www.youtube.com/watch?v=aqz-KE-bpKQ" %}';

describe("tags of a site's own that show videos", () => {
  it("take ids where all others have ids", async () => {
    expect(await found([...ids, address])).toEqual(["p5.md:4 embed/address/whole"]);
  });

  it("may take addresses where few show it, or where their code reads addresses", async () => {
    expect(await found([...ids.slice(1), address])).toEqual([]);
    const reads = config(
      'config.addShortcode("youtubeEmbed", (id) => id.replace("https://www.youtube.com/watch?v=", ""));',
    );
    expect(await found([...ids, address], reads)).toEqual([]);
  });
});
