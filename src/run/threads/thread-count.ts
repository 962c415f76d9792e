import { availableParallelism, freemem } from "node:os";

/** Memory that a thread takes with its articles, in bytes. */
const THREAD_BYTES = 300 * 1024 * 1024;

/** Beyond this number the thread that reads and gathers has no time left for another. */
const MOST_THREADS = 16;

/**
 * Text that each thread must have to check, in UTF-16 units: each start takes up to two seconds of a processor, until the code
 * of all rules is compiled again, which is as long as a million units take.
 */
export const WORTH_A_THREAD = 2_500_000;

/**
 * How many threads there may be, as far as processors and free memory go. The thread that reads and gathers leaves a
 * processor free for half of the time: with two processors it is worth a thread (14 and 19 million units took 17 and 15 s
 * in two threads, 20 s in one), with more of them it is busy all the time.
 */
export function mostThreads(cores = availableParallelism(), free = freemem()): number {
  const checking = cores === 2 ? 2 : cores - 1;
  return Math.max(1, Math.min(checking, MOST_THREADS, Math.floor(free / 2 / THREAD_BYTES)));
}
