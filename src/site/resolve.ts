import { percentDecoded } from "../article/percent-decoded.js";
import { join, normalise, withinRoot } from "../engine/address.js";
import type { Generation, Reading } from "../engine/router.js";
import type { ArticleFacts, Reference } from "../facts/facts.js";
import { isCircle } from "../knowledge/link/redirect-chain.js";
import type { RedirectStep, Resolution } from "../rule/site-index.js";
import { stemOf } from "./address-table.js";
import type { IndexedArticle } from "./contract.js";
import { nearestAddress, nearestFile } from "./nearest.js";
import { leavesBase, ownPath, splitReference } from "./own-path.js";
import { isLedTo } from "./own-redirects.js";
import { heldBackAt, type Scene, targetOfTemplate } from "./scene.js";
import { Search } from "./search.js";

const HOME = /^\/(?:index\.html?)?$/;

const HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** Most redirects that are followed; browsers give up after twenty. */
const MAXIMUM_REDIRECTS = 20;

/** What most references of a site lead to, once for all of them. */
const EXTERNAL: Resolution = { verdict: "external" };

/**
 * Resolves a reference: by the addresses of the site (routes, static files, redirects, pages the
 * engine makes), by source files beside the article and in the usual folders, or both, as the engine reads it.
 */
export function resolveReference(
  from: IndexedArticle,
  reference: Reference,
  scene: Scene,
): Resolution {
  if (reference.unknown) return targetOfTemplate(from, reference, scene);
  const { site } = from.settings;
  const url = ownPath(reference.url, site);
  if (url === undefined) return EXTERNAL;
  const { path, fragment: written } = splitReference(url);
  const { links } = from.engine;
  const fragment = written === undefined ? undefined : links.fragmentOf(reference, written, site);
  if (path === "") return { verdict: "article", path: from.facts.path, fragment };
  const { router } = scene.site;
  if (router.isNamed?.(from.facts, reference) === true)
    return { verdict: "generated", address: path };
  const decoded = percentDecoded(path).normalize("NFC");
  const asked = againstBase(router.writtenPath?.(from.facts, decoded, reference) ?? decoded, from);
  if (asked === undefined) return { verdict: "unknown", reason: "unsupported" };
  const reading = readingOf(asked, reference, from, scene);
  // An engine that looks a file up itself finds nothing outside of the site.
  const isOwnLookup = reading === "source" || reading === "page";
  const target = isOwnLookup ? asked : withinRoot(asked);
  const addresses = addressesOf(target, from.facts, scene);
  // What is found either way is there, however code of the site reads the path.
  const lookedFor = reading === "unknown" ? "either" : reading;
  const ownRoot = router.rootedAlso?.(from.facts, { ...reference, path: target });
  const found = new Search(from, scene, target, lookedFor).find(
    ownRoot === undefined ? addresses : [normalise(ownRoot), ...addresses],
  );
  const addsBasePath = links.addsBasePath(reference, site);
  const isOutOfBase = leavesBase(reference.url, site);
  if (found.resolution !== undefined) {
    // The page is there, but only below the base path, which nothing adds.
    if (isOutOfBase && addsBasePath === "never" && site.complete)
      return { verdict: "absent", tried: [], nearest: undefined, nearestAddress: addresses[0] };
    return withFragment(found.resolution, fragment);
  }

  if (reading === "unknown") return { verdict: "unknown", reason: "unsupported" };
  const heldBack = found.heldBack ?? heldBackAt(addresses, scene);
  // What is held back may lead to others of its kind: they can appear together.
  if (heldBack !== undefined && scene.site.routesOf(from.facts.path)?.heldBack !== undefined)
    return { verdict: "article", path: heldBack.path, fragment };

  // A build that demands a page asks no server.
  const redirected = reading === "page" ? undefined : follow(addresses, from, scene);
  if (redirected !== undefined) return withFragment(redirected, fragment);
  // Every site has a home page, wherever it comes from.
  if (addresses.includes("/"))
    return withFragment({ verdict: "generated", address: "/" }, fragment);
  const generation = addresses.map((address) => scene.site.router.generates(address));
  if (generation.includes("yes"))
    return withFragment({ verdict: "generated", address: addresses[0] ?? target }, fragment);
  if (found.otherCase !== undefined) return { verdict: "case", ...found.otherCase };
  // Which files there are is known of a repository, also where nobody knows what is made of them.
  const isFileKnown = reading === "file" && site.isRepository;
  if (!site.complete && !isFileKnown) return { verdict: "unknown", reason: "incomplete" };
  const isAddress = reading === "address";
  const outside =
    addresses.length === 0 && (isAddress || (!isOwnLookup && found.tried.length === 0));
  // Where the base path is put before root-relative links, none leads out of the site.
  const isElsewhere = isOutOfBase && addsBasePath !== "always";
  if (
    outside ||
    isElsewhere ||
    (reading === "either" && addresses.length === 0 && mayBeBesideUnknown(target, from, scene)) ||
    (reading !== "file" &&
      heldBack === undefined &&
      scene.site.built === undefined &&
      mayExist(target, addresses, generation, scene))
  )
    return { verdict: "unknown", reason: "unsupported" };
  if (heldBack === undefined && mayBeMade(addresses, found.tried, from, scene))
    return { verdict: "unknown", reason: "incomplete" };
  const absent: Resolution = {
    verdict: "absent",
    // A site has many absent targets, and each would be kept with every candidate.
    tried: found.tried.filter((file) => file.endsWith(found.lastName)),
    // Where a link names an address, no file helps.
    nearest: isAddress ? undefined : nearestFile(target, found.tried, scene.files),
    nearestAddress: nearestAddress(addresses[0] ?? target, scene.site.table),
    gone: scene.gone.find((path) => found.tried.includes(path) || stemOf(path) === stemOf(target)),
    heldBack,
  };
  const isRedirect = reference.from === "redirect";
  const missing = addresses[0] ?? target;
  if (!isRedirect && reading !== "page" && reading !== "source")
    if (isLedTo(absent.nearestAddress, missing, scene.files, site.folder))
      return { verdict: "unknown", reason: "unsupported" };
  return !isRedirect && router.mayRewrite?.(from.facts, reference) === true
    ? { verdict: "unknown", reason: "rewritten", asWritten: absent }
    : absent;
}

/** Of an article whose own address nobody knows, a relative path may mean anything. */
function readingOf(
  path: string,
  reference: Reference,
  { facts }: IndexedArticle,
  { site }: Scene,
): Reading {
  const reading = site.router.readingOf?.({ ...reference, path }, facts) ?? "either";
  // What a redirect names is an address, also where links of the article it is asked from name files.
  if (reference.from === "redirect" && reading === "file") return "address";
  // A layout may put something before a value of the front matter.
  const isWritten = !reference.from.startsWith("front-matter:");
  // What names a host is left to browsers.
  if ((reading === "page" || reading === "source") && HOST.test(reference.url)) return "address";
  const isKnown = path.startsWith("/") || site.routesOf(facts.path)?.certain === true;
  return reading === "address" && !(isKnown && isWritten) ? "either" : reading;
}

const SOURCES = [".md", ".mdx", "/index.md", "/index.mdx"];

/** Whether a file that is not there may be made by a build, or come with a submodule: where writers would see it. */
function mayBeMade(
  addresses: readonly string[],
  tried: readonly string[],
  { facts, settings: { site } }: IndexedArticle,
  { files, site: index }: Scene,
): boolean {
  const [own = ""] = index.routesOf(facts.path)?.addresses ?? [];
  const sources = sourcesOf(addresses, facts.path, own);
  const served = site.staticDirs.flatMap((folder) =>
    addresses.flatMap((one) => join(folder, one) ?? []),
  );
  // What a theme that is not there may serve is not what writers link to.
  const missing = site.staticDirs.filter((folder) => !files.hasFolder(folder));
  return [...tried, ...served, ...sources].some(
    (file) =>
      files.mayExist?.(file) === true && !missing.some((folder) => file.startsWith(`${folder}/`)),
  );
}

/** Where the sources of pages would be, as an article shows whose file is called as its address: `docs/a.md` at `/a/`. */
function sourcesOf(addresses: readonly string[], path: string, own: string): readonly string[] {
  const stem = `/${path.replace(/(?:\/index)?\.\w+$/, "")}`;
  const page = own.replace(/(?:\.html|\/)$/, "");
  if (!stem.endsWith(page)) return [];
  const folder = stem.slice(1, stem.length - page.length);
  return addresses.flatMap((address) => {
    const name = `${folder}${address.replace(/(?:\.html|\/)$/, "")}`;
    return name === folder ? [] : SOURCES.map((ending) => name + ending);
  });
}

/** Whether a relative path may name another page, or a file that is served, beside an article whose own address nobody knows. */
function mayBeBesideUnknown(target: string, from: IndexedArticle, { site, files }: Scene): boolean {
  if (site.routesOf(from.facts.path)?.certain !== false) return false;
  const written = `/${target.replace(/^(?:\.{1,2}\/)+/, "")}`;
  const name = written.slice(written.lastIndexOf("/") + 1);
  const served = from.settings.site.staticDirs.map((folder) => (folder === "" ? "" : `${folder}/`));
  return (
    site.table.mayBeNamed(target) ||
    files
      .sameName(name)
      .some((path) => path.endsWith(written) && served.some((start) => path.startsWith(start)))
  );
}

/** Whether a page may be there that nobody can see from here. A built site leaves no such doubt. */
function mayExist(
  target: string,
  addresses: readonly string[],
  generation: readonly Generation[],
  { site }: Scene,
): boolean {
  if (generation.includes("maybe")) return true;
  // No article is published as a picture or a document.
  if (/\.(?!html?$)[a-z][a-z0-9]{1,4}$/i.test(target)) return false;
  return addresses.some((address) => site.table.mayBeAt(address));
}

/** A relative path resolved against `<base href>`; undefined when the base is a template's or another site's. */
function againstBase(path: string, { facts, settings }: IndexedArticle): string | undefined {
  if (facts.base === undefined || path.startsWith("/")) return path;
  const base = /[{<$]/.test(facts.base) ? undefined : ownPath(facts.base, settings.site);
  if (base?.startsWith("/") !== true) return undefined;
  const joined = join(folderOf(splitReference(base).path), path);
  return joined === undefined ? undefined : `/${joined}${path.endsWith("/") ? "/" : ""}`;
}

/** The addresses a path may mean: a relative one, from each address of its article, and from the base of layouts. */
function addressesOf(path: string, facts: ArticleFacts, { site }: Scene): readonly string[] {
  if (path.startsWith("/")) return [normalise(path)];
  const routes = site.routesOf(facts.path);
  const base = site.router.base?.address;
  const pages = [...(routes?.addresses ?? []), ...(routes?.heldBack?.addresses ?? [])];
  const others = site.router.linkBases?.(facts) ?? [];
  const own = [...(base === undefined ? [] : [base]), ...pages, ...others];
  const isFolder = /(?:^|\/)\.{0,2}$/.test(path);
  const joined = own.flatMap((address) => join(folderOf(address), path) ?? []);
  return [...new Set(joined.map((one) => normalise(isFolder && one !== "" ? `${one}/` : one)))];
}

function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}

/**
 * Whether a rule for any address certainly shows something. The home page in place of a lost one, as an app shows it, is
 * not what the reader looks for.
 */
function shows(to: string, from: IndexedArticle, scene: Scene): boolean {
  const url = ownPath(to, from.settings.site);
  if (url === undefined) return false;
  const rooted = normalise(percentDecoded(splitReference(url).path).normalize("NFC"));
  if (HOME.test(rooted)) return false;
  return (
    new Search(from, scene, rooted).find([rooted]).resolution !== undefined ||
    scene.site.router.generates(rooted) === "yes"
  );
}

/** Where redirects lead from an address; undefined when there are none. */
function follow(
  addresses: readonly string[],
  from: IndexedArticle,
  scene: Scene,
): Resolution | undefined {
  for (const address of addresses) {
    const redirects: RedirectStep[] = [];
    for (
      let step = scene.site.redirects.lookup(address);
      step !== undefined && redirects.length < MAXIMUM_REDIRECTS;
      step = scene.site.redirects.lookup(splitReference(step.to).path)
    ) {
      if (redirects.some(({ from: asked }) => asked === step?.from)) break;
      // What holds for any address says nothing of where another redirect led, unless it shows a page there.
      if (step.vouchesForNone === true && redirects.length > 0) {
        if (step.status !== 200 || !shows(step.to, from, scene)) break;
      }
      redirects.push(step);
      // What is shown in an address' place is not asked for anew.
      if (step.status === 200) break;
    }
    const last = redirects.at(-1);
    if (last === undefined) continue;
    if (isCircle(redirects)) {
      return redirects.some(({ conditional }) => conditional === true)
        ? { verdict: "unknown", reason: "unsupported" }
        : { verdict: "absent", tried: [], nearest: undefined, redirects };
    }
    const isVague = redirects.some(({ vouchesForNone }) => vouchesForNone === true);
    const url = ownPath(last.to, from.settings.site);
    if (url === undefined && isVague) continue;
    if (url === undefined) return { verdict: "redirected-away", redirects };
    const { path, fragment } = splitReference(url);
    const rooted = normalise(percentDecoded(path).normalize("NFC"));
    const found = new Search(from, scene, rooted).find([rooted]).resolution;
    if (isVague && !shows(last.to, from, scene)) continue;
    if (found?.verdict === "article" || found?.verdict === "asset")
      return { ...found, fragment, redirects };
    if (found !== undefined || scene.site.router.generates(rooted) !== "no")
      return { verdict: "generated", address: rooted, redirects };
    // Hosts show what the build wrote at an address before they rewrite it.
    if (
      redirects.length === 1 &&
      last.status === 200 &&
      scene.site.router.generates(address) !== "no"
    )
      continue;
    if (!from.settings.site.complete) return { verdict: "unknown", reason: "incomplete" };
    // Of several targets that are tried, another one may be there.
    if (redirects.some(({ conditional }) => conditional === true))
      return { verdict: "unknown", reason: "unsupported" };
    if (scene.site.built === undefined && scene.site.table.mayBeAt(rooted))
      return { verdict: "unknown", reason: "unsupported" };
    return {
      verdict: "absent",
      tried: [rooted],
      nearest: undefined,
      nearestAddress: nearestAddress(rooted, scene.site.table),
      redirects,
    };
  }
  return undefined;
}

/** The reference's own fragment wins over one that a redirect names (RFC 9110 §10.2.2). */
function withFragment(resolution: Resolution, fragment: string | undefined): Resolution {
  switch (resolution.verdict) {
    case "article":
    case "asset":
      return { ...resolution, fragment: fragment ?? resolution.fragment };
    case "generated":
      return fragment === undefined ? resolution : { ...resolution, fragment };
    default:
      return resolution;
  }
}
