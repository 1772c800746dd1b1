/** Edwards keys and signatures at the edges of RFC 8032: encodings, small order, and the equation with or without the cofactor. */
import test from 'ava';
import { fromHex } from '../../lib/bytes/bytes.ts';
import type { PublicKey } from '../../lib/crypto/index.ts';
import { cores, need } from './cores.ts';

const EDDSA = { kind: 'eddsa' } as const;

/** Type, what it is, key, message, signature, and what OpenSSL 3.0 says of it; the scalars are of our choosing. */
const SIGNED: readonly (readonly ['ed25519' | 'ed448', string, string, string, string, boolean])[] = [
  [
    'ed25519',
    'an honest signature',
    'af528dd879d08f1e3de23f81851a0d4d8a23e8c871820aefc883d35953197bc7',
    '0000',
    '22d751efc1a0727a9cf92724a1fb277cb15261b70e386a48e697c21991f8bf0e2ef14ef44c5ffbf09fb6b7db435a7c42a214efda3635d268b99517beafd0340d',
    true,
  ],
  [
    'ed25519',
    'the identity as R',
    'af528dd879d08f1e3de23f81851a0d4d8a23e8c871820aefc883d35953197bc7',
    '0000',
    '0100000000000000000000000000000000000000000000000000000000000000dea8cbc27d175f7b84ae4a368a88fb2cc88edac41d1a8bc1498d5ba8d754b502',
    true,
  ],
  [
    'ed25519',
    'the point of order two as R',
    'af528dd879d08f1e3de23f81851a0d4d8a23e8c871820aefc883d35953197bc7',
    '0000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7fdce37524b14fc4617c5a68f3cc23f7470f6c3e8288e50c6aa3ef70ca76ce930a',
    false,
  ],
  [
    'ed25519',
    'R with a part of small order',
    'af528dd879d08f1e3de23f81851a0d4d8a23e8c871820aefc883d35953197bc7',
    '0000',
    '108c37be94a8b19ec6af1bcea657c00a1fc6aaf1a91c9b3f0b9cd27092bd6f94d6f88ed7107270444e1d3798f7cff1f4cc7cb3cf6e2925265952968507beca01',
    false,
  ],
  [
    'ed25519',
    'a key with a part of small order, which the hash multiplies away',
    '47dcb483a1ba3643c4cefa48441dc5077fc9957b1e7408a613e89bbf13a7e9eb',
    '0018',
    '22d751efc1a0727a9cf92724a1fb277cb15261b70e386a48e697c21991f8bf0efa7b191f150de02f073faa4cfbab4107f2a3c64cf0a1510318a98c86c67bf907',
    true,
  ],
  [
    'ed25519',
    'a key with a part of small order, which stays',
    '47dcb483a1ba3643c4cefa48441dc5077fc9957b1e7408a613e89bbf13a7e9eb',
    '0000',
    '22d751efc1a0727a9cf92724a1fb277cb15261b70e386a48e697c21991f8bf0e328176cc7cccf086848db627ecbec35d1d24c3109d7f93ccffebf2e77a681603',
    false,
  ],
  [
    'ed25519',
    'both, and they meet',
    '47dcb483a1ba3643c4cefa48441dc5077fc9957b1e7408a613e89bbf13a7e9eb',
    '0000',
    '108c37be94a8b19ec6af1bcea657c00a1fc6aaf1a91c9b3f0b9cd27092bd6f942ea88624f5013cd62fc84a953f51cb5aa41e414d396f8d476282bfcb00634004',
    true,
  ],
  [
    'ed25519',
    'both, and they do not meet',
    '47dcb483a1ba3643c4cefa48441dc5077fc9957b1e7408a613e89bbf13a7e9eb',
    '0001',
    '108c37be94a8b19ec6af1bcea657c00a1fc6aaf1a91c9b3f0b9cd27092bd6f943018ead85fab6d4833149084d05d2c6599ab51c3f6540b264e1f1967f92fb006',
    false,
  ],
  [
    'ed448',
    'an honest signature',
    'ec1099898384b38de624a392e71c4d92fc503c52081550bf7d194a302ef96cefcdf6873932c451c6a6546afae569a4430f6d3efaac692d2680',
    '0000',
    '6fd77111a890773edef43012c07e29686f026e455be138b1d779fc215cec5e0a739e8aad9d4e9e1cedcecc4b6a460d232bef17f005ac120980affcfe02299832d268226be393f6f7acbe8f24beb7c3832436ad7798e8ef244e31056a07c312dd3a17a930ad174e7a1a6df3e7ffdbe2852500',
    true,
  ],
  [
    'ed448',
    'the identity as R',
    'ec1099898384b38de624a392e71c4d92fc503c52081550bf7d194a302ef96cefcdf6873932c451c6a6546afae569a4430f6d3efaac692d2680',
    '0000',
    '0100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006af37c7dd837179d021921a638b1442ca696c1ad23a780fce4153784bd3d1ce5de0e5216f0d7b2549618b0443c71453284cd45fdb923e01f00',
    false,
  ],
  [
    'ed448',
    'the point of order two as R',
    'ec1099898384b38de624a392e71c4d92fc503c52081550bf7d194a302ef96cefcdf6873932c451c6a6546afae569a4430f6d3efaac692d2680',
    '0000',
    'fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffff0097547fe3355b667225e7ec387be4be0c2b47aa6c22d2c5200163c4d2c32166b012ee5a839909cd455980f223bed9691f04fc893961a0b71900',
    false,
  ],
  [
    'ed448',
    'R with a part of small order',
    'ec1099898384b38de624a392e71c4d92fc503c52081550bf7d194a302ef96cefcdf6873932c451c6a6546afae569a4430f6d3efaac692d2680',
    '0000',
    '096101ae62efebc18e646f42596a633e8dd809e9c4cdef71da16a792a178f5668539e0e5259008fe0cdbc3f4129d378721d88cfc719e4e040047424710103d08111afdb2014b1eae4f7634bfcf8647b8da9346643d5d881c26730348313e3ac8670e7efef33a92b065c255e989541eba0f00',
    true,
  ],
  [
    'ed448',
    'a key with a part of small order, which the hash multiplies away',
    '792dbb511e4910f6ae7df5fdce3325b9321486fae40642a901b5f0727b12e30540f0aabb84e87bcc277ca14d3d967eb0efe739d0aed3cbe080',
    '0000',
    '6fd77111a890773edef43012c07e29686f026e455be138b1d779fc215cec5e0a739e8aad9d4e9e1cedcecc4b6a460d232bef17f005ac12098037b304b5c9390fe68ba5117ddc7f2b49fd0c86a4a39f58022467feb4a314807ad98da4b549b31bb144f6c3f94512a8495153632fd1cfd30f00',
    true,
  ],
  [
    'ed448',
    'both, and they meet',
    '792dbb511e4910f6ae7df5fdce3325b9321486fae40642a901b5f0727b12e30540f0aabb84e87bcc277ca14d3d967eb0efe739d0aed3cbe080',
    '0000',
    '096101ae62efebc18e646f42596a633e8dd809e9c4cdef71da16a792a178f5668539e0e5259008fe0cdbc3f4129d378721d88cfc719e4e0400c455711d5621fe54a5d8c500eed25eccb0717de9931b76484dfe39d9a0338ff670b440ef5e02999fe94e2376204bf015aee5a05fde83113a00',
    true,
  ],
];

/** Every point of order 1, 2, 4 and 8. */
const SMALL_ORDER = {
  ed25519: [
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    '00'.repeat(32),
    `${'00'.repeat(31)}80`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ],
  ed448: [
    `01${'00'.repeat(56)}`,
    `${'fe'}${'ff'.repeat(27)}fe${'ff'.repeat(27)}00`,
    '00'.repeat(57),
    `${'00'.repeat(56)}80`,
  ],
} as const;

/** RFC 8032 sections 5.1.3 and 5.2.3: y of p and more, x of zero with a sign, no point at all, bits that must be clear. */
const NO_ENCODING = {
  ed25519: [
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
    `01${'00'.repeat(30)}80`,
    `ec${'ff'.repeat(31)}`,
    `02${'00'.repeat(31)}`,
    'ff'.repeat(32),
  ],
  ed448: [
    `${'ff'.repeat(28)}fe${'ff'.repeat(27)}00`,
    `00${'00'.repeat(27)}ff${'ff'.repeat(27)}00`,
    `01${'00'.repeat(55)}80`,
    `fe${'ff'.repeat(27)}fe${'ff'.repeat(27)}80`,
    `02${'00'.repeat(56)}`,
    `07${'00'.repeat(55)}01`,
    'ff'.repeat(57),
  ],
} as const;

const LENGTHS = { ed25519: 32, ed448: 57 } as const;
/** The orders of the base points (RFC 8032 sections 5.1 and 5.2), little-endian, in the length of S. */
const ORDERS = {
  ed25519: 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  ed448:
    'f34458ab92c27823558fc58d72c26c219036d6ae49db4ec4e923ca7cffffffffffffffffffffffffffffffffffffffffffffffffffffff3f00',
} as const;

for (const core of cores) {
  for (const [type, what, key, message, signature, good] of SIGNED)
    test(`${type}, ${what}: ${good ? 'good' : 'bad'} as in OpenSSL, ${core.name}`, (t) => {
      if (core.name === 'native' && 'Deno' in globalThis) {
        t.pass('not OpenSSL: Ed448 without the cofactor');
        return;
      }
      const known = need(core.keys, type).publicKey({ type, key: fromHex(key) });
      t.is(known?.verify(EDDSA, fromHex(message), fromHex(signature)), good);
    });

  for (const type of ['ed25519', 'ed448'] as const) {
    test(`${type} takes no key of small order and no second encoding of one, ${core.name}`, (t) => {
      for (const key of [...SMALL_ORDER[type], ...NO_ENCODING[type]])
        t.is(need(core.keys, type).publicKey({ type, key: fromHex(key) }), undefined, key);
    });

    test(`${type} takes no S of the order or more, and no R in a second encoding, ${core.name}`, (t) => {
      const [, , , message, hex] = rowOf(type, 'an honest signature');
      const key = keyOf(type, 'an honest signature');
      const signature = fromHex(hex);
      const length = LENGTHS[type];
      const withS = (s: Uint8Array) => {
        const changed = signature.slice();
        changed.set(s, length);
        return key.verify(EDDSA, fromHex(message), changed);
      };
      t.true(withS(signature.subarray(length)), 'as it was');
      t.false(withS(sum(signature.subarray(length), fromHex(ORDERS[type]))), 'S + L');
      t.false(withS(fromHex(ORDERS[type])), 'L');
      t.false(withS(new Uint8Array(length)), '0');
      t.false(withS(new Uint8Array(length).fill(0xff)));
      const high = signature.slice();
      high[high.length - 1] |= 0x80;
      t.false(key.verify(EDDSA, fromHex(message), high), 'the highest bit of S');
      for (const r of NO_ENCODING[type]) {
        const identity = fromHex(rowOf(type, 'the identity as R')[4]);
        identity.set(fromHex(r));
        t.false(key.verify(EDDSA, fromHex(message), identity), r);
      }
    });
  }

  function keyOf(type: 'ed25519' | 'ed448', what: string): PublicKey {
    const key = need(core.keys, type).publicKey({ type, key: fromHex(rowOf(type, what)[2]) });
    if (!key) throw new Error(`no key of type ${type}`);
    return key;
  }
}

function rowOf(type: 'ed25519' | 'ed448', what: string) {
  const row = SIGNED.find(([known, name]) => known === type && name === what);
  if (!row) throw new Error(what);
  return row;
}

/** Of two little-endian numbers of one length. */
function sum(a: Uint8Array, b: Uint8Array): Uint8Array {
  let carry = 0;
  return a.map((byte, i) => {
    const digit = byte + b[i] + carry;
    carry = digit >> 8;
    return digit;
  });
}
