import type { Config } from "../../config/schema/schema.js";
import { globOf, type InferredCollection } from "../../inference/infer-collections.js";
import { jsonSchemaOf } from "../../inference/print/json-schema.js";
import { printedSchema } from "../infer/printed-schema.js";

/** What a new config says. */
export interface NewConfig {
  /** What the site was taken for, in one line. */
  readonly comment: string;
  /** Name of the baseline, where there is one. */
  readonly baseline: string | undefined;
  /** Collections with inferred schemas. */
  readonly collections: readonly InferredCollection[];
}

const SETTINGS = "https://github.com/copydesk/copydesk/blob/main/docs/guide/configuration.md";

/** Names of new configs. */
export const CONFIG_NAMES = { yaml: "copydesk.config.yaml", typescript: "copydesk.config.ts" };

/** The settings of a new config. */
export function configValue({ baseline, collections }: NewConfig): Config {
  const base = collections.find((one) => globOf(one) === undefined);
  const overrides = collections.flatMap((one) => {
    const files = globOf(one);
    return files === undefined ? [] : [{ files, schema: jsonSchemaOf(one.inferred.root) }];
  });
  return {
    extends: "recommended",
    ...(baseline === undefined ? {} : { baseline }),
    ...(base === undefined ? {} : { schema: jsonSchemaOf(base.inferred.root) }),
    ...(overrides.length === 0 ? {} : { overrides }),
  };
}

/** A new config in YAML. */
export function yamlConfig(config: NewConfig): string {
  const { comment, baseline, collections } = config;
  return [
    `# ${comment}\n# All settings: ${SETTINGS}\n`,
    "extends: recommended\n",
    ...(baseline === undefined ? [] : [`baseline: ${baseline}\n`]),
    ...(collections.length === 0 ? [] : [printedSchema(collections, "yaml")]),
  ].join("");
}

/** A new config in TypeScript, with the schemas in zod. */
export function typescriptConfig({ comment, baseline, collections }: NewConfig): string {
  const schemas = collections.length === 0 ? "" : `${printedSchema(collections, "zod")}\n`;
  const base = collections.find((one) => globOf(one) === undefined);
  const overrides = collections.flatMap((one) => {
    const files = globOf(one);
    return files === undefined
      ? []
      : [`    { files: ${JSON.stringify(files)}, schema: ${one.name} },\n`];
  });
  const settings = [
    '  extends: ["recommended"],\n',
    ...(baseline === undefined ? [] : [`  baseline: ${JSON.stringify(baseline)},\n`]),
    ...(base === undefined ? [] : [`  schema: ${base.name},\n`]),
    ...(overrides.length === 0 ? [] : [`  overrides: [\n${overrides.join("")}  ],\n`]),
  ];
  return `import { defineConfig } from "copydesk";
${schemas === "" ? "\n" : schemas}// ${comment}
// All settings: ${SETTINGS}
export default defineConfig({
${settings.join("")}});
`;
}
