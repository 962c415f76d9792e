import { createRequire } from "node:module";

// CommonJS, loaded only when a JSON Schema is met, and at once: compiling a schema must not wait.
const load = createRequire(import.meta.url);

interface SchemaCompiler {
  compile(schema: object): {
    (data: unknown): unknown;
    readonly errors?: readonly object[] | null;
  };
}

type DialectModule = typeof import("ajv/dist/2020.js");

/** Drafts before 2019-09 say other things by the same words (`items`, `dependencies`). */
function moduleFor(dialect: string): DialectModule {
  if (/\/draft-0[67]\//.test(dialect)) return load("ajv");
  return dialect.includes("2019-09") ? load("ajv/dist/2019.js") : load("ajv/dist/2020.js");
}

/**
 * The compiler for a dialect of JSON Schema, named as `$schema` does; 2020-12 when nothing is named.
 * Unknown keywords are left to other tools; all errors are gathered.
 */
export function schemaCompiler(dialect: string): SchemaCompiler {
  const { default: Ajv } = moduleFor(dialect);
  const { default: addFormats }: typeof import("ajv-formats") = load("ajv-formats");
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false });
  addFormats.default(ajv);
  return ajv;
}
