/** Where a VitePress config lies in its site. */
export const configFiles: readonly string[] = [
  ...["ts", "mts", "js", "mjs"].map((ending) => `.vitepress/config.${ending}`),
  ...["ts", "mts", "js"].map((ending) => `.vitepress/config/index.${ending}`),
];
