/** Python's `idna` codec, as it encodes: IDNA 2003 (RFC 3490), with Python's words for what cannot be encoded. */
import type { UnicodeEncodeError } from './exceptions.ts';
import { type LabelFault, nameprep } from './nameprep.ts';
import { encodeError } from './unicode-errors.ts';

/** RFC 1035 section 2.3.4, and of IDNA 2003 (RFC 3490 section 4.1). */
const MAX_LABEL = 63;

/** A name in ASCII. One that is in ASCII already passes as it is, if its labels fit. */
export function encodeIdna(name: string): string {
  if (ASCII.test(name)) {
    checkLabels(name);
    return name;
  }
  const labels = name.split(DOTS).map((label) => Array.from(label));
  const dot = labels.at(-1)?.length === 0 ? '.' : '';
  if (dot !== '') labels.pop();
  let at = 0;
  const encoded = labels.map((label) => {
    const answer = toAscii(label);
    if (typeof answer !== 'string') throw idnaError(name, at + answer.from, at + answer.to, answer.reason);
    at += label.length + 1;
    return answer;
  });
  return encoded.join('.') + dot;
}

const ASCII = /^[\0-\x7f]*$/;
/** RFC 3490 section 3.1. */
const DOTS = /[.\u3002\uff0e\uff61]/;

/** Every label but the last has to have something in it. */
function checkLabels(name: string): void {
  if (name === '') return;
  const labels = name.split('.').map((label, index, all) => ({ label, isLast: index === all.length - 1 }));
  for (const wrong of ['empty', 'long']) {
    let at = 0;
    for (const { label, isLast } of labels) {
      if (wrong === 'empty' && label === '' && !isLast) throw idnaError(name, at, at + 1, 'label empty');
      if (wrong === 'long' && label.length > MAX_LABEL)
        throw idnaError(name, at, at + label.length, 'label too long');
      at += label.length + 1;
    }
  }
}

/** RFC 3490 section 4.1. */
function toAscii(label: readonly string[]): string | LabelFault {
  if (ASCII.test(label.join(''))) return fitting(label);
  const prepared = nameprep(label);
  if ('reason' in prepared) return prepared;
  const text = prepared.join('');
  if (ASCII.test(text)) return fitting(prepared);
  if (text.toLowerCase().startsWith(PREFIX))
    return { from: 0, to: PREFIX.length, reason: 'Label starts with ACE prefix' };
  // Each character takes one at the least.
  const encoded = prepared.length > MAX_LABEL ? undefined : PREFIX + punycode(prepared);
  if (encoded === undefined || encoded.length > MAX_LABEL)
    return { from: 0, to: prepared.length, reason: 'label too long' };
  return encoded;
}

const PREFIX = 'xn--';

function fitting(label: readonly string[]): string | LabelFault {
  if (label.length === 0) return { from: 0, to: 1, reason: 'label empty' };
  if (label.length > MAX_LABEL) return { from: 0, to: label.length, reason: 'label too long' };
  return label.join('');
}

function idnaError(name: string, from: number, to: number, reason: string): UnicodeEncodeError {
  return encodeError('idna', Array.from(name), from, to, reason);
}

/** RFC 3492 section 6.3. */
function punycode(label: readonly string[]): string {
  const points = label.map((char) => char.codePointAt(0) ?? 0);
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
