/** PBKDF2 and scrypt by `node:crypto`. */
import { expectCount, expectScryptCost } from '../portable/passwords.ts';
import type { PasswordAlgorithms } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

export function nativePasswords(node: NodeCryptoModule): PasswordAlgorithms {
  return {
    pbkdf2: (hash, password, salt, iterations, length) => {
      expectCount('PBKDF2 iterations', iterations);
      expectCount('PBKDF2 length', length);
      return plain(node.pbkdf2Sync(password, salt, iterations, length, hash));
    },
    // RFC 7914 section 2: it needs 128 * N * r bytes and 128 * r * p; OpenSSL wants its limit a little above that.
    scrypt: (password, salt, { N, r, p }, length) => {
      expectScryptCost(N, r, p);
      expectCount('scrypt length', length);
      const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
      return plain(node.scryptSync(password, salt, length, { N, r, p, maxmem }));
    },
  };
}
