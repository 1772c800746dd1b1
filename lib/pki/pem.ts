import { Fault } from '../bytes/fault.ts';
import type { PkiFaultName } from './faults.ts';

/** One `-----BEGIN ...-----` block. */
export interface PemBlock {
  /** `CERTIFICATE`, `EC PRIVATE KEY`, ... */
  readonly label: string;
  /** What stands before an empty line; encrypted keys of the old kind have two headers there (RFC 1421). */
  readonly header: string;
  readonly der: Uint8Array;
}

/** Labels of a certificate, today's and one of old. */
export const PLAIN_LABELS: ReadonlySet<string> = new Set(['CERTIFICATE', 'X509 CERTIFICATE']);
/** The label of a certificate with OpenSSL's notes on what it is trusted for. */
export const TRUSTED = 'TRUSTED CERTIFICATE';

/** The blocks of a PEM text, in order. One that cannot be read is a fault, since it was meant to be something. */
export function pemBlocks(text: string): PemBlock[] {
  return [...eachPemBlock(text)];
}

/**
 * The same one by one, for whoever keeps those that stand before a fault, or needs no more. They are read line by line
 * as OpenSSL does (`PEM_read_bio`), which takes less and more than RFC 7468's grammar: explanation may stand around
 * the blocks, and what is behind the text of a line is nothing; but a line in its middle must not be empty. Where it
 * looks for a key, OpenSSL passes over blocks without anything in them.
 */
export function* eachPemBlock(
  text: string,
  empty: 'refused' | 'passed over' = 'refused',
): Generator<PemBlock, void, undefined> {
  const lines = linesOf(text);
  let isFirst = true;
  for (const { line } of lines) {
    const border = isFirst ? line.replace(MARK, '') : line;
    isFirst = false;
    if (!isBegin(border)) continue;
    const block = readBlock(border.slice(BEGIN.length, -BORDER.length), lines);
    if (block.der.length > 0) yield block;
    else if (empty === 'refused') throw fault('pemWithoutWord', block.label);
    isFirst = true;
  }
}

function isBegin(line: string): boolean {
  return line.startsWith(BEGIN) && line.endsWith(BORDER) && line.length >= BEGIN.length + BORDER.length;
}

/** What a block holds that nothing was said of: the headers of an encrypted one would mean that it is sealed. */
export function plainDer({ label, header, der }: PemBlock): Uint8Array {
  if (header !== '') throw fault('pemHeader', label);
  return der;
}

/** A block with lines of 64 characters (RFC 7468 section 2). */
export function pemEncode(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const BORDER = '-----';
/** OpenSSL reads no more at once; what is behind comes as if it were the next line. */
const MAX_LINE = 254;
/** How long lines are behind a header, where all but the last have the same length. */
const LINE = 64;

interface Line {
  readonly line: string;
  /** Whether the line that it belongs to begins here. */
  readonly isFirst: boolean;
}

/** Lines without what is behind their text: spaces, control characters, and what is not ASCII. */
function* linesOf(text: string): Generator<Line, void, undefined> {
  let at = 0;
  let isFirst = true;
  while (at < text.length && text[at] !== '\0') {
    const end = text.indexOf('\n', at);
    const next = Math.min(end === -1 ? text.length : end + 1, at + MAX_LINE);
    const [line] = text.slice(at, next).split('\0', 1);
    yield { line: line.replace(BEHIND, ''), isFirst };
    isFirst = line.endsWith('\n') || next - at < MAX_LINE;
    at = next;
  }
}

/** A byte order mark, as text or as the bytes of UTF-8; OpenSSL looks for it behind every block. */
const MARK = /^(?:\xef\xbb\xbf|\ufeff)/;
const BEHIND = /[^!-\x7f]+$/;

/** `lines` stand behind the first line of the block, and are left behind its last. */
function readBlock(label: string, lines: Iterator<Line>): PemBlock {
  let header: string | undefined;
  let body: string[] = [];
  let isShort = false;
  for (;;) {
    const { value, done } = lines.next();
    if (done) throw fault('pemWithoutEnd', label);
    const { line, isFirst } = value;
    if (line === '' && isFirst) {
      if (header !== undefined) throw fault('pemWithoutEnd', label);
      header = body.join('\n');
      body = [];
    } else if (line.startsWith(END)) {
      if (line !== END + label + BORDER) throw fault('pemWithoutEnd', label);
      break;
    } else if (line !== '') {
      if (isShort) throw fault('pemWithoutEnd', label);
      if (header !== undefined && line.length > LINE) throw fault('pemWithoutWord', label);
      isShort = header !== undefined && line.length < LINE;
      body.push(line);
    }
  }
  // Headers without an empty line behind them are all there is.
  if (header === undefined && body.some((line) => line.includes(':'))) [header, body] = [body.join('\n'), []];
  const der = fromBase64(body.join(''));
  if (der === undefined) throw fault('pemBase64', label);
  return { label, header: header ?? '', der };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(0xff);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** `undefined` for a foreign character, missing padding, or anything behind it. */
function fromBase64(text: string): Uint8Array | undefined {
  const [data] = text.split('-', 1); // where OpenSSL sees the end
  const compact = data.replace(/[ \t\r]+/g, '');
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
