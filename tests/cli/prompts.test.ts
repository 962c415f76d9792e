import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { promptsAt } from "../../src/cli/prompts.js";

const CHOICES = [
  { value: "config", label: "copydesk.config.yaml", hint: "the settings", isSelected: true },
  { value: "ci", label: "copydesk.yml", hint: "on GitHub", isSelected: false },
];

/** Asks, and presses keys. */
async function answered(...keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (chunk) => {
    shown += String(chunk);
  });
  const answer = promptsAt({ input, output }).chooseMany("What shall copydesk write?", CHOICES);
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.write(key);
  }
  return { answer: await answer, shown };
}

it("offers what is usual, and takes it for an empty answer", async () => {
  const { answer, shown } = await answered("\r");
  expect(answer).toEqual(["config"]);
  expect(shown).toContain("What shall copydesk write?");
  expect(shown).toContain("copydesk.config.yaml");
});

it("takes what is chosen besides", async () => {
  expect((await answered("\u001b[B", " ", "\r")).answer).toEqual(["config", "ci"]);
});

it("has no answer where somebody cancels", async () => {
  expect((await answered("\u0003")).answer).toBeUndefined();
});
