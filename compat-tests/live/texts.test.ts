/** Dates and PEM with random mistakes in them, here and in CPython: which are read, for what, and how others are refused. */
import * as ssl from '../../lib/index.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import { compare } from './compare.ts';
import { bytes, call, type Value } from './transcript.ts';

const random = randomNumbers();
const below = (limit: number) => random() % limit;
const pick = <Item>(from: readonly Item[]): Item => from[below(from.length)];
/** The first, most of the time. */
const mostly = (right: string, ...wrong: readonly string[]) => (below(8) > 0 ? right : pick(wrong));

/** Spaces of Python and others, among them one of JavaScript's alone. */
const SPACES = ['', '  ', '\t', '\n', '\x1c', '\x1f', '\x85', '\xa0', '\u2003', '\u200b', '\ufeff'];
const DIGITS = ['0', '00', '000', '1', '١', '٢٣', '２', '𝟗', '²', '-1', '1.5', '61', '62', '99', ''];

function date(): string {
  const space = () => mostly(' ', ...SPACES);
  const colon = () => mostly(':', '', '::', ' :', ';');
  const number = (limit: number) =>
    mostly(
      pick([String(below(limit)), String(below(limit)).padStart(2, '0'), String(below(limit)).padStart(2)]),
      ...DIGITS,
    );
  const month = mostly(
    pick(['Jan', 'Feb', 'Apr', 'Jun', 'Sep', 'Dec']),
    ...['jUL', 'MAY', 'ſep', 'Sept', '', 'Jo'],
  );
  const year = mostly(
    String(1900 + below(200)),
    ...['0000', '0001', '9999', '10000', '999', '２０１８', '1969'],
  );
  const zone = mostly('GMT', 'gmt', 'UTC', '', 'GMTx', 'GMT ', 'ＧMT');
  const clock = number(24) + colon() + number(60) + colon() + number(62);
  return month + space() + number(32) + space() + clock + space() + year + space() + zone;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function pem(): string {
  const strange = ['=', '==', '=A=', '\r\n', ' ', '!', '-', '_', '\0', 'é', '\u0141', '\u{1f600}'];
  const text = Array.from({ length: below(70) }, () => mostly(ALPHABET[below(64)], ...strange)).join('');
  const header = mostly(ssl.PEM_HEADER, '', ` ${ssl.PEM_HEADER}`, ssl.PEM_HEADER.toLowerCase());
  const footer = mostly(ssl.PEM_FOOTER, '', `${ssl.PEM_FOOTER}x`, ssl.PEM_FOOTER.repeat(2));
  return header + mostly('\n', '') + text + pick(['', '=', '==', '\n']) + footer + pick(['\n', ...SPACES]);
}

const noise = (): Value =>
  bytes(String.fromCharCode(...Array.from({ length: below(200) }, () => below(256))));
const calls = (name: string, made: () => Value) =>
  Array.from({ length: 500 }, () => call(null, name, [made()]));

compare(
  {
    [`dates (seed ${seed})`]: calls('cert_time_to_seconds', date),
    [`PEM (seed ${seed})`]: calls('PEM_cert_to_DER_cert', pem),
    [`DER (seed ${seed})`]: calls('DER_cert_to_PEM_cert', noise),
  },
  [
    {
      pattern: /"raised":"ValueError","text":"([^"]+)"}\n.*"raised":"Error","text":"\1"/,
      reason: 'binascii.Error is a ValueError of a module that is not this one',
    },
  ],
);
