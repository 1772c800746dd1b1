/** `server_hostname`: IDNA as Python's codec has it, and whether a name is an address. */
import type { PeerName } from '../pki/host-name.ts';
import { sslError } from './errors.ts';
import { AttributeError, UnicodeDecodeError, UnicodeEncodeError, ValueError } from './exceptions.ts';
import { typeName } from './repr.ts';

/** RFC 1035 section 2.3.4, and of IDNA 2003 (RFC 3490 section 4.1). */
const MAX_LABEL = 63;
/** RFC 6066 section 3 leaves more room, OpenSSL (`TLSEXT_MAXLEN_host_name`) does not. */
const MAX_HOST_NAME = 255;
/** OpenSSL's number for `SSL3_EXT_INVALID_SERVERNAME`. */
const INVALID_SERVERNAME = 319;

/** `SSLContext._encode_hostname`: an A-label in ASCII, or `null`. */
export function encodeHostName(name: unknown): string | null {
  if (name === null || name === undefined) return null;
  if (typeof name === 'string') return toAscii(name);
  if (name instanceof Uint8Array) return asciiText(name);
  throw new AttributeError(`'${typeName(name)}' object has no attribute 'decode'`);
}

/** What `_wrap_bio` asks of a name that is encoded. */
export function checkHostName(name: string): void {
  if (name === '' || name.startsWith('.'))
    throw new ValueError('server_hostname cannot be an empty string or start with a leading dot.');
  if (name.includes('\0')) throw new TypeError('argument must be encoded string without null bytes, not str');
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

/** Python's `idna` codec: IDNA 2003, label by label; a name in ASCII passes as it is, if its labels fit. */
function toAscii(name: string): string {
  if (/^[\0-\x7f]*$/.test(name)) {
    checkLabels(name, name.split('.'));
    return name;
  }
  const labels = name.split(/[.\u3002\uff0e\uff61]/);
  checkLabels(name, labels);
  return labels.map((label) => labelToAscii(label, name)).join('.');
}

function labelToAscii(label: string, name: string): string {
  if (/^[\0-\x7f]*$/.test(label)) return label;
  const prepared = mapLabel(label);
  if (prepared === '') throw encodeError(name, 0, 0, 'label empty');
  if (/^[\0-\x7f]*$/.test(prepared)) return prepared;
  if (prepared.startsWith('xn--'))
    throw encodeError(name, 0, label.length - 1, 'Label starts with ACE prefix');
  const encoded = `xn--${punycode(prepared)}`;
  if (encoded.length > MAX_LABEL) throw encodeError(name, 0, name.length - 1, 'label too long');
  return encoded;
}

/** Nameprep's mapping (RFC 3491 section 3): what is nothing goes, cases fold, compatibility forms compose. */
function mapLabel(label: string): string {
  return label
    .replace(/\u034f|\u00ad|\u1806|[\u180b-\u180d]|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/g, '')
    .replaceAll('\u00df', 'ss')
    .replaceAll('\u03c2', '\u03c3')
    .toLowerCase()
    .normalize('NFKC');
}

function checkLabels(name: string, labels: readonly string[]): void {
  let at = 0;
  for (const [index, label] of labels.entries()) {
    const isRoot = index === labels.length - 1 && label === '' && index > 0; // a trailing dot
    if (label === '' && !isRoot && name !== '') throw encodeError(name, at, at, 'label empty');
    if (label.length > MAX_LABEL) throw encodeError(name, at, at + label.length - 1, 'label too long');
    at += label.length + 1;
  }
}

function encodeError(name: string, from: number, to: number, reason: string): UnicodeEncodeError {
  const where =
    from === to
      ? `character '\\x${name.charCodeAt(from).toString(16).padStart(2, '0')}' in position ${from}`
      : `characters in position ${from}-${to}`;
  return new UnicodeEncodeError(`'idna' codec can't encode ${where}: ${reason}`);
}

/** RFC 3492 section 6.3. */
function punycode(label: string): string {
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0);
  let output = points
    .filter((point) => point < 0x80)
    .map((point) => String.fromCharCode(point))
    .join('');
  const basic = output.length;
  if (basic > 0) output += '-';
  let bias = 72;
  let delta = 0;
  let last = 0x80;
  let handled = basic;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= last));
    delta += (next - last) * (handled + 1);
    last = next;
    for (const point of points) {
      if (point < last) delta++;
      if (point !== last) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    last++;
  }
  return output;
}

const BASE = 36;
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function variableLength(delta: number, bias: number): string {
  let output = '';
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
    if (rest < threshold) return output + DIGITS[rest];
    output += DIGITS[threshold + ((rest - threshold) % (BASE - threshold))];
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** RFC 3492 section 6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
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
