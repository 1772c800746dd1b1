/** The examples of what Python does not have. */
import test from 'ava';
import { exampleLines } from '../tools/example.ts';

test('known-hosts.ts takes a certificate on first use, and no other after it', async (t) => {
  t.deepEqual(await exampleLines('known-hosts.ts'), [
    'a server: met for the first time',
    'again: known',
    'another in its place: refused: application verification failure',
  ]);
});

test('signer.ts signs with a key that it does not have', async (t) => {
  t.deepEqual(await exampleLines('signer.ts'), [
    'asked for ecdsa_secp256r1_sha256',
    'TLSv1.3, signed with ecdsa_secp256r1_sha256',
  ]);
});
