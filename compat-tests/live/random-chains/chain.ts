import { DerReader, tags } from '../../../lib/pki/asn1/der.ts';
import { oidOf } from '../../../lib/pki/asn1/values.ts';
import { extensionOids } from '../../../lib/pki/extensions.ts';
import type { TrustSettings } from '../../../lib/pki/store.ts';
import { type MadeCertificate, makeCertificate } from '../../tools/make-certificate.ts';
import { type TestKey, type TestKeyType, testKey } from '../../tools/test-keys.ts';
import { type Dice, mulberry32, type Place, themes } from './dice.ts';
import { hosts } from './hosts.ts';
import { randomLists } from './lists.ts';
import { listsOf, proxyUnder, reissued, usualExtensions, validity, weakRecipe } from './plain.ts';
import { themeParts } from './themes.ts';

/** A random chain with its faults, and how a client is to look at it: from a seed, so that it can be made again. */
export interface RandomChain {
  readonly seed: number;
  /** What was done to it, for people. */
  readonly story: readonly string[];
  readonly leafKey: TestKey;
  readonly sent: readonly MadeCertificate[];
  readonly trusted: readonly MadeCertificate[];
  /** What is noted with trusted certificates: for what they are trusted. */
  readonly notes: ReadonlyMap<MadeCertificate, TrustSettings>;
  readonly crls: readonly { readonly der: Uint8Array; readonly pem: string }[];
  readonly host: string;
  readonly securityLevel: number;
  /** OpenSSL's verification flags. */
  readonly flags: number;
  readonly commonNames: boolean;
}

const REVOCATION = { none: 0, leaf: 0x4, chain: 0xc } as const;
/** Flags of OpenSSL's, and how rarely they are set. TRUSTED_FIRST is not among them: its defaults set it again. */
const FLAGS: readonly (readonly [flag: number, of: number])[] = [
  [0x20, 3], // X509_STRICT
  [0x80000, 3], // PARTIAL_CHAIN
  [0x40, 2], // ALLOW_PROXY_CERTS
  [0x2, 100], // USE_CHECK_TIME
  [0x10, 12], // IGNORE_CRITICAL
  [0x80, 8], // POLICY_CHECK
  [0x100, 30], // EXPLICIT_POLICY
  [0x200, 12], // INHIBIT_ANY
  [0x400, 12], // INHIBIT_MAP
  [0x1000, 8], // EXTENDED_CRL_SUPPORT
  [0x2000, 8], // USE_DELTAS
  [0x4000, 8], // CHECK_SS_SIGNATURE
  [0x10000, 40], // SUITEB_128_LOS_ONLY
  [0x20000, 40], // SUITEB_192_LOS
  [0x200000, 12], // NO_CHECK_TIME
];

export function randomChain(seed: number, bending = Number.POSITIVE_INFINITY): RandomChain {
  const story: string[] = [];
  const dice = diceFrom(seed, story);
  const { theme, chance, pick, sometimes } = dice;
  const parts = themeParts[theme];
  const certificates = certificatesOf(seed, dice, bending);
  const [root, ...below] = certificates;
  const leaf = below[below.length - 1];
  let middle = below.slice(0, -1).reverse();
  if (middle.length > 0 && sometimes(15, 'an intermediate is missing')) middle = middle.slice(1);
  if (sometimes(15, 'in another order')) middle.reverse();
  const sent = [leaf, ...middle];
  if (sometimes(6, 'root is sent')) sent.push(root);
  const again = reissued(certificates, dice);
  if (again !== undefined && chance(2)) sent.splice(1 + pick(...sent.keys()), 0, again);

  const trusted = trustIn(certificates, dice);
  if (again !== undefined && !sent.includes(again)) trusted.splice(pick(0, trusted.length), 0, again);
  const notes = new Map<MadeCertificate, TrustSettings>();
  for (const each of trusted)
    if (sometimes(12, `notes with ${each.subject}`)) notes.set(each, { ...pick(...NOTES) });

  const revocation =
    theme === 'lists' ? pick('leaf', 'chain') : pick('none', 'none', 'none', 'none', 'leaf', 'chain');
  let flags = REVOCATION[revocation];
  for (const [flag, of] of FLAGS) if (chance((flag & (parts.flags ?? 0)) === 0 ? of : 2)) flags |= flag;
  const crls =
    revocation === 'none'
      ? []
      : theme === 'lists'
        ? randomLists(certificates, dice)
        : listsOf(certificates, dice);
  const commonNames = !chance(8);
  const securityLevel = pick(0, 1, 2, 2, 2);
  const host = theme === 'hosts' ? pick(...hosts) : pick(...USUAL_HOSTS);
  story.push(
    `flags 0x${flags.toString(16)}, common names ${commonNames}, level ${securityLevel}, host ${host}`,
  );
  const leafKey = leaf.key as TestKey;
  return { seed, story, leafKey, sent, trusted, notes, crls, host, securityLevel, flags, commonNames };
}

const USUAL_HOSTS: readonly string[] = [
  ...['localhost', 'localhost', 'localhost', 'a.example.org', 'a.b.example.org', 'xn--a-ecp.example.org'],
  ...['a_b.example.org', 'other.example', '127.0.0.1'],
];

function diceFrom(seed: number, story: string[]): Dice {
  const random = mulberry32(seed);
  const chance = (of: number) => random() < 1 / of;
  const pick = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
  const tell = (line: string) => void story.push(line);
  const sometimes = (of: number, what: string) => {
    const yes = chance(of);
    if (yes) tell(what);
    return yes;
  };
  const theme = pick(...themes);
  tell(theme);
  return { theme, chance, pick, sometimes, tell };
}

/** Root first, leaf last, and proxies that the leaf has signed behind it. */
function certificatesOf(seed: number, dice: Dice, bending: number): MadeCertificate[] {
  const { theme, pick, sometimes } = dice;
  const depth = pick(0, 0, 1, 1, 1, 2, 2, 3);
  const faultRate = theme === 'plain' ? 60 : 600;
  const certificates: MadeCertificate[] = [];
  for (let i = 0; i <= depth + 1; i++) {
    const leaf = i === depth + 1;
    const where = leaf ? 'leaf' : i === 0 ? 'root' : `intermediate ${i}`;
    const odd = (what: string) => sometimes(faultRate, `${where} ${what}`);
    const type = odd('RSA 1024') ? 'rsa1024' : pick(...(theme === 'forms' ? MANY_KEYS : USUAL_KEYS));
    const key = testKey(type, leaf ? 'leaf' : `ca ${i}`);
    const issuer = certificates[i - 1];
    const place: Place = { where, leaf, key, issuer };
    certificates.push(
      makeCertificate({
        subject: (leaf && themeParts[theme].subject?.(dice)) || usualSubject(place, i, dice),
        key,
        serialNumber: 100 * (i + 1) + (seed % 50),
        ...(issuer === undefined ? {} : { issuer }),
        ...validity(odd),
        ...weakRecipe(odd, issuer?.key ?? key),
        ...(odd('version 1')
          ? { version: 1 as const }
          : { extensions: withTheme(usualExtensions(place, odd, dice), place, dice) }),
        defects: {
          ...themeParts[theme].defects?.(place, dice),
          ...(issuer !== undefined && odd('bad signature') ? { badSignature: true } : {}),
          ...(sometimes(bending, `${where} bent`) ? { bend: (tbs: Uint8Array) => bent(tbs, dice) } : {}),
        },
      }),
    );
  }
  while (certificates[depth + 1].subject !== '' && sometimes(20, 'a proxy'))
    certificates.push(proxyUnder(certificates[certificates.length - 1], dice));
  return certificates;
}

const USUAL_KEYS: readonly TestKeyType[] = ['secp256r1', 'secp256r1', 'secp384r1', 'rsa', 'ed25519'];
const MANY_KEYS: readonly TestKeyType[] = ['secp256r1', 'secp384r1', 'secp521r1', 'rsa', 'ed25519', 'ed448'];

/** One byte is changed in the part that speaks of extensions, before it is signed. */
function bent(tbs: Uint8Array, { chance, pick, tell }: Dice): Uint8Array {
  const bytes = tbs.slice();
  const at = tbs.length - 1 - pick(...new Array<number>(180).keys());
  bytes[at] = chance(2)
    ? pick(...new Array<number>(256).keys())
    : bytes[at] ^ pick(1, 2, 4, 8, 16, 32, 64, 128);
  tell(`byte ${at} is ${bytes[at]} for ${tbs[at]}`);
  return bytes;
}

/** Now and then an authority has its issuer's name and another key: it counts for no path length (RFC 5280 section 4.2.1.9). */
function usualSubject({ leaf, issuer }: Place, i: number, dice: Dice): string {
  if (leaf) return dice.pick('CN=localhost', 'CN=localhost', 'CN=other.example, O=Probe');
  if (issuer === undefined || !dice.sometimes(dice.theme === 'plain' ? 40 : 8, `${i} is self-issued`))
    return `CN=Probe ${i}`;
  return issuer.subject;
}

/** An extension of the theme's takes the place of the usual one, or now and then stands beside it. */
function withTheme(usual: readonly Uint8Array[], place: Place, dice: Dice): Uint8Array[] {
  const own = themeParts[dice.theme].extensions(place, dice);
  if (own.length > 0 && dice.sometimes(100, `${place.where} has an extension twice`))
    return [...usual, ...own];
  const replaced = new Set(own.map(oidOfExtension));
  if (place.leaf && (dice.theme === 'names' || dice.theme === 'hosts'))
    replaced.add(extensionOids.subjectAltName);
  return [...usual.filter((each) => !replaced.has(oidOfExtension(each))), ...own];
}

function oidOfExtension(der: Uint8Array): string {
  return oidOf(new DerReader(der).enter(tags.sequence).read(tags.objectIdentifier));
}

function trustIn(certificates: readonly MadeCertificate[], { pick, tell }: Dice): MadeCertificate[] {
  const [root, next] = certificates;
  const leaf = certificates[certificates.length - 1];
  const choice = pick(
    'root',
    'root',
    'root',
    'root',
    'root',
    'root',
    'below the root',
    'leaf',
    'nothing',
    'all',
  );
  tell(`trusted: ${choice}`);
  if (choice === 'root') return [root];
  if (choice === 'below the root') return [next];
  if (choice === 'leaf') return [leaf];
  return choice === 'nothing' ? [] : [...certificates];
}

const [SERVER, CLIENT, ANY] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];
const NOTES: readonly TrustSettings[] = [
  { trusted: undefined, rejected: undefined },
  { trusted: [SERVER], rejected: undefined },
  { trusted: [SERVER], rejected: [CLIENT] },
  { trusted: [CLIENT], rejected: undefined },
  { trusted: [ANY], rejected: undefined },
  { trusted: undefined, rejected: [SERVER] },
  { trusted: undefined, rejected: [CLIENT] },
  { trusted: undefined, rejected: [ANY] },
];
