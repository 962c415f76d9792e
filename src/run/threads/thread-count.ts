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
 * How many threads there may be, as far as processors and free memory go. One processor is busy with reading, gathering and
 * collecting garbage: on two, two threads took as long as one for 2 600 articles.
 */
export function mostThreads(cores = availableParallelism(), free = freemem()): number {
  return Math.max(1, Math.min(cores - 1, MOST_THREADS, Math.floor(free / 2 / THREAD_BYTES)));
}
