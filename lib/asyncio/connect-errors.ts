import { OSError } from '../index.ts';
import { pythonError } from '../ssl/system-errors.ts';

/** Why there is no connection, in Python's words. Of the addresses of a host each has failed: one error if all alike. */
export function connectError(error: Error): Error {
  if (!(error instanceof AggregateError)) return pythonError(error) as Error;
  const each = error.errors.map((one) => pythonError(one) as Error);
  if (each.every(({ message }) => message === each[0].message)) return each[0];
  return new OSError(`Multiple exceptions: ${each.map(({ message }) => message).join(', ')}`);
}
