/** Certificates between DER and PEM, as `ssl.py` converts them. */
import type { OwnBytes } from '../bytes/bytes.ts';
import { pemEncode } from '../pki/pem.ts';
import { type BytesLike, bytesLike, bytesOf } from './buffers.ts';
import { AttributeError, ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { PEM_FOOTER, PEM_HEADER } from './openssl-names.ts';
import { strip } from './python-text.ts';
import { typeName } from './repr.ts';
import { checkAscii } from './unicode-errors.ts';

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
export function PEM_cert_to_DER_cert(pem_cert_string: string): OwnBytes;
export function PEM_cert_to_DER_cert(keywords: { readonly pem_cert_string: string }): OwnBytes;
export function PEM_cert_to_DER_cert(...args: readonly unknown[]): Uint8Array {
  const [pem] = bind(pemToDer, args);
  if (bytesOf(pem) !== undefined)
    throw new TypeError('startswith first arg must be bytes or a tuple of bytes, not str');
  if (typeof pem !== 'string')
    throw new AttributeError(`'${typeName(pem)}' object has no attribute 'startswith'`);
  if (!pem.startsWith(PEM_HEADER))
    throw new ValueError(`Invalid PEM encoding; must start with ${PEM_HEADER}`);
  const text = strip(pem);
  if (!text.endsWith(PEM_FOOTER)) throw new ValueError(`Invalid PEM encoding; must end with ${PEM_FOOTER}`);
  const body = text.slice(PEM_HEADER.length, -PEM_FOOTER.length);
  checkAscii(body);
  return decodeBase64(body);
}

/**
 * Python's `base64.decodebytes`: foreign characters are passed over, missing padding is not. Where the padding of a
 * group of four is complete, the data ends; padding in the midst of a group is foreign too.
 */
function decodeBase64(text: string): Uint8Array {
  let data = '';
  let padding = 0;
  for (const char of text) {
    const place = data.length % 4;
    if (char === '=') {
      if (place >= 2 && place + ++padding >= 4) return decoded(data);
    } else if (BASE64.test(char)) {
      data += char;
      padding = 0;
    }
  }
  if (data.length % 4 === 1)
    throw new ValueError(
      `Invalid base64-encoded string: number of data characters (${data.length}) cannot be 1 more than a multiple of 4`,
    );
  if (data.length % 4 > 0) throw new ValueError('Incorrect padding');
  return decoded(data);
}

const BASE64 = /[A-Za-z0-9+/]/;

function decoded(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
}
