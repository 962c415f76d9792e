import { dirname, join, resolve } from "node:path";
import { readFrontMatter } from "../../article/front-matter/read-front-matter.js";
import { toFrontMatterSchema } from "../../config/front-matter/schema.js";
import { MAXIMUM_SCHEMA_BYTES, parseSchemaFile } from "../../config/front-matter/schema-file.js";
import type { ResolvedConfig } from "../../config/resolve/resolve.js";
import { isInside } from "../../engine/paths.js";
import type { FileSystem } from "../../files/file-system.js";
import type { FrontMatterSchema, Settings } from "../../rule/index.js";

const KEY = "$schema";
/** Characters in which `$schema` is looked for, before front matter is read for its sake. */
const LOOKED_AT = 65_536;

/**
 * Schemas that articles name by the key `$schema`: JSON files inside the project. Addresses are left to
 * editors; nothing is fetched.
 */
export class ArticleSchemas {
  readonly #root: string;
  readonly #files: FileSystem;
  readonly #known = new Map<string, FrontMatterSchema>();

  /** @param root folder outside of which nothing is read */
  constructor(root: string, files: FileSystem) {
    this.#root = root;
    this.#files = files;
  }

  /**
   * The settings of an article whose front matter names a schema: it takes the place of an engine's preset,
   * and comes on top of a schema of the config, so that no article can evade that.
   */
  settingsFor(path: string, source: string, resolved: ResolvedConfig): Settings {
    const own = this.#schemaOf(path, source);
    if (own === undefined) return resolved.settings;
    const { schema } = resolved.settings;
    const isConfigured = schema !== undefined && resolved.origins.schema.kind !== "preset";
    return { ...resolved.settings, schema: isConfigured ? both(schema, own) : own };
  }

  #schemaOf(path: string, source: string): FrontMatterSchema | undefined {
    if (!source.slice(0, LOOKED_AT).includes(KEY)) return undefined;
    const named = readFrontMatter(source).frontMatter?.data[KEY];
    if (typeof named !== "string" || /^[a-z][a-z\d+.-]*:|^\/\//i.test(named)) return undefined;
    const [name = ""] = named.split("#");
    if (name === "") return undefined;
    const file = name.startsWith("/") ? join(this.#root, name) : resolve(dirname(path), name);
    const known = this.#known.get(file) ?? this.#read(file, name);
    this.#known.set(file, known);
    return known;
  }

  #read(file: string, name: string): FrontMatterSchema {
    try {
      const real = isInside(file, this.#root) ? this.#files.realPath(file) : file;
      if (!isInside(real, this.#root)) return unusable(name, "it is outside the project");
      if (this.#files.size(real) > MAXIMUM_SCHEMA_BYTES) return unusable(name, "it is too large");
      const text = new TextDecoder().decode(this.#files.read(real, MAXIMUM_SCHEMA_BYTES));
      return toFrontMatterSchema(parseSchemaFile(text), name);
    } catch (error) {
      if (!(error instanceof TypeError))
        return unusable(name, "the file does not exist or cannot be read");
      const reason = error.message.replace(/\.$/, "");
      return unusable(name, reason.slice(0, 1).toLowerCase() + reason.slice(1));
    }
  }
}

/** Stands for a schema that cannot be used: its one complaint is about `$schema` itself. */
function unusable(name: string, message: string): FrontMatterSchema {
  return {
    source: name,
    fingerprint: `unusable: ${message}`,
    validate: () => [{ path: [KEY], code: "unusable", message, allowed: [], expected: undefined }],
  };
}

function both(first: FrontMatterSchema, second: FrontMatterSchema): FrontMatterSchema {
  return {
    source: first.source,
    fingerprint:
      first.fingerprint === undefined || second.fingerprint === undefined
        ? undefined
        : `${first.fingerprint}+${second.fingerprint}`,
    validate: (data, frontMatter) => [
      ...first.validate(data, frontMatter),
      ...second.validate(data, frontMatter).map((issue) => ({ ...issue, source: second.source })),
    ],
  };
}
