import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { native } from '../../lib/crypto/native/provider.ts';
import { portable } from '../../lib/crypto/portable/provider.ts';
import type { PrivateKeyParts } from '../../lib/crypto/provider.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { pemBlocks, pemEncode } from '../../lib/pki/pem.ts';
import { parsePrivateKey, publicKeyMatches } from '../../lib/pki/private-key.ts';
import { integer, nothing, octetString, oid, sequence } from '../tools/der-writer.ts';
import { makeCertificate } from '../tools/make-certificate.ts';
import { findOpenssl } from '../tools/programs.ts';
import { testKey } from '../tools/test-keys.ts';

const provider = native ?? portable;
const PASSWORD = 'correct horse';
const password = () => utf8(PASSWORD);

const KINDS: Readonly<Record<string, readonly string[]>> = {
  rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-pss': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  secp256r1: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  secp384r1: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  secp521r1: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  ed25519: ['-algorithm', 'ED25519'],
  ed448: ['-algorithm', 'ED448'],
};

const ENCRYPTIONS: readonly (readonly string[])[] = [
  ...['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des3'].map((cipher) => ['-v2', cipher]),
  ...['hmacWithSHA1', 'hmacWithSHA384', 'hmacWithSHA512'].map((prf) => ['-v2', 'aes-256-cbc', '-v2prf', prf]),
  ['-scrypt', '-scrypt_N', '1024'],
];

test('keys that openssl writes are read, in every form and under every encryption, and are the same key', (t) => {
  const openssl = findOpenssl();
  if (openssl === undefined) {
    t.log('skipped: no openssl here');
    t.pass('skipped: no openssl');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-keys-'));
  const run = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(openssl.path, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  try {
    for (const [kind, args] of Object.entries(KINDS)) {
      const file = join(folder, `${kind}.pem`);
      writeFileSync(file, run('genpkey', ...args));
      const plain = parsePrivateKey(readFileSync(file, 'utf8'), provider);
      t.is(plain.type, kind === 'rsa-pss' ? 'rsa' : (kind as PrivateKeyParts['type']));
      t.not(provider.keys.get(plain.type)?.privateKey(plain), undefined, kind);
      const same = (pem: string, label: string) => {
        t.is(pemBlocks(pem)[0].label, label);
        t.deepEqual(parsePrivateKey(pem, provider, password), plain, `${kind} ${label}`);
      };
      t.deepEqual(parsePrivateKey(pemBlocks(readFileSync(file, 'utf8'))[0].der, provider), plain, 'DER');
      for (const how of kind.startsWith('secp256') ? ENCRYPTIONS : ENCRYPTIONS.slice(2, 3)) {
        const out = run('pkcs8', '-topk8', '-in', file, '-passout', `pass:${PASSWORD}`, ...how);
        same(out, 'ENCRYPTED PRIVATE KEY');
      }
      const old = kind === 'rsa' ? 'RSA PRIVATE KEY' : 'EC PRIVATE KEY';
      if (kind !== 'rsa' && !kind.startsWith('secp')) continue;
      const command = kind === 'rsa' ? ['rsa', '-traditional'] : ['ec'];
      same(run(...command, '-in', file), old);
      for (const cipher of ['-aes128', '-aes192', '-aes256', '-des3']) {
        same(run(...command, '-in', file, cipher, '-passout', `pass:${PASSWORD}`), old);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function faultOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
  return 'none';
}

/** EncryptedPrivateKeyInfo with costs of our choice; what is encrypted does not matter. */
function encrypted(derivation: Uint8Array): Uint8Array {
  const cipher = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(16)));
  const scheme = sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, cipher));
  return sequence(scheme, octetString(new Uint8Array(32)));
}

const pbkdf2 = (iterations: number) =>
  sequence(oid('1.2.840.113549.1.5.12'), sequence(octetString(new Uint8Array(8)), integer(iterations)));
const scrypt = (N: number, r: number, p: number) =>
  sequence(
    oid('1.3.6.1.4.1.11591.4.11'),
    sequence(octetString(new Uint8Array(8)), integer(N), integer(r), integer(p)),
  );

test('what is no key, is locked, or asks for too much work is told apart', (t) => {
  const read = (key: string | Uint8Array, secret?: () => Uint8Array) =>
    faultOf(() => parsePrivateKey(key, provider, secret));
  t.is(read(''), 'noKey');
  t.is(read(pemEncode('CERTIFICATE', sequence())), 'noKey');
  t.is(read('-----BEGIN PRIVATE KEY-----\nAAAA\n'), 'pemWithoutEnd');
  t.is(read('-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n'), 'pemBase64');
  t.is(read(sequence(integer(0))), 'malformedDer');
  const dsa = sequence(integer(0), sequence(oid('1.2.840.10040.4.1'), nothing()), octetString(integer(1)));
  t.is(read(dsa), 'unsupportedKey');
  t.is(read(encrypted(pbkdf2(1000))), 'passwordNeeded');
  t.is(read(encrypted(pbkdf2(1000)), password), 'wrongPassword');
  t.is(read(encrypted(pbkdf2(2 ** 30)), password), 'unsupportedEncryption');
  t.is(read(encrypted(scrypt(2 ** 24, 8, 1)), password), 'unsupportedEncryption');
  t.is(read(encrypted(scrypt(1000, 8, 1)), password), 'unsupportedEncryption', 'no power of two');
  t.is(read(encrypted(scrypt(1024, 8, 1000)), password), 'unsupportedEncryption');
  t.is(read(encrypted(scrypt(2 ** 16, 1, 1)), password), 'unsupportedEncryption', 'RFC 7914 section 2');
});

test('the password is asked for only where a key is encrypted, and is overwritten', (t) => {
  const { pem } = testKey('secp256r1', 'leaf');
  parsePrivateKey(pem, provider, () => t.fail() as never);
  const secret = utf8(PASSWORD);
  t.is(
    faultOf(() => parsePrivateKey(encrypted(pbkdf2(1)), provider, () => secret)),
    'wrongPassword',
  );
  t.true(secret.every((byte) => byte === 0));
});

test('a certificate knows its own private key from others, of the same type or not', (t) => {
  const own = testKey('secp256r1', 'leaf');
  const certificate = parseCertificate(makeCertificate({ subject: 'CN=x', key: own }).der);
  const load = (pem: string) => {
    const parts = parsePrivateKey(pem, provider);
    const key = provider.keys.get(parts.type)?.privateKey(parts);
    if (key === undefined) throw new Error('key refused');
    return key;
  };
  t.true(publicKeyMatches(certificate, load(own.pem)));
  t.false(publicKeyMatches(certificate, load(testKey('secp256r1', 'other').pem)));
  t.false(publicKeyMatches(certificate, load(testKey('ed25519', 'other').pem)));
  const rsa = parseCertificate(makeCertificate({ subject: 'CN=x', key: testKey('rsa', 'leaf') }).der);
  t.true(publicKeyMatches(rsa, load(testKey('rsa', 'leaf').pem)));
  t.false(publicKeyMatches(rsa, load(testKey('rsa', 'other').pem)));
});
