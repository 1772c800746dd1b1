import { context, oid, sequence, setOf, utf8String } from '../../tools/der-writer.ts';
import { extension, generalName } from '../../tools/make-certificate.ts';
import type { Dice, Place } from './dice.ts';

/** Names of every kind, under name constraints of every kind. */
export function namesExtensions({ leaf }: Place, dice: Dice): Uint8Array[] {
  if (!leaf) return dice.chance(2) ? [] : [randomConstraints(dice)];
  const names = Array.from({ length: dice.pick(0, 1, 1, 2, 3) }, () => dice.pick('dns:localhost', ...NAMES));
  dice.tell(`names ${JSON.stringify(names)}`);
  return names.length === 0 ? [] : [extension('2.5.29.17', false, sequence(...names.map(anyName)))];
}

export function namesSubject(dice: Dice): string {
  return dice.pick(...SUBJECTS);
}

const CONSTRAINTS: readonly string[] = [
  ...['localhost', 'example.org', '.example.org', 'EXAMPLE.org', 'a.example.org', '*.example.org', 'org', ''],
  ...['xample.org', 'example.org.', '.', 'b.a.example.org', '..example.org'],
]
  .map((name) => `dns:${name}`)
  .concat([
    ...['email:a@example.org', 'email:A@example.org', 'email:example.org', 'email:.example.org', 'email:'],
    ...[
      'email:"a b"@example.org',
      'email:@example.org',
      'email:a@EXAMPLE.ORG',
      'email:a@',
      'email:a@b@example.org',
    ],
    ...['uri:example.org', 'uri:.example.org', 'uri:EXAMPLE.ORG', 'uri:', 'uri:https://example.org', 'uri:.'],
    ...['ip:127.0.0.0/255.0.0.0', 'ip:0.0.0.0/0.0.0.0', 'ip:::/::', 'ip:::1/ffff::', 'ip:127.0.0.1'],
    ...['ip:127.0.0.1/255.255.255.255', 'ip:127.0.0.9/255.0.255.0', 'ip:10.0.0.0/255.0.0.0'],
    ...[
      'dir:',
      'dir:CN=localhost',
      'dir:cn',
      'dir:O=Probe',
      'dir:O=probe',
      'dir:O=Prob',
      'dir:O=Probe, CN=localhost',
    ],
    ...['rid:1.2.3', 'other:1.2.3', 'x400:'],
  ]);

const NAMES: readonly string[] = [
  ...['localhost', 'a.example.org', '*.example.org', '.example.org', 'example.org', 'EXAMPLE.ORG', '*', ''],
  ...[
    'example.org.',
    'a..example.org',
    'a.b.example.org',
    '*.a.example.org',
    'a_b.example.org',
    'xexample.org',
  ],
  ...['\0', 'localhost\0.example.org', 'b\xfccher.example.org', 'a@example.org'],
]
  .map((name) => `dns:${name}`)
  .concat([
    ...[
      'email:a@example.org',
      'email:A@EXAMPLE.org',
      'email:a@sub.example.org',
      'email:example.org',
      'email:a@',
    ],
    ...[
      'email:"a@b"@example.org',
      'email:@example.org',
      'email:a@b@example.org',
      'email:',
      'email:"a b"@example.org',
    ],
    ...[
      'email:a@example.org\0.evil.org',
      'email:"a"@example.org',
      'email:a@.example.org',
      'email:"@example.org',
    ],
    ...[
      'uri:https://example.org/',
      'uri:https://a.example.org:8080/x',
      'uri:https://user@example.org/',
      'uri:',
    ],
    ...[
      'uri:example.org',
      'uri:mailto:a@example.org',
      'uri:https://',
      'uri:https://[::1]/',
      'uri:x://EXAMPLE.org',
    ],
    ...[
      'uri:https://example.org?x',
      'uri:https://example.org#x',
      'uri:https:///x',
      'uri:https://a@b.org:1@example.org',
    ],
    ...['uri:https://:80/', 'uri:https://.example.org/', 'uri:https://example.org:/', 'uri:://example.org'],
    ...['ip:127.0.0.1', 'ip:::1', 'ip:10.0.0.1', 'ip:127.0.0.1/127.0.0.1'],
    ...[
      'dir:CN=localhost',
      'dir:O=Probe',
      'dir:O=probe, CN=localhost',
      'dir:',
      'rid:1.2.3',
      'other:1.2.3',
      'x400:',
    ],
  ]);

const SUBJECTS: readonly string[] = [
  'CN=localhost',
  'O=Probe, CN=localhost',
  'O=PROBE, CN=a.example.org',
  'CN=localhost+O=Probe',
  'O=Probe+CN=a.example.org',
  'CN=a.example.org, emailAddress=a@example.org',
  'O=Probe, emailAddress=a@EXAMPLE.org, emailAddress=a@elsewhere.org',
  'emailAddress=none',
  'O=Probe  , CN= a  b',
  'O= probe, CN=*.example.org',
  'CN=-a.example.org',
  'CN=a.example.org.',
  'CN=a_b.example.org',
  'CN=a.example.org, CN=other.org',
  'CN=1.2.3.4',
  '',
];

/** `rid:`, `other:` and `x400:` besides what `generalName` knows. */
function anyName(text: string): Uint8Array {
  const [kind, value] = text.split(/:(.*)/s);
  if (text === 'dir:cn')
    return context(4, 'constructed', sequence(setOf(sequence(oid('2.5.4.3'), utf8String('LOCALHOST')))));
  if (kind === 'rid') return context(8, 'primitive', oid(value).subarray(2));
  if (kind === 'other')
    return context(0, 'constructed', oid(value), context(0, 'constructed', utf8String('x')));
  if (kind === 'x400') return context(3, 'constructed', sequence());
  return generalName(text);
}

function randomConstraints(dice: Dice): Uint8Array {
  const list = (number: 0 | 1) => {
    if (dice.chance(2)) return [];
    const names = Array.from({ length: dice.pick(1, 1, 2, 3) }, () => dice.pick(...CONSTRAINTS));
    dice.tell(`${number === 0 ? 'permits' : 'excludes'} ${names.join(' ')}`);
    const bounds = dice.sometimes(40, 'with a bound')
      ? [context(dice.pick(0, 1), 'primitive', Uint8Array.of(dice.pick(0, 1)))]
      : [];
    return [context(number, 'constructed', ...names.map((name) => sequence(anyName(name), ...bounds)))];
  };
  return extension('2.5.29.30', dice.chance(2), sequence(...list(0), ...list(1)));
}
