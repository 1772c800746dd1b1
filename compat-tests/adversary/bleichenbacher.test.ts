/**
 * Bleichenbacher's attack on RSA key exchange, by its shape (RFC 5246 section 7.4.7.1, ROBOT): whatever a client
 * encrypts, and however badly, a server goes on in silence and fails at Finished with one and the same alert.
 */
import { constants, createPublicKey, publicEncrypt, X509Certificate } from 'node:crypto';
import test from 'ava';
import { concat, EMPTY, toHex } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { pskPremaster } from '../../lib/tls/keys/exchange12.ts';
import type { Outcome } from '../../lib/tls/outcome.ts';
import { encode } from '../../lib/wire/codec.ts';
import { clientKeyExchanges } from '../../lib/wire/handshake12.ts';
import type { SuiteName } from '../../lib/wire/registries.ts';
import { drain, type End, engineCores, engineEnd } from '../tools/engine.ts';
import { plainRecord } from '../tools/puppet.ts';
import { Puppet12, rsaCredential } from '../tools/puppet12.ts';
import { engineSettings } from '../tools/settings.ts';

const LENGTH = 256; // of the modulus of `rsa2048.pem`, in bytes
const sharedKey = { identity: Uint8Array.of(1, 2, 3), key: new Uint8Array(16).fill(7) };

function publicKeyOf(core: CryptoProvider) {
  return createPublicKey(
    new X509Certificate(rsaCredential(core).chain[0]).publicKey.export({ format: 'pem', type: 'spki' }),
  );
}

/** A premaster secret, as a client of TLS 1.2 makes it, but with no byte that is zero. */
const premaster = concat(Uint8Array.of(3, 3), new Uint8Array(46).fill(0x5a));

/** The block that PKCS#1 v1.5 would make (RFC 8017 section 7.2.1), with these bytes in it set to others. */
function block(changes: Readonly<Record<number, number>> = {}, secret = premaster): Uint8Array {
  const padding = new Uint8Array(LENGTH - 3 - secret.length).fill(0xa5);
  const whole = concat(Uint8Array.of(0, 2), padding, Uint8Array.of(0), secret);
  for (const [at, byte] of Object.entries(changes)) whole[Number(at)] = byte;
  return whole;
}

const SEPARATOR = LENGTH - 49;

/** Blocks to be encrypted as they are; the last ones are ciphertexts that nobody has encrypted. */
const blocks: Readonly<Record<string, Uint8Array>> = {
  'a first byte that is not zero': block({ 0: 0x40 }),
  'block type 1': block({ 1: 1 }),
  'block type 0': block({ 1: 0 }),
  'a zero right behind the type': block({ 2: 0 }),
  'a zero among the first eight of padding': block({ 9: 0 }),
  'a zero later in the padding': block({ 100: 0 }),
  'a zero just before the separator': block({ [SEPARATOR - 1]: 0 }),
  'no separator at all': block({ [SEPARATOR]: 0xa5 }),
  'a secret of 47 bytes': block({}, premaster.subarray(1)),
  'a secret of 49 bytes': block({}, concat(premaster, Uint8Array.of(1))),
  'a secret of no bytes': block({}, EMPTY),
  'version 3.2 in the secret': block({ [SEPARATOR + 2]: 2 }),
  'version 3.4 in the secret': block({ [SEPARATOR + 2]: 4 }),
  'version 2.3 in the secret': block({ [SEPARATOR + 1]: 2 }),
  zeros: new Uint8Array(LENGTH),
};
const ciphertexts: Readonly<Record<string, Uint8Array>> = {
  'a ciphertext one byte short': new Uint8Array(LENGTH - 1).fill(1),
  'a ciphertext one byte long': new Uint8Array(LENGTH + 1).fill(1),
  'an empty ciphertext': EMPTY,
  'a number above the modulus': new Uint8Array(LENGTH).fill(0xff),
  'the number one': (() => {
    const one = new Uint8Array(LENGTH);
    one[LENGTH - 1] = 1;
    return one;
  })(),
};

interface Scene {
  readonly server: End;
  readonly puppet: Puppet12;
}

/** A server that waits for a ClientKeyExchange. */
function scene(core: CryptoProvider, suite: SuiteName): Scene {
  const server = engineEnd(
    engineSettings('server', core, {
      versions: ['TLSv1.2'],
      suites: [suite],
      credentials: [rsaCredential(core)],
      pskServer: { hint: undefined, find: () => sharedKey.key },
    }),
  );
  const puppet = new Puppet12(core, 'client', suite);
  server.incoming.write(plainRecord('handshake', puppet.clientHello()));
  server.connection.handshake();
  puppet.hear(drain(server));
  return { server, puppet };
}

interface Reaction {
  readonly afterExchange: Outcome;
  readonly saidAfterExchange: string;
  readonly afterFinished: Outcome;
  readonly said: string;
}

/** What the server does about this ciphertext, and about a Finished by someone who thinks that it holds `premaster`. */
function react(core: CryptoProvider, suite: SuiteName, encrypted: Uint8Array): Reaction {
  const { server, puppet } = scene(core, suite);
  const isPsk = puppet.suite.exchange === 'rsa_psk';
  const body = isPsk
    ? encode(clientKeyExchanges.rsa_psk, { identity: sharedKey.identity, encrypted })
    : encode(clientKeyExchanges.rsa, { encrypted });
  server.incoming.write(plainRecord('handshake', puppet.message('client_key_exchange', body)));
  const afterExchange = server.connection.handshake();
  const saidAfterExchange = toHex(drain(server));
  puppet.agree(isPsk ? pskPremaster(sharedKey.key, premaster.slice()) : premaster);
  server.incoming.write(concat(puppet.changeCipherSpec(), puppet.sealed('handshake', puppet.finished())));
  const afterFinished = server.connection.handshake();
  return { afterExchange, saidAfterExchange, afterFinished, said: toHex(drain(server)) };
}

const suites: readonly SuiteName[] = [
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_PSK_WITH_AES_128_GCM_SHA256',
];

for (const core of engineCores) {
  const key = publicKeyOf(core);
  const encryptRaw = (plaintext: Uint8Array) =>
    new Uint8Array(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, plaintext));

  for (const suite of suites) {
    test(`${suite}: a good secret makes a connection, so the attacks below fail for what they are (${core.name})`, (t) => {
      const { afterExchange, saidAfterExchange, afterFinished, said } = react(
        core,
        suite,
        encryptRaw(block()),
      );
      t.is(afterExchange.kind, 'want');
      t.is(saidAfterExchange, '');
      t.is(afterFinished.kind, 'done');
      t.not(said, '');
    });

    test(`${suite}: every bad ciphertext is answered alike (${core.name})`, (t) => {
      const bad = {
        ...Object.fromEntries(Object.entries(blocks).map(([name, each]) => [name, encryptRaw(each)])),
        ...ciphertexts,
      };
      for (const [name, ciphertext] of Object.entries(bad)) {
        const { afterExchange, saidAfterExchange, afterFinished, said } = react(core, suite, ciphertext);
        t.is(afterExchange.kind, 'want', name);
        t.is(saidAfterExchange, '', name);
        t.deepEqual(
          afterFinished,
          { kind: 'fault', fault: 'badRecordMac', detail: 'badRecordMac' } as Outcome,
          name,
        );
        t.is(said, '1503030002' + '0214', name); // fatal, bad_record_mac, in the clear
      }
    });
  }
}
