/** Certificates between DER and PEM, as `ssl.py` converts them. */
import { pemEncode } from '../pki/pem.ts';
import { type BytesLike, bytesLike } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { PEM_FOOTER, PEM_HEADER } from './openssl-names.ts';

/** Takes a certificate in binary DER format and returns the PEM version of it as a string. */
export function DER_cert_to_PEM_cert(der_cert_bytes: BytesLike): string {
  return pemEncode('CERTIFICATE', bytesLike(der_cert_bytes));
}

/** Takes a certificate in ASCII PEM format and returns the DER-encoded version of it as bytes. */
export function PEM_cert_to_DER_cert(pem_cert_string: string): Uint8Array {
  if (typeof pem_cert_string !== 'string')
    throw new TypeError('startswith first arg must be bytes or a tuple of bytes, not str');
  if (!pem_cert_string.startsWith(PEM_HEADER))
    throw new ValueError(`Invalid PEM encoding; must start with ${PEM_HEADER}`);
  const text = pem_cert_string.trim();
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
