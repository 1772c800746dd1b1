import { cInt } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { type ObjectRow, objectRows } from './object-names.ts';
import { noneOr } from './repr.ts';

/** ASN.1 object identifier lookup, by number, by OpenSSL's NID, or by name. */
export class _ASN1Object implements ObjectRow {
  readonly nid: number;
  readonly shortname: string;
  readonly longname: string;
  readonly oid: string;

  /** By dotted number. */
  constructor(oid: string) {
    const row = rowOf(oid, (each) => each.oid === text(oid));
    this.nid = row.nid;
    this.shortname = row.shortname;
    this.longname = row.longname;
    this.oid = row.oid;
  }

  /** By OpenSSL's numeric ID. */
  static fromnid(nid: number): _ASN1Object {
    const number = cInt(nid);
    if (number < 0) throw new ValueError('NID must be positive.');
    if (number === UNDEFINED) throw new ValueError('Unknown object');
    const row = objectRows.find((each) => each.nid === number);
    if (row === undefined) throw new ValueError(`unknown NID ${number}`);
    return new _ASN1Object(row.oid);
  }

  /** By short name, long name, or dotted number. */
  static fromname(name: string): _ASN1Object {
    const names = text(name);
    const row = rowOf(name, ({ shortname, longname, oid }) => [shortname, longname, oid].includes(names));
    return new _ASN1Object(row.oid);
  }
}

/** OpenSSL's number for what has no identifier. */
const UNDEFINED = 0;

function text(value: unknown): string {
  if (typeof value !== 'string')
    throw new TypeError(`txt2obj() argument 'txt' must be str, not ${noneOr(value)}`);
  if (value.includes('\0')) throw new ValueError('embedded null character');
  return value;
}

function rowOf(name: string, test: (row: ObjectRow) => boolean): ObjectRow {
  text(name);
  const row = objectRows.find(test);
  if (row === undefined) throw new ValueError(`unknown object '${name.slice(0, 100)}'`);
  return row;
}

/** What a context is to verify: servers, or clients. */
export const Purpose = Object.freeze({
  SERVER_AUTH: Object.freeze(new _ASN1Object('1.3.6.1.5.5.7.3.1')),
  CLIENT_AUTH: Object.freeze(new _ASN1Object('1.3.6.1.5.5.7.3.2')),
});

/** Python compares them as the tuples that they are. */
export function samePurpose(one: _ASN1Object, other: _ASN1Object): boolean {
  return one.nid === other.nid && one.oid === other.oid;
}
