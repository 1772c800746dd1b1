/** Certificates between DER and PEM, as `ssl.py` converts them. */
import { pemEncode } from '../pki/pem.ts';
import { type BytesLike, bytesLike, bytesOf } from './buffers.ts';
import { AttributeError, ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { PEM_FOOTER, PEM_HEADER } from './openssl-names.ts';
import { typeName } from './repr.ts';

const derToPem: Signature = {
  name: 'DER_cert_to_PEM_cert',
  language: 'Python',
  parameters: ['der_cert_bytes'],
};
const pemToDer: Signature = {
  name: 'PEM_cert_to_DER_cert',
  language: 'Python',
  parameters: ['pem_cert_string'],
};

/** Takes a certificate in binary DER format and returns the PEM version of it as a string. */
export function DER_cert_to_PEM_cert(der_cert_bytes: BytesLike): string;
export function DER_cert_to_PEM_cert(keywords: { readonly der_cert_bytes: BytesLike }): string;
export function DER_cert_to_PEM_cert(...args: readonly unknown[]): string {
  const [der] = bind(derToPem, args);
  return pemEncode('CERTIFICATE', bytesLike(der));
}

/** Takes a certificate in ASCII PEM format and returns the DER-encoded version of it as bytes. */
export function PEM_cert_to_DER_cert(pem_cert_string: string): Uint8Array;
export function PEM_cert_to_DER_cert(keywords: { readonly pem_cert_string: string }): Uint8Array;
export function PEM_cert_to_DER_cert(...args: readonly unknown[]): Uint8Array {
  const [pem] = bind(pemToDer, args);
  if (bytesOf(pem) !== undefined)
    throw new TypeError('startswith first arg must be bytes or a tuple of bytes, not str');
  if (typeof pem !== 'string')
    throw new AttributeError(`'${typeName(pem)}' object has no attribute 'startswith'`);
  if (!pem.startsWith(PEM_HEADER))
    throw new ValueError(`Invalid PEM encoding; must start with ${PEM_HEADER}`);
  const text = pem.trim();
  if (!text.endsWith(PEM_FOOTER)) throw new ValueError(`Invalid PEM encoding; must end with ${PEM_FOOTER}`);
  return decodeBase64(text.slice(PEM_HEADER.length, -PEM_FOOTER.length));
}

/** Python's `base64.decodebytes`: foreign characters are passed over, missing padding is not. */
function decodeBase64(text: string): Uint8Array {
  const known = text.replace(/[^A-Za-z0-9+/=]/g, '');
  const data = known.replaceAll('=', '');
  if (data.length % 4 === 1) {
    throw new ValueError(
      `Invalid base64-encoded string: number of data characters (${data.length}) cannot be 1 more than a multiple of 4`,
    );
  }
  const missing = (4 - (data.length % 4)) % 4;
  if (known.length - data.length < missing) throw new ValueError('Incorrect padding');
  return Uint8Array.from(atob(data + '='.repeat(missing)), (char) => char.charCodeAt(0));
}
