import { createHash } from 'node:crypto';
import { fromLatin1, utf8 } from '../../lib/bytes/bytes.ts';
import type { PrivateKey, SignatureRecipe } from '../../lib/crypto/provider.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import {
  bitFlags,
  bitString,
  boolean,
  context,
  element,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  utf8String,
} from './der-writer.ts';
import { ipBytes } from './ip.ts';
import { subjectPublicKeyInfo } from './key-provider.ts';

/**
 * Makes certificates and revocation lists, right ones and wrong ones, out of any provider's keys:
 *
 *     const root = makeCertificate({ subject: 'CN=Root', key, extensions: authority(key) });
 *     const leaf = makeCertificate({ subject: 'CN=leaf', key: leafKey, issuer: root, extensions: [altNames('dns:a.example')] });
 */
export interface CertificateRequest {
  /** `CN=a, O=b`, first RDN first; `+` joins attributes in one RDN. */
  readonly subject: string;
  readonly key: PrivateKey;
  /** Absent: self-signed. */
  readonly issuer?: MadeCertificate;
  readonly serialNumber?: number;
  /** Seconds since 1970. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly version?: 1 | 2 | 3;
  /** DER of each Extension: see the functions below. */
  readonly extensions?: readonly Uint8Array[];
  readonly recipe?: SignatureRecipe;
  /** What it says of its signature, in both places, whatever that is. */
  readonly algorithm?: Uint8Array;
  readonly defects?: CertificateDefects;
}

/** What to get wrong. */
export interface CertificateDefects {
  /** The signature is over something else. */
  readonly badSignature?: boolean;
  /** An issuer name other than the issuer's. */
  readonly issuerName?: string;
  /** The subject's Name as it stands. */
  readonly subjectDer?: Uint8Array;
  /** The serial number as it stands. */
  readonly serial?: Uint8Array;
  /** An AlgorithmIdentifier in the signed part other than that outside. */
  readonly innerAlgorithm?: Uint8Array;
  /** SubjectPublicKeyInfo other than the key's. */
  readonly subjectPublicKeyInfo?: Uint8Array;
  /** What is signed, in other bytes. */
  readonly bend?: (tbs: Uint8Array) => Uint8Array;
  /** Validity as it stands, two times. */
  readonly validity?: readonly Uint8Array[];
}

export interface MadeCertificate {
  readonly der: Uint8Array;
  readonly pem: string;
  readonly subject: string;
  readonly key: PrivateKey;
  readonly serialNumber: number;
}

const YEAR_2020 = 1577836800;
const YEAR_2045 = 2366841600;

let nextSerial = 1;

export function makeCertificate(request: CertificateRequest): MadeCertificate {
  const { subject, key, issuer, defects = {}, extensions = [], version = 3 } = request;
  const signer = issuer?.key ?? key;
  const recipe = request.recipe ?? usualRecipe(signer);
  const algorithm = request.algorithm ?? algorithmIdentifier(recipe, signer);
  const serialNumber = request.serialNumber ?? nextSerial++;
  const tbs = sequence(
    ...(version === 1 ? [] : [context(0, 'constructed', integer(version - 1))]),
    defects.serial ?? integer(serialNumber),
    defects.innerAlgorithm ?? algorithm,
    nameDer(defects.issuerName ?? issuer?.subject ?? subject),
    sequence(
      ...(defects.validity ?? [time(request.notBefore ?? YEAR_2020), time(request.notAfter ?? YEAR_2045)]),
    ),
    defects.subjectDer ?? nameDer(subject),
    defects.subjectPublicKeyInfo ?? subjectPublicKeyInfo(key.publicKey.parts),
    ...(extensions.length === 0 ? [] : [context(3, 'constructed', sequence(...extensions))]),
  );
  const der = signed(defects.bend?.(tbs) ?? tbs, algorithm, signer, recipe, defects.badSignature);
  return { der, pem: pemEncode('CERTIFICATE', der), subject, key, serialNumber };
}

export interface CrlRequest {
  readonly issuer: MadeCertificate;
  readonly revoked?: readonly number[];
  /** Extensions of each of its entries. */
  readonly entryExtensions?: readonly Uint8Array[];
  readonly version?: 1 | 2;
  readonly thisUpdate?: number;
  /** `'none'`: the list does not say. */
  readonly nextUpdate?: number | 'none';
  readonly extensions?: readonly Uint8Array[];
  readonly badSignature?: boolean;
  /** Who else signed it. */
  readonly signer?: PrivateKey;
}

export function makeCrl(request: CrlRequest): { readonly der: Uint8Array; readonly pem: string } {
  const { issuer, revoked = [], entryExtensions = [], extensions = [], nextUpdate = YEAR_2045 } = request;
  const { signer = issuer.key } = request;
  const recipe = usualRecipe(signer);
  const algorithm = algorithmIdentifier(recipe, signer);
  const more = entryExtensions.length === 0 ? [] : [sequence(...entryExtensions)];
  const tbs = sequence(
    ...(request.version === 1 ? [] : [integer(1)]),
    algorithm,
    nameDer(issuer.subject),
    time(request.thisUpdate ?? YEAR_2020),
    ...(nextUpdate === 'none' ? [] : [time(nextUpdate)]),
    ...(revoked.length === 0
      ? []
      : [sequence(...revoked.map((each) => sequence(integer(each), time(YEAR_2020), ...more)))]),
    ...(extensions.length === 0 ? [] : [context(0, 'constructed', sequence(...extensions))]),
  );
  const der = signed(tbs, algorithm, signer, recipe, request.badSignature);
  return { der, pem: pemEncode('X509 CRL', der) };
}

// --- extensions ----------------------------------------------------------------------------------------------------

export function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

export function basicConstraints(ca: boolean, pathLength?: number, critical = true): Uint8Array {
  const items = [...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])];
  return extension('2.5.29.19', critical, sequence(...items));
}

const KEY_USAGE_BITS = {
  digitalSignature: 0,
  keyEncipherment: 2,
  keyAgreement: 4,
  keyCertSign: 5,
  crlSign: 6,
} as const;

export function keyUsage(...usages: readonly (keyof typeof KEY_USAGE_BITS)[]): Uint8Array {
  return extension('2.5.29.15', true, bitFlags(...usages.map((usage) => KEY_USAGE_BITS[usage])));
}

const PURPOSES = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  any: '2.5.29.37.0',
} as const;

export function extendedKeyUsage(...purposes: readonly (keyof typeof PURPOSES)[]): Uint8Array {
  return extension('2.5.29.37', false, sequence(...purposes.map((purpose) => oid(PURPOSES[purpose]))));
}

/** `dns:`, `email:`, `uri:`, `ip:` (an address, or address/mask for constraints) or `dir:` and a name. */
export function altNames(...names: readonly string[]): Uint8Array {
  return extension('2.5.29.17', false, sequence(...names.map(generalName)));
}

export function nameConstraints(permitted: readonly string[], excluded: readonly string[] = []): Uint8Array {
  const trees = (number: number, names: readonly string[]) =>
    names.length === 0
      ? []
      : [context(number, 'constructed', ...names.map((name) => sequence(generalName(name))))];
  return extension('2.5.29.30', true, sequence(...trees(0, permitted), ...trees(1, excluded)));
}

/** RFC 3820 section 3.8, with the policy "everything that its issuer may do". */
export function proxyCertificateInfo(pathLength?: number): Uint8Array {
  const limit = pathLength === undefined ? [] : [integer(pathLength)];
  return extension('1.3.6.1.5.5.7.1.14', true, sequence(...limit, sequence(oid('1.3.6.1.5.5.7.21.1'))));
}

/** RFC 7633: the server answers these TLS extensions; 5 is for a stapled OCSP response. */
export function tlsFeature(...numbers: readonly number[]): Uint8Array {
  return extension('1.3.6.1.5.5.7.1.24', false, sequence(...numbers.map((number) => integer(number))));
}

export function subjectKeyId(key: PrivateKey): Uint8Array {
  return extension('2.5.29.14', false, octetString(keyId(key)));
}

export function authorityKeyId(key: PrivateKey): Uint8Array {
  return extension('2.5.29.35', false, sequence(context(0, 'primitive', keyId(key))));
}

export function certificatePolicies(...policies: readonly string[]): Uint8Array {
  return extension('2.5.29.32', false, sequence(...policies.map((policy) => sequence(oid(policy)))));
}

export function policyMappings(...pairs: readonly (readonly [string, string])[]): Uint8Array {
  return extension('2.5.29.33', true, sequence(...pairs.map(([a, b]) => sequence(oid(a), oid(b)))));
}

/** What RFC 5280 wants an authority to have. */
export function authority(key: PrivateKey, issuerKey: PrivateKey = key, pathLength?: number): Uint8Array[] {
  return [
    basicConstraints(true, pathLength),
    keyUsage('keyCertSign', 'crlSign'),
    subjectKeyId(key),
    authorityKeyId(issuerKey),
  ];
}

/** What a server's certificate usually has. */
export function server(key: PrivateKey, issuerKey: PrivateKey, ...names: readonly string[]): Uint8Array[] {
  return [
    basicConstraints(false, undefined, false),
    subjectKeyId(key),
    authorityKeyId(issuerKey),
    altNames(...names),
  ];
}

// --- the pieces ----------------------------------------------------------------------------------------------------

const ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  emailAddress: '1.2.840.113549.1.9.1',
};

/** Name, from `CN=a, O=b`; an empty text is the empty name. */
export function nameDer(text: string): Uint8Array {
  if (text === '') return sequence();
  const rdns = text.split(', ').map((rdn) =>
    setOf(
      ...rdn.split('+').map((attribute) => {
        const [type, value] = attribute.split(/=(.*)/s);
        const string = type === 'emailAddress' ? element(0x16, fromLatin1(value)) : utf8String(value);
        return sequence(oid(ATTRIBUTES[type]), string);
      }),
    ),
  );
  return sequence(...rdns);
}

export function generalName(text: string): Uint8Array {
  const [kind, value] = text.split(/:(.*)/s);
  switch (kind) {
    case 'email':
      return context(1, 'primitive', fromLatin1(value));
    case 'dns':
      return context(2, 'primitive', fromLatin1(value));
    case 'dir':
      return context(4, 'constructed', nameDer(value));
    case 'uri':
      return context(6, 'primitive', fromLatin1(value));
    case 'ip':
      return context(7, 'primitive', ...value.split('/').map(ipBytes));
    default:
      throw new Error(`no such kind of name: ${text}`);
  }
}

/** The first method of RFC 5280 section 4.2.1.2: SHA-1 over something that is one to one with the key. */
function keyId(key: PrivateKey): Uint8Array {
  return createHash('sha1').update(subjectPublicKeyInfo(key.publicKey.parts)).digest();
}

export function usualRecipe(key: PrivateKey): SignatureRecipe {
  if (key.type === 'rsa') return { kind: 'rsa_pkcs1', hash: 'sha256' };
  if (key.type.startsWith('secp')) return { kind: 'ecdsa', hash: 'sha256' };
  return key.type.startsWith('ed') ? { kind: 'eddsa' } : { kind: 'mldsa' };
}

const RSA_HASHES = { md5: 4, sha1: 5, sha224: 14, sha256: 11, sha384: 12, sha512: 13 } as const;
const ECDSA_HASHES = { sha224: 1, sha256: 2, sha384: 3, sha512: 4 } as const;
const HASH_OIDS = {
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

export function algorithmIdentifier(recipe: SignatureRecipe, key: PrivateKey): Uint8Array {
  switch (recipe.kind) {
    case 'rsa_pkcs1':
      return sequence(oid(`1.2.840.113549.1.1.${RSA_HASHES[recipe.hash]}`), nothing());
    case 'rsa_pss': {
      if (recipe.hash === 'md5' || recipe.mgfHash === 'md5') throw new Error('no PSS with MD5');
      const hash = sequence(oid(HASH_OIDS[recipe.hash]), nothing());
      const mask = sequence(oid('1.2.840.113549.1.1.8'), sequence(oid(HASH_OIDS[recipe.mgfHash]), nothing()));
      const fields = [hash, mask, integer(recipe.saltLength)].map((field, i) =>
        context(i, 'constructed', field),
      );
      return sequence(oid('1.2.840.113549.1.1.10'), sequence(...fields));
    }
    case 'ecdsa':
      if (recipe.hash === 'sha1') return sequence(oid('1.2.840.10045.4.1'));
      if (recipe.hash === 'md5') throw new Error('no ECDSA with MD5');
      return sequence(oid(`1.2.840.10045.4.3.${ECDSA_HASHES[recipe.hash]}`));
    default:
      return sequence(oid(KEY_OIDS[key.type] ?? ''));
  }
}

const KEY_OIDS: Readonly<Record<string, string>> = {
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  mldsa44: '2.16.840.1.101.3.4.3.17',
  mldsa65: '2.16.840.1.101.3.4.3.18',
  mldsa87: '2.16.840.1.101.3.4.3.19',
};

/** SIGNED{...}: what is signed, the algorithm, the signature (X.509 section 6.2.2). */
export function signed(
  tbs: Uint8Array,
  algorithm: Uint8Array,
  signer: PrivateKey,
  recipe: SignatureRecipe,
  bad = false,
  behind: readonly Uint8Array[] = [],
): Uint8Array {
  const signature = signer.sign(recipe, bad ? utf8('something else') : tbs);
  return sequence(tbs, algorithm, bitString(signature), ...behind);
}
