/**
 * Callbacks that give pre-shared keys. What they return is Python's to judge, as in CPython: an empty key, or a name
 * or key that is too long, means that there is none; so does what is of the wrong type, and what is thrown, both of
 * which are reported, since there is nobody to raise them to. The handshake then goes on without a key.
 */
import { fromUtf8, utf8 } from '../bytes/bytes.ts';
import { warnIgnored } from '../host/warnings.ts';
import type { Settings, SharedKeys } from '../tls/settings.ts';
import { type BytesLike, bytesOf, cText } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { noneOr, typeName } from './repr.ts';
import { checkUtf8 } from './unicode-errors.ts';

/** Told the server's hint (`null`: there is none, as always in TLS 1.3); the name of the key, and the key. */
export type PskClientCallback = (hint: string | null) => readonly [identity: string | null, psk: BytesLike];
/** Told the name that the client gives its key (`null`: none); the key. */
export type PskServerCallback = (identity: string | null) => BytesLike;

/** OpenSSL's `PSK_MAX_IDENTITY_LEN`, of which CPython's buffer holds one less. */
const MAX_HINT_LENGTH = 256;
const MAX_IDENTITY_LENGTH = 255;
/** OpenSSL's `PSK_MAX_PSK_LEN`. */
const MAX_KEY_LENGTH = 512;

/** What the engine asks a client for. */
export function clientPsk(callback: PskClientCallback): NonNullable<Settings['pskClient']> {
  return (hint) =>
    orNone(() => {
      const said = textOf(hint);
      if (said === undefined) return undefined;
      const answer: unknown = callback(said);
      if (!Array.isArray(answer)) throw new TypeError(`expected a tuple, ${typeName(answer)} found`);
      if (answer.length !== 2)
        throw new TypeError(`function takes exactly 2 arguments (${answer.length} given)`);
      const key = keyOf(answer[1], `a bytes-like object is required, not '${typeName(answer[1])}'`);
      const identity = identityOf(answer[0]);
      return key === undefined || identity.length > MAX_IDENTITY_LENGTH ? undefined : { identity, key };
    });
}

/** What the engine asks a server for. */
export function serverPsks(callback: PskServerCallback, hint: string | null): SharedKeys {
  return {
    hint: hint === null ? undefined : utf8(hint),
    find: (identity) =>
      orNone(() => {
        const name = textOf(identity);
        if (name === undefined || identity.length > MAX_IDENTITY_LENGTH) return undefined;
        const key: unknown = callback(name);
        return keyOf(key, `expected bytes, ${typeName(key)} found`);
      }),
  };
}

/** The hint of a server, which its clients see in TLS 1.2. */
export function identityHint(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string')
    throw new TypeError(
      `set_psk_server_callback() argument 'identity_hint' must be str or None, not ${noneOr(value)}`,
    );
  return cText(value);
}

/** Checked only where it will be used. */
export function checkHintLength(hint: string | null): void {
  if (hint !== null && utf8(hint).length > MAX_HINT_LENGTH)
    throw new ValueError('failed to set identity hint');
}

function orNone<T>(ask: () => T | undefined): T | undefined {
  try {
    return ask();
  } catch (error) {
    warnIgnored(error);
    return undefined;
  }
}

/** What a peer sends as a name, as text: `null` for none, `undefined` for what is no text and can be nobody's. */
function textOf(bytes: Uint8Array | undefined): string | null | undefined {
  if (bytes === undefined || bytes.length === 0) return null;
  if (bytes.includes(0)) return undefined;
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
}

function keyOf(value: unknown, complaint: string): Uint8Array | undefined {
  const key = bytesOf(value);
  if (key === undefined) throw new TypeError(complaint);
  return key.length === 0 || key.length > MAX_KEY_LENGTH ? undefined : key;
}

/** As far as a NUL, which is where a name in C ends. */
function identityOf(value: unknown): Uint8Array {
  if (value === null || value === undefined) return new Uint8Array(0);
  if (typeof value === 'string') checkUtf8(value);
  const bytes = typeof value === 'string' ? utf8(value) : bytesOf(value);
  if (bytes === undefined) throw new TypeError(`argument 1 must be str or None, not ${typeName(value)}`);
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
