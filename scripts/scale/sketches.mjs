import { loadSources } from "../load-code.mjs";
import { plainText } from "./write-site.mjs";

const ENTRY = `
export { sketchOf } from "./src/knowledge/minhash.ts";
export { nearDuplicates } from "./src/knowledge/near-duplicates.ts";
`;

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Sketches synthetic articles and searches them for near duplicates, at a growing number of them. */
export async function measureSketches(root, articles) {
  const { sketchOf, nearDuplicates } = await loadSources(root, ENTRY);
  const sketches = [];
  let sketching = 0;
  let characters = 0;
  for (let number = 0; number < articles; number++) {
    const text = plainText(number).join("\n");
    characters += text.length;
    const before = performance.now();
    sketches.push(sketchOf(text).minima);
    sketching += performance.now() - before;
  }
  console.log(
    `sketching ${articles} articles of ${Math.round(characters / articles)} characters: ${((1000 * sketching) / articles).toFixed(0)} µs each, ${((1e6 * sketching) / characters).toFixed(1)} ns a character`,
  );
  for (const part of [0.1, 0.2, 0.5, 1]) {
    const some = sketches.slice(0, Math.round(articles * part));
    const before = performance.now();
    const { found, comparisons } = nearDuplicates({
      sketches: some,
      thresholdOf: () => 0.8,
      mayBeAlike: () => false,
    });
    const ms = performance.now() - before;
    console.log(
      `search among ${some.length}: ${ms.toFixed(0)} ms (${((10_000 * ms) / some.length).toFixed(0)} ms per 10 000), ${comparisons} comparisons, ${found.length} copies, at most ${megabytes()} MB`,
    );
  }
}
