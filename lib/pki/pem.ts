import { Fault } from '../bytes/fault.ts';
import type { PkiFaultName } from './faults.ts';

/** One `-----BEGIN ...-----` block. */
export interface PemBlock {
  /** `CERTIFICATE`, `EC PRIVATE KEY`, ... */
  readonly label: string;
  /** RFC 1421 headers; encrypted keys of the old kind carry two. */
  readonly headers: ReadonlyMap<string, string>;
  readonly der: Uint8Array;
}

/**
 * The blocks of a PEM text, in order (RFC 7468, its lax grammar): what stands around them is explanation, and any
 * white space within the base64 is none of our business. A block that never ends or whose inside is no base64 is a
 * fault, since it was meant to be something.
 */
export function pemBlocks(text: string): PemBlock[] {
  return [...eachPemBlock(text)];
}

/** The same one by one, for whoever keeps those that stand before a fault. */
export function* eachPemBlock(text: string): Generator<PemBlock, void, undefined> {
  let label: string | undefined;
  let body: string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const border = line.startsWith('-----') ? BORDER.exec(line) : null;
    if (label === undefined) {
      if (border?.[1] === 'BEGIN') {
        label = border[2];
        body = [];
      }
    } else if (border === null) {
      body.push(line);
    } else {
      if (border[1] !== 'END' || border[2] !== label) throw fault('pemWithoutEnd', label);
      yield blockOf(label, body);
      label = undefined;
    }
  }
  if (label !== undefined) throw fault('pemWithoutEnd', label);
}

/** A block with lines of 64 characters (RFC 7468 section 2). */
export function pemEncode(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

const BORDER = /^-----(BEGIN|END) ([^-]*(?:-[^-]+)*)-----$/;

function blockOf(label: string, lines: readonly string[]): PemBlock {
  const headers = new Map<string, string>();
  let at = 0;
  if (lines.length > 0 && lines[0].includes(':')) {
    for (; at < lines.length && lines[at] !== ''; at++) {
      const colon = lines[at].indexOf(':');
      if (colon === -1) throw fault('pemHeader', label);
      headers.set(lines[at].slice(0, colon).trim(), lines[at].slice(colon + 1).trim());
    }
  }
  const der = fromBase64(lines.slice(at).join(''));
  if (der === undefined) throw fault('pemBase64', label);
  return { label, headers, der };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(0xff);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** `undefined` for a foreign character, missing padding, or anything behind it. */
function fromBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[ \t\r]+/g, '');
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  if (compact.length % 4 !== 0) return undefined;
  const bytes = new Uint8Array((compact.length / 4) * 3 - padding);
  let group = 0;
  let at = 0;
  for (let i = 0; i < compact.length - padding; i++) {
    const code = compact.charCodeAt(i);
    const value = code < 128 ? VALUES[code] : 0xff;
    if (value === 0xff) return undefined;
    group = (group << 6) | value;
    if ((i & 3) === 3) {
      bytes[at++] = group >> 16;
      bytes[at++] = group >> 8;
      bytes[at++] = group;
      group = 0;
    }
  }
  if (padding === 1) {
    bytes[at++] = group >> 10;
    bytes[at] = group >> 2;
  } else if (padding === 2) {
    bytes[at] = group >> 4;
  }
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18] + ALPHABET[(group >> 12) & 63];
    text += i + 1 < bytes.length ? ALPHABET[(group >> 6) & 63] : '=';
    text += i + 2 < bytes.length ? ALPHABET[group & 63] : '=';
  }
  return text;
}

function fault(name: PkiFaultName, label: string): Fault<PkiFaultName> {
  return new Fault(name, label);
}
