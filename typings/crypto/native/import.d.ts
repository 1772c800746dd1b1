/**
 * From numbers to key objects. What is a key and what is none is decided as the portable core decides it; then the
 * numbers cross into OpenSSL as JSON web keys (RFC 7518 section 6, RFC 8037), at half the price of SPKI.
 */
import type { KeyObject } from 'node:crypto';
import type { PrivateKeyParts, PublicKeyParts } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** `undefined` for what is no valid key. */
export declare function importPublic(node: NodeCryptoModule, parts: PublicKeyParts): KeyObject | undefined;
/** A private key object and the public numbers that belong to it; `undefined` for what is no valid key. */
export declare function importPrivate(node: NodeCryptoModule, parts: PrivateKeyParts): {
    readonly key: KeyObject;
    readonly publicParts: PublicKeyParts;
} | undefined;
