import { cInt, cText } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { type ObjectRow, objectByName, objectByNid, objectByOid } from './object-table.ts';
import { noneOr } from './repr.ts';

const methods = {
  new: { name: '_ASN1Object.__new__', language: 'Python', parameters: ['oid'] },
  fromnid: { name: '_ASN1Object.fromnid', language: 'Python', parameters: ['nid'] },
  fromname: { name: '_ASN1Object.fromname', language: 'Python', parameters: ['name'] },
} as const satisfies Record<string, Signature>;

/** ASN.1 object identifier lookup, by number, by OpenSSL's NID, or by name. */
export class _ASN1Object implements ObjectRow {
  /** OpenSSL's number for it. */
  readonly nid: number;
  readonly shortname: string;
  readonly longname: string;
  /** `null` for what OpenSSL numbers and names, and nobody has identified. */
  readonly oid: string | null;

  /** By dotted number. */
  constructor(oid: string);
  constructor(keywords: { readonly oid: string });
  constructor(...args: readonly unknown[]) {
    const row = args[0] instanceof Row ? args[0].row : byNumber(text(bind(methods.new, args)[0]));
    this.nid = row.nid;
    this.shortname = row.shortname;
    this.longname = row.longname;
    this.oid = row.oid;
  }

  /** By OpenSSL's numeric ID. */
  static fromnid(nid: number): _ASN1Object;
  static fromnid(keywords: { readonly nid: number }): _ASN1Object;
  static fromnid(...args: readonly unknown[]): _ASN1Object {
    const number = cInt(bind(methods.fromnid, args)[0]);
    if (number < 0) throw new ValueError('NID must be positive.');
    if (number === UNDEFINED) throw new ValueError('Unknown object');
    const row = objectByNid(number);
    if (row === undefined) throw new ValueError(`unknown NID ${number}`);
    return made(row);
  }

  /** By short name, long name, or dotted number. */
  static fromname(name: string): _ASN1Object;
  static fromname(keywords: { readonly name: string }): _ASN1Object;
  static fromname(...args: readonly unknown[]): _ASN1Object {
    const name = text(bind(methods.fromname, args)[0]);
    return made(objectByName(name) ?? byNumber(name));
  }
}

/** A row on its way into an object, which a caller cannot make. */
class Row {
  readonly row: ObjectRow;
  constructor(row: ObjectRow) {
    this.row = row;
  }
}

function made(row: ObjectRow): _ASN1Object {
  return Reflect.construct(_ASN1Object, [new Row(row)]);
}

/** OpenSSL's number for what has no identifier. */
const UNDEFINED = 0;

function text(value: unknown): string {
  if (typeof value !== 'string')
    throw new TypeError(`txt2obj() argument 'txt' must be str, not ${noneOr(value)}`);
  return cText(value);
}

/** An identifier need not be known to be one; then OpenSSL has no object for it. */
function byNumber(name: string): ObjectRow {
  const oid = canonical(name);
  if (oid === undefined) throw new ValueError(`unknown object '${name.slice(0, 100)}'`);
  const row = objectByOid(oid);
  if (row === undefined) throw new ValueError('Unknown object');
  return row;
}

/** What OpenSSL reads (`a2d_ASN1_OBJECT`): dots or spaces between the arcs, zeros before them, 0 for an empty one. */
function canonical(name: string): string | undefined {
  if (name.length > MAX_OID_TEXT || !/^[0-2][. ][\d. ]*$/.test(name)) return undefined;
  const arcs = name.replace(/[. ]$/, '').split(/[. ]/);
  const [first, second, ...rest] = arcs.map((arc) => arc.replace(/^0+(?=.)/, '') || '0');
  // X.690 section 8.19.4: the first two share a number, so below 2 there are forty.
  if (second === undefined || (first !== '2' && Number(second) >= 40)) return undefined;
  return [first, second, ...rest].join('.');
}

/** Longer than any identifier that is known, with zeros and all. */
const MAX_OID_TEXT = 1024;

/** What a context is to verify: servers, or clients. (Their rows stand here, so that loading reads no table.) */
export const Purpose = Object.freeze({
  SERVER_AUTH: Object.freeze(
    made({
      nid: 129,
      shortname: 'serverAuth',
      longname: 'TLS Web Server Authentication',
      oid: '1.3.6.1.5.5.7.3.1',
    }),
  ),
  CLIENT_AUTH: Object.freeze(
    made({
      nid: 130,
      shortname: 'clientAuth',
      longname: 'TLS Web Client Authentication',
      oid: '1.3.6.1.5.5.7.3.2',
    }),
  ),
});

/** Python compares them as the tuples that they are. */
export function samePurpose(one: _ASN1Object, other: _ASN1Object): boolean {
  return one.nid === other.nid && one.oid === other.oid;
}
