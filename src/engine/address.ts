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

/** A path with `.` and `..` resolved against a folder (`""` the root); undefined when it leaves the root. */
export function join(folder: string, path: string): string | undefined {
  const parts: string[] = folder === "" ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** A path from `/` as browsers read it: what leaves the root stays at the root. Others are as written. */
export function withinRoot(path: string): string {
  if (!path.startsWith("/") || !path.includes("/..")) return path;
  const parts: string[] = [];
  for (const part of path.slice(1).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}${/\/\.\.?$/.test(path) && parts.length > 0 ? "/" : ""}`;
}
