/** `server_hostname`: what it is encoded as, what it may be, and whether it is an address. */
import type { PeerName } from '../pki/host-name.ts';
import { sslError } from './errors.ts';
import { AttributeError, UnicodeDecodeError, ValueError } from './exceptions.ts';
import { encodeIdna } from './idna.ts';
import { typeName } from './repr.ts';

/** RFC 6066 section 3 leaves more room, OpenSSL (`TLSEXT_MAXLEN_host_name`) does not. */
const MAX_HOST_NAME = 255;
/** OpenSSL's number for `SSL3_EXT_INVALID_SERVERNAME`. */
const INVALID_SERVERNAME = 319;

/** `SSLContext._encode_hostname`: an A-label in ASCII, or `null`. */
export function encodeHostName(name: unknown): string | null {
  if (name === null || name === undefined) return null;
  if (typeof name === 'string') return encodeIdna(name);
  if (name instanceof Uint8Array) return asciiText(name);
  throw new AttributeError(`'${typeName(name)}' object has no attribute 'decode'`);
}

/** How `_wrap_bio` takes a name that is encoded, before it looks at anything else. */
export function hostNameArgument(name: unknown): string | null {
  if (name === null || name === undefined) return null;
  if (typeof name === 'string' && name.includes('\0'))
    throw new TypeError('argument must be encoded string without null bytes, not str');
  return name as string;
}

/** What it then asks of it. */
export function checkHostName(name: string): void {
  if (name === '' || name.startsWith('.'))
    throw new ValueError('server_hostname cannot be an empty string or start with a leading dot.');
  if (name.length > MAX_HOST_NAME)
    throw sslError('SSL3_EXT_INVALID_SERVERNAME', { errno: INVALID_SERVERNAME });
}

function asciiText(bytes: Uint8Array): string {
  const at = bytes.findIndex((byte) => byte > 0x7f);
  if (at !== -1) {
    const byte = bytes[at].toString(16);
    throw new UnicodeDecodeError(
      `'ascii' codec can't decode byte 0x${byte} in position ${at}: ordinal not in range(128)`,
    );
  }
  return String.fromCharCode(...bytes.subarray(0, MAX_HOST_NAME + 1));
}

/** Whom a certificate has to be for: an address if the text is one, else a host. */
export function peerNameOf(name: string): PeerName {
  const address = ipv4(name) ?? ipv6(name);
  return address === undefined ? { kind: 'dns', name } : { kind: 'ip', address };
}

function ipv4(text: string): Uint8Array | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts?.every((part) => part < 256) ? Uint8Array.from(parts) : undefined;
}

/** RFC 4291 section 2.2. */
function ipv6(text: string): Uint8Array | undefined {
  if (!text.includes(':') || text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : groupsOf(half)));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const rest = tail ?? [];
  const length = head.length + rest.length;
  if (halves.length === 1 ? length !== 8 : length > 7) return undefined;
  const groups = [...head, ...Array<number>(8 - length).fill(0), ...rest];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

/** Groups of 16 bits; the last two may be an IPv4 address. */
function groupsOf(text: string): number[] | undefined {
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 ? ipv4(part) : undefined;
    if (embedded !== undefined) {
      groups.push(embedded[0] * 256 + embedded[1], embedded[2] * 256 + embedded[3]);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}
