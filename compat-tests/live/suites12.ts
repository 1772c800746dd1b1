/** Every key exchange of TLS 1.2 with every family of ciphers that it has, by OpenSSL's names. */
import type { SharedKey } from '../tools/peers.ts';

/** A suite that both sides are held to, and what it takes. */
export interface HeldTo {
  readonly suite: string;
  /** CBC only: neither side speaks of encrypt_then_mac. */
  readonly macInside?: boolean;
  readonly sharedKey?: SharedKey;
  /** What the server presents, where that is not `p256.pem`. */
  readonly present?: string;
  /** The server's group for DHE. */
  readonly dhParameters?: string;
}

const GCM = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384'];
const CCM = ['AES128-CCM', 'AES256-CCM8'];
const CHACHA20 = ['CHACHA20-POLY1305'];
const CBC = ['AES128-SHA'];
const CBC_SHA256 = ['AES256-SHA256'];
const CBC_SHA384 = ['AES128-SHA256', 'AES256-SHA384'];
const CBC_PSK = ['AES128-CBC-SHA', 'AES128-CBC-SHA256', 'AES256-CBC-SHA384'];

const sharedKey = { identity: 'a name', key: Uint8Array.from({ length: 48 }, (_, i) => i) };
const dhParameters = 'dh2048.pem';
const present = 'rsa2048.pem';

const exchanges: readonly (readonly [
  prefix: string,
  ciphers: readonly string[],
  takes: Omit<HeldTo, 'suite'>,
])[] = [
  ['ECDHE-ECDSA-', [...GCM, ...CCM, ...CHACHA20, ...CBC, ...CBC_SHA384], {}],
  ['ECDHE-RSA-', [...GCM, ...CHACHA20, ...CBC, ...CBC_SHA384], { present }],
  ['DHE-RSA-', [...GCM, ...CCM, ...CHACHA20, ...CBC, ...CBC_SHA256], { present, dhParameters }],
  ['', [...GCM, ...CCM, ...CBC, ...CBC_SHA256], { present }],
  ['PSK-', [...GCM, ...CCM, ...CHACHA20, ...CBC_PSK], { sharedKey }],
  ['DHE-PSK-', [...GCM, ...CCM, ...CHACHA20, ...CBC_PSK], { sharedKey, dhParameters }],
  ['ECDHE-PSK-', [...CHACHA20, ...CBC_PSK], { sharedKey }],
  ['RSA-PSK-', [...GCM, ...CHACHA20, ...CBC_PSK], { sharedKey, present }],
];

export const suites12: readonly HeldTo[] = exchanges.flatMap(([prefix, ciphers, takes]) =>
  ciphers.flatMap((cipher): HeldTo[] => {
    const held = { suite: prefix + cipher, ...takes };
    const isCbc = /SHA(?:256|384)?$/.test(cipher) && !cipher.includes('GCM');
    return isCbc ? [held, { ...held, macInside: true }] : [held];
  }),
);
