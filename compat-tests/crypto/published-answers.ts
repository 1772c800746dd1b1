/**
 * Published answers. What no document gives in a form that fits (CCM with 16-byte tags and 256-bit keys, ECDH and ECDSA
 * over the larger curves, X448 with plain keys) was made with OpenSSL 3.
 */
import { concat, fromHex, utf8 } from '../../lib/bytes/bytes.ts';
import type {
  AeadName,
  BlockCipherName,
  GroupName,
  HashName,
  PublicKeyParts,
  SignatureRecipe,
} from '../../lib/crypto/index.ts';

export const ABC: readonly (readonly [HashName, string])[] = [
  ['md5', '900150983cd24fb0d6963f7d28e17f72'],
  ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha224', '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha384',
    'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
  ],
  [
    'sha512',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
];

/** Name, key, data, tag: RFC 2202 case 2 for MD5 and SHA-1, RFC 4231 cases 2 and 6 for the rest. */
export const HMACS: readonly (readonly [HashName, Uint8Array, string, string])[] = [
  ['md5', utf8('Jefe'), 'what do ya want for nothing?', '750c783e6ab0b503eaa86e310a5db738'],
  ['sha1', utf8('Jefe'), 'what do ya want for nothing?', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
  [
    'sha224',
    utf8('Jefe'),
    'what do ya want for nothing?',
    'a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44',
  ],
  [
    'sha224',
    new Uint8Array(131).fill(0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '95e9a0db962095adaebe9b2d6f0dbce2d499f112f2d2b7273fa6870e',
  ],
  [
    'sha256',
    utf8('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    'sha256',
    new Uint8Array(131).fill(0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    'sha384',
    utf8('Jefe'),
    'what do ya want for nothing?',
    'af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649',
  ],
  [
    'sha384',
    new Uint8Array(131).fill(0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952',
  ],
  [
    'sha512',
    utf8('Jefe'),
    'what do ya want for nothing?',
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
  ],
  [
    'sha512',
    new Uint8Array(131).fill(0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598',
  ],
];

/**
 * Name, key, nonce, additional data, plaintext, sealed: test cases 4 and 16 of the GCM specification, RFC 8439 section
 * 2.8.2, SP 800-38C example 3 and its like.
 */
export const AEADS: readonly (readonly [AeadName, string, string, string, string, string])[] = [
  [
    'aes_128_gcm',
    'feffe9928665731c6d6a8f9467308308',
    'cafebabefacedbaddecaf888',
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    '42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47',
  ],
  [
    'aes_256_gcm',
    'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
    'cafebabefacedbaddecaf888',
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
  ],
  [
    'chacha20_poly1305',
    '808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f',
    '070000004041424344454647',
    '50515253c0c1c2c3c4c5c6c7',
    '4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a204966204920636f756c64206f6666657220796f75206f6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e',
    'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691',
  ],
  [
    'aes_128_ccm_8',
    '404142434445464748494a4b4c4d4e4f',
    '101112131415161718191a1b',
    '000102030405060708090a0b0c0d0e0f10111213',
    '202122232425262728292a2b2c2d2e2f3031323334353637',
    'e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5484392fbc1b09951',
  ],
  [
    'aes_128_ccm',
    '404142434445464748494a4b4c4d4e4f',
    '101112131415161718191a1b',
    '000102030405060708090a0b0c0d0e0f10111213',
    '202122232425262728292a2b2c2d2e2f3031323334353637',
    'e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5c87ae488918de93f17dd3e4934347f44',
  ],
  [
    'aes_256_ccm_8',
    '404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f',
    '101112131415161718191a1b',
    '000102030405060708090a0b0c0d0e0f10111213',
    '202122232425262728292a2b2c2d2e2f3031323334353637',
    '04f883aeb3bd0730eaf50bb6de4fa2212034e4e41b0e75e52b48c8766f7e7649',
  ],
  [
    'aes_256_ccm',
    '404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f',
    '101112131415161718191a1b',
    '000102030405060708090a0b0c0d0e0f10111213',
    '202122232425262728292a2b2c2d2e2f3031323334353637',
    '04f883aeb3bd0730eaf50bb6de4fa2212034e4e41b0e75e59bba3f3a107f3239bd63902923f80371',
  ],
];

/** Name, key, ciphertext of the first two blocks of SP 800-38A appendix F.2. */
export const CBC: readonly (readonly [BlockCipherName, string, string])[] = [
  [
    'aes_128_cbc',
    '2b7e151628aed2a6abf7158809cf4f3c',
    '7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2',
  ],
  [
    'aes_192_cbc',
    '8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b',
    '4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a',
  ],
  [
    'aes_256_cbc',
    '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
    'f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d',
  ],
];

/** Name, both private keys, both shares, the secret. */
export const EXCHANGES: readonly (readonly [GroupName, string, string, string, string, string])[] = [
  [
    'x25519',
    '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
    '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
    '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  ],
  [
    'x448',
    '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738',
    '8182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8',
    'bda7365ba1bd9a66f2ef38db6ec5ac5fad5452e990d8b2f88f721fd53363237e775f65205d1d4667d473f0e1f4c57694d2d802e8dff06026',
    'bc5c370b2d1c2b0dc4e4d56d559fffc6f65d41e07c455b70d35a50c5368c86864d921533dfed33b0d1bc674b57380860fb71892fa049f560',
    'a3b9667e98c2ab6324e1956e3fbab4b9fdfb8ff474c979494932fbc5331d2b85f8738f5d8421c7d65072e68d51d9866e313fe7afaf881560',
  ],
  [
    'secp256r1',
    '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
    '8182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0',
    '04515c3d6eb9e396b904d3feca7f54fdcd0cc1e997bf375dca515ad0a6c3b4035f4536be3a50f318fbf9a5475902a221502bef0d57e08c53b2cc0a56f17d9f9354',
    '04ecb6a2f86c7825ee71d022c29b9f8aa35971520ec3f9739855635765ead1bd14adad028bfba628ed75b72e3cbeb1ef192e60f52b3e2021497df3afb3006550df',
    'd7862feffc1922dddda61b6984dc779881289b51fb9fbd8b9da4e04a5ad15819',
  ],
  [
    'secp384r1',
    '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30',
    '8182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0',
    '04c76f2283dda95cd49b0ed9e733d2904474e37216f124e13d2c9ab4cf01021c49ad9cabb3d0b97499aef2f0ab313fa02826bc1f83451b5c8962a75caff73588d4400a6296436154fb343c393e91048a6c7bcbadc83cd8a5f26feae883156f92a1',
    '04b8eb8f9479cd45a5c3d44e27edd27404392f3e2ac1f1871383721e778704c5faaf1ad8009919e2a4a124edcfb64ce91b9fe2656406085aed8958732a60cc0a1183fe85f8f6ee02b7ee5575b2b9760b1b46d903d7fb378bce27d9df6d2f2b3ca5',
    '3d80056d4c2b24e0ca3a75e7fcafebd09310b15da8187493e459ce254d02695195b7993d8ac792aea417b8ca9f8d99eb',
  ],
  [
    'secp521r1',
    '0002030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142',
    '0182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2',
    '0401f7eafa08fc845f03d01f7631f407fa17e6191d45b304d46aa1eaf6484a21fc78bc7003a1db5e8f450724721a2a611bebdbe6c4ca6f8fcf8b8edaaf2d09b8159f5001342df71a870f66a1e91c0efd895324ee3dfb33475bfc69790bd870441311db0416d4704116712f03e9680b5a5d7fed0694e4fd37b6a085dfc030ecb5bfdaf11743',
    '0400e4be0263f691bd6501878d5eeb74dae2871851f04926bda488bb55439be400a61080a41ad1fa22238864a38f8c8cfac7ea16a53f42ce1b98f72e4354825869782c01e568205415318bd6a2d20872fbabf6e8c8ac166783d3ca41b27ac67eedc3590e9fff0b00e8123b012767cd0b85d1ce4738dfc0aa27bf88d252d533890c69da4a35',
    '00ff3dc099dd13fc32631c175dbcf23f51b6c8a20ccd4b6e0d3288be46047037abb24a3bce6b3ac9674ea459a7b76384348da43dd76c3fcdd98579dcc18197156878',
  ],
];

/** Key, recipe, message, signature. The P-256 one, of RFC 6979 section A.2.5, has a high s. */
export const SIGNATURES: readonly (readonly [PublicKeyParts, SignatureRecipe, Uint8Array, Uint8Array])[] = [
  [
    {
      type: 'secp256r1',
      point: fromHex(
        '0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299',
      ),
    },
    { kind: 'ecdsa', hash: 'sha256' },
    utf8('sample'),
    concat(
      fromHex('3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716'),
      fromHex('022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8'),
    ),
  ],
  [
    {
      type: 'secp384r1',
      point: fromHex(
        '04c76f2283dda95cd49b0ed9e733d2904474e37216f124e13d2c9ab4cf01021c49ad9cabb3d0b97499aef2f0ab313fa02826bc1f83451b5c8962a75caff73588d4400a6296436154fb343c393e91048a6c7bcbadc83cd8a5f26feae883156f92a1',
      ),
    },
    { kind: 'ecdsa', hash: 'sha384' },
    utf8('sample'),
    fromHex(
      '30650230391d5289d7071705ea9cdd1a3086f40cdd141ff081a9c6fe859f55b2bd23c1880a8a77b9b32585759ef22550f2cb3a77023100b253be5c7a108f3d8623f3a06605eb9a13d4cdb2401af78b9c65b50205964385a3926d27bbf22a09943aed18fecfc5e5',
    ),
  ],
  [
    {
      type: 'secp521r1',
      point: fromHex(
        '0401f7eafa08fc845f03d01f7631f407fa17e6191d45b304d46aa1eaf6484a21fc78bc7003a1db5e8f450724721a2a611bebdbe6c4ca6f8fcf8b8edaaf2d09b8159f5001342df71a870f66a1e91c0efd895324ee3dfb33475bfc69790bd870441311db0416d4704116712f03e9680b5a5d7fed0694e4fd37b6a085dfc030ecb5bfdaf11743',
      ),
    },
    { kind: 'ecdsa', hash: 'sha384' },
    utf8('sample'),
    fromHex(
      '30818802420185b8cbaaf3461150259c81e35568dbd5f5e0a73aba774eadfd6b2ee3bb462d8fb9284047c7eb6803d40f28a14eb0f46da12fa534b4966bc75cb42ba784ef8a11d4024201c808ca0a49eb5c81d5194fdd521bbb69fdd1ab8c6ce218890812d3365f32ebbbeed3de603b2bf218a4795b6776cc5251e9e19cee41667f6983e7befd5981ff21b0',
    ),
  ],
];

/** Type, seed, public key, message, signature: RFC 8032 sections 7.1 and 7.4. */
export const EDDSA: readonly (readonly ['ed25519' | 'ed448', string, string, string, string])[] = [
  [
    'ed25519',
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    'ed448',
    '6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b',
    '5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180',
    '',
    '533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600',
  ],
];

/** Of "password" and "salt", twice over, 20 bytes: RFC 6070. */
export const PBKDF2_SHA1 = 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957';
/** Of "passwd" and "salt", once, 64 bytes: RFC 7914 section 11. */
export const PBKDF2_SHA256 =
  '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783';
/** Of "password" and "NaCl", N 1024, r 8, p 16: RFC 7914 section 12. */
export const SCRYPT =
  'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';

/** The prime of ffdhe2048 (RFC 7919 appendix A.1). */
export const FFDHE2048 = fromHex(
  'ffffffffffffffffadf85458a2bb4a9aafdc5620273d3cf1d8b9c583ce2d3695a9e13641146433fbcc939dce249b3ef97d2fe363630c75d8f681b202aec4617ad3df1ed5d5fd65612433f51f5f066ed0856365553ded1af3b557135e7f57c935984f0c70e0e68b77e2a689daf3efe8721df158a136ade73530acca4f483a797abc0ab182b324fb61d108a94bb2c8e3fbb96adab760d7f4681d4f42a3de394df4ae56ede76372bb190b07a7c8ee0a6d709e02fce1cdf7e2ecc03404cd28342f619172fe9ce98583ff8e4f1232eef28183c3fe3b1b4c6fad733bb5fcbc2ec22005c58ef1837d1683b2c6f34a26c1b2effa886b423861285c97ffffffffffffffff',
);
