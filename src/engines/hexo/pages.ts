import { normalise } from "../../engine/address.js";
import type { Generation } from "../../engine/router.js";
import type { HexoConfig } from "./config.js";
import generators from "./generators.json" with { type: "json" };
import { slugize } from "./permalink.js";
import { categorySlug, type HexoPost } from "./post.js";

const FILES: Readonly<Record<string, readonly string[]>> = generators;

/**
 * The pages that Hexo's generators make of posts: home, archives, categories, tags, and their further pages.
 *
 * @param plugins names of the packages of the site; undefined when nobody can tell
 */
export class HexoPages {
  readonly #sure = new Set<string>();
  readonly #open = new Set<string>();
  readonly #config: HexoConfig;
  readonly #plugins: ReadonlySet<string> | undefined;
  /** Whether every post's date is known. */
  #dated = true;

  constructor(
    config: HexoConfig,
    posts: readonly HexoPost[],
    plugins: ReadonlySet<string> | undefined,
  ) {
    this.#config = config;
    this.#plugins = plugins;
    const { index_generator: index } = config;
    if (this.#has("index")) this.#pages(index.path, posts.length, index.per_page);
    if (this.#has("archive")) this.#archives(posts);
    if (this.#has("category")) this.#categories(posts);
    if (this.#has("tag")) this.#tags(posts);
    for (const [plugin, files] of Object.entries(FILES)) {
      const list = plugins === undefined ? this.#open : this.#sure;
      if (plugins?.has(plugin) !== false) for (const file of files) list.add(normalise(file));
    }
    for (const from of Object.keys(config.alias ?? {})) this.#sure.add(normalise(from));
  }

  generates(address: string): Generation {
    if (this.#sure.has(address) || this.#sure.has(`${address}/`)) return "yes";
    const archive = `/${this.#config.archive_dir}/`;
    const hasOpenArchive = !this.#dated && this.#has("archive") && address.startsWith(archive);
    if (hasOpenArchive && /^[\d/]+$/.test(address.slice(archive.length))) return "maybe";
    return this.#open.has(address) ? "maybe" : "no";
  }

  #has(kind: string): boolean {
    return [...(this.#plugins ?? [`-generator-${kind}`])].some((plugin) =>
      plugin.includes(`-generator-${kind}`),
    );
  }

  #archives(posts: readonly HexoPost[]): void {
    const { archive_dir: folder, archive_generator: archive } = this.#config;
    if (!archive.enabled || posts.length === 0) return;
    this.#pages(folder, posts.length, archive.per_page);
    if (!archive.yearly) return;
    const counts = new Map<string, number>();
    for (const { dates } of posts) {
      if (dates.length === 0) this.#dated = false;
      const paths = dates.flatMap(({ year, month, day }) => {
        const ofMonth = `${year}/${String(month).padStart(2, "0")}`;
        const ofDay = `${ofMonth}/${String(day).padStart(2, "0")}`;
        return [
          String(year),
          ...(archive.monthly ? [ofMonth] : []),
          ...(archive.daily ? [ofDay] : []),
        ];
      });
      for (const path of new Set(paths)) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    for (const [path, count] of counts) this.#pages(`${folder}/${path}`, count, archive.per_page);
  }

  #categories(posts: readonly HexoPost[]): void {
    const { category_dir: folder, category_generator: options } = this.#config;
    const counts = new Map<string, number>();
    for (const { categories } of posts) {
      const steps = categories.flatMap((path) => path.map((_, index) => path.slice(0, index + 1)));
      for (const slug of new Set(steps.map((path) => categorySlug(path, this.#config))))
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    for (const [slug, count] of counts) this.#pages(`${folder}/${slug}`, count, options.per_page);
  }

  #tags(posts: readonly HexoPost[]): void {
    const { tag_dir: folder, tag_generator: options, tag_map: map } = this.#config;
    const counts = new Map<string, number>();
    for (const { tags } of posts) {
      for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    for (const [tag, count] of counts) {
      const slug = slugize(map[tag] ?? tag, this.#config.filename_case);
      this.#pages(`${folder}/${slug}`, count, options.per_page);
    }
    if (options.enable_index_page) this.#sure.add(normalise(`${folder}/`));
  }

  #pages(base: string, count: number, perPage = this.#config.per_page): void {
    const total = perPage === 0 ? 1 : Math.ceil(count / perPage);
    for (let page = 1; page <= total; page++) {
      const path = page === 1 ? base : `${base}/${this.#config.pagination_dir}/${page}`;
      this.#sure.add(normalise(`${path}/`));
    }
  }
}
