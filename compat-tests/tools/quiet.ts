/**
 * Gives what must not happen the time to happen: what stays out has no event to wait for. A machine that is slow makes
 * such a test weaker, never wrong.
 */
export function quiet(milliseconds = 20): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
