/** The transcript (RFC 8446 section 4.4.1) as far as a whole handshake does not show it: its order of calls, and its copies. */
import test from 'ava';
import { concat, EMPTY, utf8 } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import type { HashAlgorithm } from '../../lib/crypto/provider.ts';
import { provedByExchange } from '../../lib/tls/authenticate12.ts';
import { expand, expandLabel } from '../../lib/tls/keys/hkdf.ts';
import { Transcript } from '../../lib/tls/keys/transcript.ts';
import { type Suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { engineCores } from '../tools/engine.ts';

for (const core of engineCores) {
  const hash = core.hashes.get('sha256') as HashAlgorithm;

  test(`it says nothing before it can: ${core.name}`, (t) => {
    const transcript = new Transcript();
    transcript.add(utf8('hello'));
    t.throws(() => transcript.hash, { message: /before a hash was chosen/ });
    t.throws(() => transcript.messages, { message: /nobody has remembered/ });
    transcript.choose(hash);
    t.throws(() => transcript.remember(), { message: /hashed already/ });
    t.deepEqual(transcript.hash, hash.digest(utf8('hello')));
  });

  test(`what is remembered is the messages, until they are forgotten: ${core.name}`, (t) => {
    const transcript = new Transcript();
    transcript.add(utf8('one'));
    transcript.remember();
    transcript.choose(hash);
    transcript.add(utf8('two'));
    t.deepEqual(transcript.messages, utf8('onetwo'));
    transcript.forget();
    t.throws(() => transcript.messages);
  });

  test(`a fork goes its own way: ${core.name}`, (t) => {
    for (const isChosen of [false, true]) {
      const transcript = new Transcript();
      transcript.add(utf8('one'));
      if (isChosen) transcript.choose(hash);
      const fork = transcript.fork();
      fork.add(utf8('two'));
      transcript.add(utf8('three'));
      for (const each of [transcript, fork]) each.choose(hash);
      t.deepEqual(fork.hash, hash.digest(utf8('onetwo')));
      t.deepEqual(transcript.hash, hash.digest(utf8('onethree')));
    }
  });

  test(`HKDF gives 255 blocks and no more, and labels have room for 249 bytes: ${core.name}`, (t) => {
    const key = new Uint8Array(32);
    const most = 255 * hash.outputLength;
    t.is(expand(hash, key, EMPTY, most).length, most);
    t.throws(() => expand(hash, key, EMPTY, most + 1), { instanceOf: RangeError });
    const label = (length: number) => expandLabel(hash, key, 'x'.repeat(length), EMPTY, 32);
    t.deepEqual(
      label(249),
      hash.hmac(
        key,
        concat(Uint8Array.of(0, 32, 255), utf8(`tls13 ${'x'.repeat(249)}`), Uint8Array.of(0, 1)),
      ),
    );
    t.throws(() => label(250), { instanceOf: RangeError });
  });
}

test('an exchange whose parameters are signed proves nothing without the signature', (t) => {
  for (const [name, isProof] of [
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', false],
    ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', false],
    ['TLS_RSA_WITH_AES_128_GCM_SHA256', true],
    ['TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256', true],
  ] as const) {
    const prove = () => provedByExchange(suiteRow12(name) as Suite12);
    if (isProof) t.is(prove().kind, 'exchange', name);
    else t.throws(prove, { instanceOf: Fault }, name);
  }
});
