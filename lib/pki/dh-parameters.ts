/** Diffie-Hellman parameters as `openssl dhparam` and `openssl genpkey` write them. */
import { Fault } from '../bytes/fault.ts';
import { DerReader, tags } from './asn1/der.ts';
import { smallInteger, unsignedBytes } from './asn1/values.ts';
import type { PkiFaultName } from './faults.ts';
import { eachPemBlock } from './pem.ts';

export interface DhParameters {
  /** The prime, without leading zeros. */
  readonly p: Uint8Array;
  readonly g: Uint8Array;
  /** How many bits a private value has at the least, if the parameters say so: the length of `q`, or the one named. */
  readonly privateBits: number | undefined;
}

/** The first parameters in a PEM text, `undefined` if it has none; what stands behind them is not looked at. */
export function parseDhParameters(text: string): DhParameters | undefined {
  for (const { label, der } of eachPemBlock(text)) {
    const parse = FORMS[label];
    if (parse === undefined) continue;
    try {
      return parse(new DerReader(der).enter(tags.sequence));
    } catch (cause) {
      throw cause instanceof Fault
        ? new Fault<PkiFaultName>('malformedDhParameters', cause.detail, { cause })
        : cause;
    }
  }
  return undefined;
}

const FORMS: Readonly<Record<string, (inside: DerReader) => DhParameters>> = {
  /** PKCS #3 section 9. */
  'DH PARAMETERS': (inside) => {
    const p = unsignedBytes(inside.read(tags.integer));
    const g = unsignedBytes(inside.read(tags.integer));
    const length = inside.optional(tags.integer);
    inside.finish();
    return { p, g, privateBits: length === undefined ? undefined : smallInteger(length) };
  },
  /** X9.42, by RFC 3279 section 2.3.3. */
  'X9.42 DH PARAMETERS': (inside) => {
    const p = unsignedBytes(inside.read(tags.integer));
    const g = unsignedBytes(inside.read(tags.integer));
    const q = unsignedBytes(inside.read(tags.integer));
    inside.optional(tags.integer); // the cofactor
    inside.optional(tags.sequence); // how they were found
    inside.finish();
    return { p, g, privateBits: bitLength(q) };
  },
};

/** Of a number without leading zeros. */
export function bitLength(number: Uint8Array): number {
  return number.length === 0 ? 0 : number.length * 8 - (Math.clz32(number[0]) - 24);
}
