import layoutFragments from "./layout-fragments.json" with { type: "json" };

const LAYOUT: ReadonlySet<string> = new Set(layoutFragments);

/**
 * Whether a fragment needs no target in the article's own text: `#top` (HTML §7.4.6.3), text fragments,
 * lines of a code view, routes of a script, and what layouts usually provide.
 */
export function needsNoTarget(fragment: string): boolean {
  return (
    fragment === "" ||
    LAYOUT.has(fragment.toLowerCase()) ||
    fragment.includes(":~:") ||
    /^L\d+(?:-L?\d+)?$/.test(fragment) ||
    /^[!/]/.test(fragment)
  );
}
