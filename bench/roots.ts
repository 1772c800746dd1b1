import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authority, makeCertificate } from '../compat-tests/tools/make-certificate.ts';
import { testKey } from '../compat-tests/tools/test-keys.ts';

/** A PEM file of so many roots, two of three with RSA keys, as a system's bundle has them. */
export function makeRoots(count: number): { readonly roots: string; readonly removeRoots: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-bench-'));
  const roots = join(folder, 'roots.pem');
  const certificates = Array.from({ length: count }, (_, at) => {
    const key = testKey(at % 3 === 0 ? 'secp384r1' : 'rsa');
    const subject = `C=XX, O=Authority ${at}, CN=Root ${at} of ${count}`;
    return makeCertificate({ subject, key, serialNumber: at + 1, extensions: authority(key) }).pem;
  });
  writeFileSync(roots, certificates.join(''));
  return { roots, removeRoots: () => rmSync(folder, { recursive: true, force: true }) };
}
