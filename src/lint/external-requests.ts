import type { ExternalRequest } from "../rule/external.js";
import { factOf } from "./fact-of.js";
import type { SiteArticle } from "./site-article.js";

/** The external addresses that rules want to know of, each once per expectation, in order of the articles. */
export function externalRequests(articles: readonly SiteArticle[]): readonly ExternalRequest[] {
  const requests = new Map<string, ExternalRequest>();
  for (const { input, checked } of articles) {
    for (const { rule, options } of input.rules) {
      if (!rule.stages.online) continue;
      const { settings } = input;
      const { facts } = checked;
      const fact = factOf(rule, facts);
      for (const request of rule.online({ facts, fact, options, settings })) {
        requests.set(`${request.expects} ${request.url}`, request);
      }
    }
  }
  return [...requests.values()];
}
