/** The modes that TLS puts ciphers in, by their definitions on single bytes: nothing here is shared with the cores. */
import { slowAes, slowChaChaBlock, slowGhash, slowInverseAes, slowPoly1305 } from './twins.ts';

export type Seal = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, text: Uint8Array) => Uint8Array;

const xor = (a: readonly number[] | Uint8Array, b: Uint8Array) =>
  Uint8Array.from(a, (byte, i) => byte ^ b[i]);

/** A number, big-endian. */
function big(number: bigint, length: number): number[] {
  return Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 0xffn));
}

/** Filled up with zeros to whole blocks. */
function whole(bytes: readonly number[] | Uint8Array): number[] {
  return [...bytes, ...new Array((16 - (bytes.length % 16)) % 16).fill(0)];
}

function blocks(bytes: readonly number[]): number[][] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => bytes.slice(16 * i, 16 * i + 16));
}

/** SP 800-38D algorithm 3: the last 32 bits of the block count, and begin again behind the last number. */
export function slowCounterMode(key: Uint8Array, first: Uint8Array, text: Uint8Array): Uint8Array {
  const start = first.subarray(12).reduce((number, byte) => number * 256 + byte, 0);
  const stream: number[] = [];
  for (let i = 0; stream.length < text.length; i++) {
    const count = BigInt((start + i) % 2 ** 32);
    stream.push(...slowAes(key, Uint8Array.of(...first.subarray(0, 12), ...big(count, 4))));
  }
  return xor(text, Uint8Array.from(stream));
}

/** SP 800-38D section 7.1, for nonces of 96 bits. */
export const slowGcm: Seal = (key, nonce, aad, text) => {
  const ciphertext = slowCounterMode(key, Uint8Array.of(...nonce, 0, 0, 0, 2), text);
  const lengths = [...big(BigInt(8 * aad.length), 8), ...big(BigInt(8 * text.length), 8)];
  const number = (block: readonly number[]) => block.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const h = number([...slowAes(key, new Uint8Array(16))]);
  const hash = slowGhash(h, blocks([...whole(aad), ...whole(ciphertext), ...lengths]).map(number));
  const mask = slowAes(key, Uint8Array.of(...nonce, 0, 0, 0, 1));
  return Uint8Array.of(...ciphertext, ...xor(big(hash, 16), mask));
};

/** RFC 3610 sections 2.2 and 2.3, with three bytes of length. */
export const slowCcm =
  (tagLength: number): Seal =>
  (key, nonce, aad, text) => {
    const flags = (aad.length > 0 ? 64 : 0) + 8 * ((tagLength - 2) / 2) + 2;
    const prefix =
      aad.length === 0
        ? []
        : aad.length < 2 ** 16 - 2 ** 8
          ? big(BigInt(aad.length), 2)
          : [0xff, 0xfe, ...big(BigInt(aad.length), 4)];
    const input = [
      flags,
      ...nonce,
      ...big(BigInt(text.length), 3),
      ...whole([...prefix, ...aad]),
      ...whole(text),
    ];
    const mac = blocks(input).reduce<Uint8Array>(
      (state, block) => slowAes(key, xor(block, state)),
      new Uint8Array(16),
    );
    const tag = xor(mac, slowAes(key, Uint8Array.of(2, ...nonce, 0, 0, 0))).subarray(0, tagLength);
    // One more than the counter of the tag; a text of 2^24 bytes would be needed to carry into the nonce.
    return Uint8Array.of(...slowCounterMode(key, Uint8Array.of(2, ...nonce, 0, 0, 1), text), ...tag);
  };

/** RFC 8439 section 2.8. */
export const slowChaChaPoly: Seal = (key, nonce, aad, text) => {
  const stream: number[] = [];
  for (let i = 1; stream.length < text.length; i++) stream.push(...slowChaChaBlock(key, i, nonce));
  const ciphertext = xor(text, Uint8Array.from(stream));
  const little = (number: number) => big(BigInt(number), 8).reverse();
  const message = [...whole(aad), ...whole(ciphertext), ...little(aad.length), ...little(text.length)];
  const tag = slowPoly1305(slowChaChaBlock(key, 0, nonce).subarray(0, 32), Uint8Array.from(message));
  return Uint8Array.of(...ciphertext, ...tag);
};

/** SP 800-38A section 6.2. */
export function slowCbcEncrypt(key: Uint8Array, iv: Uint8Array, text: Uint8Array): Uint8Array {
  let previous: Uint8Array = iv;
  return Uint8Array.from(
    blocks([...text]).flatMap((block) => {
      previous = slowAes(key, xor(block, previous));
      return [...previous];
    }),
  );
}

export function slowCbcDecrypt(key: Uint8Array, iv: Uint8Array, text: Uint8Array): Uint8Array {
  let previous: Uint8Array = iv;
  return Uint8Array.from(
    blocks([...text]).flatMap((block) => {
      const plain = xor(slowInverseAes(key, Uint8Array.from(block)), previous);
      previous = Uint8Array.from(block);
      return [...plain];
    }),
  );
}
