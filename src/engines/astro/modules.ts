import type { z as Zod } from "zod";

/** What a `glob` loader was asked for; other loaders tell no files. */
export interface GlobLoader {
  readonly patterns: readonly string[];
  /** As given: a path or address relative to the site's folder; the folder itself when undefined. */
  readonly base: string | undefined;
}

/** Stands for a built-in loader: it says which files are meant and loads nothing. */
export class Loader {
  readonly name: string;
  readonly glob: GlobLoader | undefined;

  constructor(name: string, glob?: GlobLoader) {
    this.name = name;
    this.glob = glob;
  }
}

interface GlobOptions {
  readonly pattern: string | readonly string[];
  readonly base?: string | URL | undefined;
}

/** Never bundled: the bundle holds only those parts of zod that copydesk itself uses. */
const ZOD: string = "zod";

/** What `schema: ({ image }) => …` is given. */
export interface SchemaContext {
  readonly image: () => Zod.ZodType;
}

/** The modules a content config may import, made up here so that neither Astro nor the site has to run. */
export interface AstroModules {
  readonly modules: Readonly<Record<string, unknown>>;
  readonly context: SchemaContext;
}

/** Loads zod and makes the modules of Astro that content configs build on. */
export async function astroModules(): Promise<AstroModules> {
  const zod: typeof import("zod") = await import(ZOD);
  const { z } = zod;
  const wholeZod = { ...zod, default: z };
  return {
    modules: {
      "astro:content": {
        z,
        defineCollection: (collection: unknown) => collection,
        reference: (collection: string) => reference(z, collection),
      },
      "astro:schema": { z },
      "astro/zod": wholeZod,
      "astro/loaders": {
        glob: ({ pattern, base }: GlobOptions) =>
          new Loader("glob", {
            patterns: typeof pattern === "string" ? [pattern] : pattern,
            base: base === undefined ? undefined : String(base),
          }),
        file: () => new Loader("file"),
      },
      // A zod of the site's own could not be mixed with `image()` and `reference()`.
      zod: wholeZod,
      "zod/v4": wholeZod,
    },
    context: { image: () => image(z) },
  };
}

/** An entry of another collection: its id, or an object that names it. Whether it exists is not looked up. */
function reference(z: typeof Zod, collection: string): Zod.ZodType {
  const name = z.literal(collection);
  return z
    .union([
      z.string(),
      z.looseObject({ id: z.string(), collection: name }),
      z.looseObject({ slug: z.string(), collection: name }),
    ])
    .transform((entry) => (typeof entry === "string" ? { id: entry, collection } : entry));
}

/**
 * The path of a picture. Astro hands on what it measured of the file; here nothing is measured, so what is asked of
 * the picture (`image().refine(({ width }) => …)`) is not judged.
 */
function image(z: typeof Zod): Zod.ZodType {
  const schema = z.string();
  for (const name of ["refine", "superRefine", "transform"])
    Object.defineProperty(schema, name, { value: () => schema });
  return schema;
}
