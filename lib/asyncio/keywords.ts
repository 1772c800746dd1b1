/** Calls with many keyword-only arguments: bound as Python binds them, and by their names again. */
import { bind, type Signature } from '../ssl/keywords.ts';

/** The arguments of a call by name, those that are there; of which types they are, the caller's overloads say. */
export function bindByName<Bound = Record<string, unknown>>(
  signature: Signature,
  args: readonly unknown[],
): Bound {
  const values = bind(signature, args);
  const names = [
    ...signature.parameters.map((parameter) => parameter.replace('?', '')),
    ...(signature.keywordOnly ?? []),
  ];
  const given = names.map((name, i) => [name, values[i]]).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Bound;
}
