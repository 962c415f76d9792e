import { isCircle, type Redirect, type RedirectStep, type Redirects } from "../../../src/rules.js";

/** How many redirects are followed; browsers give up after twenty. */
const MAXIMUM = 20;

/** Where a redirect leads when all that follow are taken. */
export interface RedirectWalk {
  /** The redirects on the way, beginning with the one asked for. */
  readonly redirects: readonly Redirect[];
  readonly isCircle: boolean;
  /** In a circle: whether the redirect asked for is part of it and comes before the others. */
  readonly isFirst: boolean;
  readonly steps: readonly RedirectStep[];
  /** Where it ends. */
  readonly target: string;
}

/**
 * Follows a redirect from its own URL for as long as every reader is sent on: to a page, out of the site, to a
 * rewrite, to a redirect for some readers only, or in a circle. Undefined for one with placeholders or a rewrite.
 */
export function walkRedirects(
  table: Redirects,
  redirect: Redirect,
  pageAt: (address: string) => string | undefined,
): RedirectWalk | undefined {
  if (redirect.address === undefined || !isMove(redirect)) return undefined;
  const steps: RedirectStep[] = [];
  const redirects: Redirect[] = [];
  for (let address = redirect.address; redirects.length < MAXIMUM; ) {
    const next = table.redirectAt(address);
    const step = table.lookup(address);
    if (next === undefined || step === undefined || !isMove(next)) break;
    steps.push(step);
    redirects.push(next);
    const isOwn = next.article !== undefined && pageAt(address) === next.article;
    if (isOwn || isCircle(steps) || !step.to.startsWith("/")) break;
    [address = "/"] = step.to.split(/[?#]/, 1);
    if (pageAt(address) !== undefined) break;
  }
  const target = steps.at(-1)?.to;
  if (target === undefined) return undefined;
  const circle = isCircle(steps);
  return {
    redirects,
    isCircle: circle,
    isFirst: circle && isFirstOfCircle(table, redirects, target),
    steps,
    target,
  };
}

function isMove({ status, isConditional }: Redirect): boolean {
  return status >= 300 && status < 400 && !isConditional;
}

function isFirstOfCircle(
  table: Redirects,
  redirects: readonly Redirect[],
  target: string,
): boolean {
  const [address = "/"] = target.split(/[?#]/, 1);
  // The circle closes at its first member when the walk began inside of it.
  if (table.redirectAt(address) !== redirects[0]) return false;
  return redirects.every(({ order }) => order >= (redirects[0]?.order ?? order));
}
