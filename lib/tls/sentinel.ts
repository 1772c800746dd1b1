/**
 * RFC 8446 section 4.1.3: a server of TLS 1.3 that has to speak an older version says so in the last bytes of its
 * random, where nobody on the way can change it unnoticed.
 */
import { equal, fromHex } from '../bytes/bytes.ts';

/** "DOWNGRD" and one byte for the version spoken. */
const TO_TLS12 = fromHex('444f574e47524401');
const TO_TLS11_OR_BELOW = fromHex('444f574e47524400');

/** A server's random, where it could have spoken TLS 1.3 and has to speak TLS 1.2. */
export function markDowngraded(random: Uint8Array): void {
  random.set(TO_TLS12, random.length - TO_TLS12.length);
}

/** Whether a server's random says that it could have spoken TLS 1.3. */
export function isDowngraded(random: Uint8Array): boolean {
  const end = random.subarray(24);
  return equal(end, TO_TLS12) || equal(end, TO_TLS11_OR_BELOW);
}
