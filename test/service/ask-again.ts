/** What a client does with a 503, which says that the index had no time and nothing of what it holds: asks the same again. */
import { setTimeout as pause } from 'node:timers/promises';

/** More often than this is never told so where all is well, however busy the machine. */
const mostTries = 40;
/** Milliseconds; at random up to here, so that many who were told so at once do not come back at once. */
const longestPause = 500;

/** Calls until the answer is another one; `onAgain` hears of each time that it was not. What is not there, of a process that died, is an answer. */
export async function askUntilAnswered<T extends { readonly status: number } | undefined>(
  call: () => Promise<T>,
  onAgain: () => void = () => undefined,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const answer = await call();
    if (answer?.status !== 503 || tries === mostTries) return answer;
    onAgain();
    await pause(Math.random() * longestPause);
  }
}
