/** A path as addresses are compared: from `/`, slashes single, NFC, `index.html` left out. */
export function normalise(path: string): string {
  const address = `/${path}`.replace(/\/{2,}/g, "/").normalize("NFC");
  return address.replace(/\/index\.html?$/, "/");
}

/** A path relative to a folder; undefined when it lies outside. `""` is the root. */
export function below(path: string, folder: string): string | undefined {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
