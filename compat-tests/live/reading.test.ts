import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { latin1, toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { pemBlocks } from '../../lib/pki/pem.ts';
import { certificate } from '../tools/certs.ts';
import { findPython } from '../tools/programs.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

/** `PYSSL_MUTANTS=50000 PYSSL_TEST_SEED=1 npx ava compat-tests/live/reading.test.ts`. */
const COUNT = Number(process.env.PYSSL_MUTANTS ?? 4000);

const originals = ['p256.pem', 'rsa2048.pem', 'rsapss.pem', 'ed25519.pem', 'ca.crt', 'inter.crt'].map(
  (name) => {
    const block = pemBlocks(latin1(readFileSync(certificate(name)))).find(
      ({ label }) => label === 'CERTIFICATE',
    );
    if (block === undefined) throw new Error(`${name}: no certificate`);
    return block.der;
  },
);

test(`what CPython does not read for a certificate is none here either (seed ${seed})`, (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython');
    t.pass('skipped: no CPython');
    return;
  }
  const random = randomNumbers();
  const mutants = Array.from({ length: COUNT }, () => {
    const der = originals[random() % originals.length].slice();
    const at = random() % der.length;
    der[at] = random() % 2 === 0 ? random() : der[at] ^ (1 << (random() % 8));
    return der;
  });
  const script = fileURLToPath(new URL('reading.py', import.meta.url));
  const run = spawnSync(python.path, [script], {
    input: mutants.map((der) => `${toHex(der)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  t.is(run.status, 0, run.stderr);
  const theirs = run.stdout.trimEnd().split('\n');
  const stricter = new Map<string, number>();
  let both = 0;
  for (const [i, der] of mutants.entries()) {
    const fault = faultOf(der);
    if (fault === undefined && theirs[i] === 'refused') t.false(isOfUse(der), describe(der));
    else if (fault === undefined) both++;
    else if (theirs[i] === 'read') stricter.set(fault, (stricter.get(fault) ?? 0) + 1);
  }
  t.log(`${COUNT} certificates with one byte changed: ${both} read by both`);
  // BER is not DER (X.690 section 10), and there are three versions of certificates.
  for (const [fault, count] of stricter) t.log(`refused here alone, ${count}: ${fault}`);
  t.true(both > COUNT / 4);
});

/** OpenSSL looks into parameters of algorithms that it does not know; here they just make none that is known. */
function isOfUse(der: Uint8Array): boolean {
  const { publicKeyParts, recipe } = parseCertificate(der);
  return publicKeyParts !== undefined && recipe !== undefined;
}

/** Which byte was changed. */
function describe(der: Uint8Array): string {
  for (const original of originals) {
    const changed = [...der.keys()].filter((i) => der[i] !== original[i]);
    if (original.length === der.length && changed.length === 1) {
      const [at] = changed;
      return `read, with ${der[at]} in the place of ${original[at]} at ${at} of ${toHex(original)}`;
    }
  }
  return toHex(der);
}

function faultOf(der: Uint8Array): string | undefined {
  try {
    parseCertificate(der);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}
