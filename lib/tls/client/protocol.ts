import { equal, latin1 } from '../../bytes/bytes.ts';
import { fault } from '../faults.ts';
import type { Settings } from '../settings.ts';

/** The protocol that a server has chosen: exactly one name, and one of ours (RFC 7301 section 3.1). */
export function selectedProtocol(
  settings: Settings,
  names: readonly Uint8Array[] | undefined,
): Uint8Array | undefined {
  if (names === undefined) return undefined;
  const [name] = names;
  if (names.length !== 1 || !settings.protocols.some((ours) => equal(ours, name)))
    throw fault('badProtocolName', latin1(name));
  return name.slice();
}
