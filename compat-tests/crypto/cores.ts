import { type CryptoProvider, native, portable } from '../../lib/crypto/index.ts';

/** Every core that this host has. */
export const cores: readonly CryptoProvider[] = native ? [portable, native] : [portable];

/** An entry that must be there. */
export function need<Name, Value>(map: ReadonlyMap<Name, Value>, name: Name): Value {
  const value = map.get(name);
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}
