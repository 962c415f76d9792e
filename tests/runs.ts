/** How often a property is tried: `count` times, and many times more in `npm run test:all`. */
export function runs(count: number): number {
  return count * Number(process.env.RUNS ?? 1);
}
