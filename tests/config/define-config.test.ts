import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineConfig } from "../../src/config/define-config.js";
import type { Config, Plugin } from "../../src/config/schema/schema.js";
import { defineRule } from "../../src/rules.js";

const noExclamation = defineRule({
  id: "house/no-exclamation",
  summary: "Headings do not shout",
  options: z.strictObject({ marks: z.string().default("!") }),
  messages: {},
  check: () => {},
});
const calm = defineRule({ id: "house/calm", summary: "All is calm", messages: {}, site() {} });
const house = { name: "house", rules: [noExclamation, calm] };

describe("defineConfig", () => {
  it("returns the config as it is", () => {
    const config = { rules: { "image/hotlink": "off" } } as const;
    expect(defineConfig(config)).toBe(config);
  });
});

describe("the types of defineConfig", () => {
  it("know the rules that come with copydesk, their severities and options", () => {
    defineConfig({
      rules: {
        "*": "info",
        "typography/*": "info",
        "image/alt-*": ["error"],
        "image/hotlink": "off",
        "image/alt-missing": ["warn", { decorative: "forbid" }],
        "desk/limit": ["error"],
      },
      overrides: [
        { files: "news/**", rules: { "text/duplicate-paragraph": ["warn", { minWeight: 80 }] } },
      ],
    });
  });

  it("refuse what is not known", () => {
    // @ts-expect-error no such rule
    defineConfig({ rules: { "image/alt-mising": "off" } });
    // @ts-expect-error no such family
    defineConfig({ rules: { "imge/*": "off" } });
    // @ts-expect-error no such severity
    defineConfig({ rules: { "image/hotlink": "warning" } });
    // @ts-expect-error no such option
    defineConfig({ rules: { "image/alt-missing": ["warn", { decoration: "forbid" }] } });
    // @ts-expect-error no such value of the option
    defineConfig({ rules: { "image/alt-missing": ["warn", { decorative: "no" }] } });
    // @ts-expect-error options belong to one rule
    defineConfig({ rules: { "image/*": ["warn", { decorative: "forbid" }] } });
    // @ts-expect-error no such rule, in an override
    defineConfig({ overrides: [{ files: "news/**", rules: { "image/alt-mising": "off" } }] });
    // @ts-expect-error a rule of a plugin that is not there
    defineConfig({ rules: { "house/calm": "off" } });
    // @ts-expect-error no such setting
    defineConfig({ rulez: {} });
  });

  it("know the rules of plugins", () => {
    defineConfig({
      plugins: [house],
      rules: {
        "house/*": "warn",
        "house/calm": "off",
        "house/no-exclamation": ["error", { marks: "?" }],
        "image/hotlink": "off",
      },
    });
    // @ts-expect-error no such rule of the plugin
    defineConfig({ plugins: [house], rules: { "house/clam": "off" } });
    // @ts-expect-error no such option of the plugin's rule
    defineConfig({ plugins: [house], rules: { "house/no-exclamation": ["warn", { mark: 1 }] } });
    // @ts-expect-error no such rule besides the plugin's
    defineConfig({ plugins: [house], rules: { "image/alt-mising": "off" } });
  });

  it("take any id where a plugin's rules are not known to them", () => {
    const untyped: Plugin = house;
    const config: Config = defineConfig({ plugins: [house], rules: { "house/calm": "off" } });
    expect(config.rules).toEqual({ "house/calm": "off" });
    defineConfig({ plugins: [untyped], rules: { "house/whatever": ["warn", { a: 1 }] } });
  });
});
