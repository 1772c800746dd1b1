import { AttributeError, ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { intOf, SPACE } from './python-text.ts';
import { repr, typeName } from './repr.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORMAT = ' %d %H:%M:%S %Y GMT';
/** What `time.strptime` reads for that format: spaces and digits of any kind, where it does not say which. */
const PATTERN = new RegExp(
  String.raw`^\s+(3[01]|[12]\d|0[1-9]|[1-9]| [1-9])\s+(2[0-3]|[01]\d|\d):([0-5]\d|\d):(6[01]|[0-5]\d|\d)\s+(\d{4})\s+GMT`
    .replaceAll(String.raw`\s`, `[${SPACE}]`)
    .replaceAll(String.raw`\d`, String.raw`\p{Nd}`),
  'iu',
);

const signature: Signature = { name: 'cert_time_to_seconds', language: 'Python', parameters: ['cert_time'] };

/**
 * Return the time in seconds since the Epoch, given the timestring representing the "notBefore" or "notAfter" date
 * from a certificate in `"%b %d %H:%M:%S %Y %Z"` strptime format (C locale).
 */
export function cert_time_to_seconds(cert_time: string): number;
export function cert_time_to_seconds(keywords: { readonly cert_time: string }): number;
export function cert_time_to_seconds(...args: readonly unknown[]): number {
  const [text] = bind(signature, args);
  if (text instanceof Uint8Array) throw notTime(text); // it has a `title()` as well, but is no month
  if (Array.isArray(text)) throw new AttributeError("'list' object has no attribute 'title'");
  if (typeof text !== 'string') throw new TypeError(`'${typeName(text)}' object is not subscriptable`);
  const month = MONTHS.indexOf(text.slice(0, 1).toUpperCase() + text.slice(1, 3).toLowerCase());
  if (month === -1) throw notTime(text);
  const rest = text.slice(3);
  const found = PATTERN.exec(rest);
  if (found === null) throw new ValueError(`time data ${repr(rest)} does not match format ${repr(FORMAT)}`);
  if (found[0].length < rest.length)
    throw new ValueError(`unconverted data remains: ${rest.slice(found[0].length)}`);
  const [day, hour, minute, second, year] = found.slice(1).map((digits) => intOf(digits.trim()));
  if (year === 0) throw new ValueError('year 0 is out of range');
  // `calendar.timegm`: a day or second too many runs over into the next.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() / 1000;
}

function notTime(given: string | Uint8Array): ValueError {
  return new ValueError(`time data ${repr(given)} does not match format "%b${FORMAT}"`);
}
