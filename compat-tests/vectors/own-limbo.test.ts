import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { readLimbo, runLimbo } from './limbo.ts';

/** The suite of our own making, which runs in any clone: `make-own-limbo.ts` made it. */
const FILE = new URL('own-limbo.json', import.meta.url);

/** Each verdict by its name, so that none is right for the wrong reason. */
const VERDICTS: Readonly<Record<string, string>> = {
  'own::straight': 'ok',
  'own::one-authority-between': 'ok',
  'own::in-any-order-with-strangers': 'ok',
  'own::expired-twin-of-the-authority': 'ok',
  'own::anchor-that-is-not-self-signed': 'ok',
  'own::path-length-beyond-32-bits': 'ok',
  'own::wildcard': 'ok',
  'own::address': 'ok',
  'own::permitted': 'ok',
  'crl::others-are-revoked': 'ok',
  'own::impostor-root': 'selfSignedInChain at 1',
  'own::no-authority-between': 'localIssuerNotFound at 0',
  'own::user-that-issues': 'invalidCa at 1',
  'own::wrong-signature': 'signatureInvalid at 1',
  'own::expired-authority': 'expired at 1',
  'own::not-yet': 'notYetValid at 1',
  'own::authority-that-signs-lists-only': 'invalidCa at 1',
  'own::other-name': 'hostNameMismatch at 0',
  'own::wildcard-across-labels': 'hostNameMismatch at 0',
  'own::excluded': 'excludedSubtreeViolation at 0',
  'own::excluded-through-a-wildcard': 'excludedSubtreeViolation at 0',
  'own::authority-for-clients': 'wrongPurpose at 1',
  'own::unknown-critical-extension': 'unhandledCriticalExtension at 0',
  'own::boolean-of-one': 'unspecified at 0',
  'own::any-policy-mapped': 'invalidPolicyExtension at 1',
  'own::empty-policy-constraints': 'invalidPolicyExtension at 1',
  'crl::revoked': 'revoked at 0',
  'crl::expired': 'crlExpired at 0',
  'crl::badly-signed': 'crlSignatureInvalid at 0',
  'crl::delta-alone': 'crlNotFound at 0',
  'crl::only-for-authorities': 'differentCrlScope at 0',
  'rfc5280::name-constraints-not-critical': 'name constraints not critical (RFC 5280 section 4.2.1.10) at 1',
  'webpki::no-extended-key-usage': 'no extended key usage for TLS servers (BR 7.1.2.7.10) at 0',
};

test('every path of our own suite is judged right, and for the right reason', (t) => {
  const results = runLimbo(readLimbo(FILE), 'asked');
  t.log(`${results.length} paths`);
  t.deepEqual(Object.fromEntries(results.map(({ case: { id }, words }) => [id, words])), VERDICTS);
  t.deepEqual(
    results.filter(({ outcome }) => outcome !== 'right'),
    [],
  );
});

test('the command tells the counts of each namespace, and of all in the last line', (t) => {
  const command = fileURLToPath(new URL('limbo.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import=tsx', command, fileURLToPath(FILE), '--common', '--list'],
    { encoding: 'utf8' },
  );
  t.deepEqual(
    stdout.trimEnd().split('\n'),
    [
      'wronglyAccepted rfc5280::name-constraints-not-critical: ok',
      'wronglyAccepted webpki::no-extended-key-usage: ok',
      'own: 25 right, 0 wrongly accepted, 0 wrongly refused, 0 skipped',
      'crl: 6 right, 0 wrongly accepted, 0 wrongly refused, 0 skipped',
      'rfc5280: 0 right, 1 wrongly accepted, 0 wrongly refused, 0 skipped',
      'webpki: 0 right, 1 wrongly accepted, 0 wrongly refused, 0 skipped',
      'all: 31 right, 2 wrongly accepted, 0 wrongly refused, 0 skipped',
    ],
    stderr,
  );
});
