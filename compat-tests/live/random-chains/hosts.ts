import { altNames } from '../../tools/make-certificate.ts';
import type { Dice, Place } from './dice.ts';

export const hosts: readonly string[] = [
  ...['localhost', 'LOCALHOST', 'a.example.org', 'A.example.ORG', 'example.org', 'a.b.example.org', 'org'],
  ...['a_b.example.org', 'xn--a-ecp.example.org', 'a.xn--a-ecp.org', 'a.example.org.', '*.example.org'],
  ...[
    '-.example.org',
    '1.example.org',
    'a.org',
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '1.2.3.4.5',
    '0.0.0.0',
  ],
];

const HOST_NAMES: readonly string[] = [
  ...[
    'localhost',
    'LocalHost',
    'a.example.org',
    '*.example.org',
    '*.EXAMPLE.org',
    '*.org',
    '*',
    '*.',
    'a*.example.org',
  ],
  ...[
    '*a.example.org',
    '*a*.example.org',
    '*.*.example.org',
    'a.*.org',
    'example.org',
    '.example.org',
    'a.example.org.',
  ],
  ...[
    '*.example.org.',
    'xn--*.example.org',
    'xn--a-ecp.example.org',
    '*.xn--a-ecp.org',
    '*.b.example.org',
    '127.0.0.1',
  ],
  ...[
    'localhost\0',
    'localhost\0x',
    '*.-example.org',
    '*.example-.org',
    '*.ex_ample.org',
    '**.example.org',
    '*..org',
    '::1',
  ],
  ...[
    '*.1.2.3',
    '*.0.0.1',
    'a_b.example.org',
    '*.exam\xe9ple.org',
    '*.a.b.c.d',
    ' localhost',
    'localhost ',
    '',
  ],
];

/** Alternative and common names that may or may not be the asked host's. */
export function hostsExtensions({ leaf }: Place, dice: Dice): Uint8Array[] {
  if (!leaf || dice.sometimes(3, 'no alternative names')) return [];
  const names = Array.from({ length: dice.pick(1, 1, 2, 3) }, () =>
    dice.pick(
      ...HOST_NAMES.map((name) => `dns:${name}`),
      ...['ip:127.0.0.1', 'ip:::1', 'ip:127.0.0.1/0.0.0.0', 'ip:0.0.0.0', 'email:localhost', 'uri:localhost'],
    ),
  );
  dice.tell(`names ${JSON.stringify(names)}`);
  return [altNames(...names)];
}

export function hostsSubject(dice: Dice): string {
  const names = Array.from({ length: dice.pick(1, 1, 2) }, () => `CN=${dice.pick(...HOST_NAMES)}`);
  dice.tell(`subject ${JSON.stringify(names)}`);
  return names.join(', ');
}
