import type { Belief, IndexedArticle } from "../contract.js";
import type { Scene } from "../scene.js";
import { Search } from "../search.js";

/** What copydesk believes of an address of the site that an article belongs to. */
export function believedAt(address: string, from: IndexedArticle, scene: Scene): Belief {
  const { resolution } = new Search(from, scene, address, "address").find([address]);
  if (resolution?.verdict === "article") return "article";
  if (resolution?.verdict === "asset") return "file";
  const { redirects, router, table } = scene.site;
  const generation = router.generates(address);
  if (resolution !== undefined || generation === "yes" || address === "/") return "page";
  if (redirects.lookup(address) !== undefined) return "redirect";
  return generation === "maybe" || table.mayBeAt(address) ? "maybe" : "nothing";
}
