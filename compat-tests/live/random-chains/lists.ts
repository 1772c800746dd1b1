import {
  bitFlags,
  context,
  element,
  integer,
  nothing,
  oid,
  sequence,
  utf8String,
} from '../../tools/der-writer.ts';
import { extension, generalName, type MadeCertificate, makeCrl } from '../../tools/make-certificate.ts';
import type { Dice } from './dice.ts';

const POINT = 'uri:http://x/1';
const pointName = (name: string) => context(0, 'constructed', context(0, 'constructed', generalName(name)));
const relative = (name: string) =>
  context(0, 'constructed', context(1, 'constructed', sequence(oid('2.5.4.3'), utf8String(name))));

function randomPoint(dice: Dice): Uint8Array[] {
  return dice.pick(
    [],
    [pointName(POINT)],
    [pointName('uri:http://x/2')],
    [pointName('dir:CN=Probe 0, CN=x')],
    [relative('x')],
  );
}

function randomReasons(number: number, dice: Dice): Uint8Array[] {
  const flags = dice.pick([1], [1, 2, 3, 4, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8], []);
  return dice.chance(4) ? [context(number, 'primitive', bitFlags(...flags).subarray(2))] : [];
}

/** Distribution points of certificates. */
export function listsExtensions(dice: Dice): Uint8Array[] {
  const list: Uint8Array[] = [];
  const points = () =>
    sequence(
      ...Array.from({ length: dice.pick(1, 1, 2) }, () =>
        sequence(
          ...randomPoint(dice),
          ...randomReasons(1, dice),
          ...(dice.chance(4)
            ? [
                context(
                  2,
                  'constructed',
                  generalName(dice.pick('dir:CN=Probe 0', 'dir:CN=Stranger', 'dir:CN=Lists')),
                ),
              ]
            : []),
        ),
      ),
    );
  if (dice.chance(2)) list.push(extension('2.5.29.31', false, points()));
  if (dice.chance(4)) list.push(extension('2.5.29.46', false, points()));
  return list;
}

/** Lists of one authority: whole ones, parts, deltas, with all that can be said of them. */
export function randomLists(certificates: readonly MadeCertificate[], dice: Dice): readonly MadeList[] {
  return certificates.slice(0, -1).flatMap((each, i) => listsBy(each, certificates[i + 1], dice));
}

type MadeList = ReturnType<typeof makeCrl>;

function listsBy(issuer: MadeCertificate, subject: MadeCertificate, dice: Dice): readonly MadeList[] {
  return Array.from({ length: dice.pick(0, 1, 1, 1, 2, 3) }, () => {
    const story: string[] = [];
    const odd = (of: number, what: string) => {
      const yes = dice.chance(of);
      if (yes) story.push(what);
      return yes;
    };
    const extensions: Uint8Array[] = [];
    if (odd(2, 'point')) {
      const flag = (number: number) =>
        odd(8, `flag ${number}`) ? [context(number, 'primitive', Uint8Array.of(0xff))] : [];
      extensions.push(
        extension(
          '2.5.29.28',
          dice.chance(2),
          sequence(
            ...randomPoint(dice),
            ...flag(1),
            ...flag(2),
            ...randomReasons(3, dice),
            ...flag(4),
            ...flag(5),
          ),
        ),
      );
    }
    const number = dice.pick(1, 2, 3);
    if (odd(2, 'number')) extensions.push(extension('2.5.29.20', odd(20, 'critical'), integer(number)));
    if (odd(4, 'delta')) extensions.push(extension('2.5.29.27', dice.chance(2), integer(dice.pick(0, 1, 2))));
    if (odd(8, 'freshest'))
      extensions.push(extension('2.5.29.46', false, sequence(sequence(...randomPoint(dice)))));
    if (odd(16, 'unknown critical')) extensions.push(extension('1.2.3.4.5', true, nothing()));
    if (odd(16, 'malformed number'))
      extensions.push(
        extension('2.5.29.20', false, dice.pick(nothing(), element(0x02, Uint8Array.of(0xff)))),
      );
    if (odd(16, 'malformed point')) extensions.push(extension('2.5.29.28', true, nothing()));
    const entryExtensions: Uint8Array[] = [];
    const reason = dice.pick(1, 6, 8, 8, 10);
    if (odd(4, `reason ${reason}`))
      entryExtensions.push(extension('2.5.29.21', false, element(0x0a, Uint8Array.of(reason))));
    if (odd(20, 'malformed reason')) entryExtensions.push(extension('2.5.29.21', false, nothing()));
    if (odd(6, 'issuer of the entry'))
      entryExtensions.push(
        extension(
          '2.5.29.29',
          true,
          sequence(generalName(dice.pick(`dir:${issuer.subject}`, 'dir:CN=Probe 0', 'dir:CN=Stranger'))),
        ),
      );
    if (odd(16, 'unknown critical in the entry'))
      entryExtensions.push(extension('1.2.3.4.5', true, nothing()));
    const revoked = odd(2, 'revokes it')
      ? [subject.serialNumber]
      : odd(2, 'revokes others')
        ? [9998, 9999]
        : [];
    const list = makeCrl({
      issuer: odd(10, "a stranger's")
        ? { ...issuer, subject: dice.pick('CN=Stranger', 'CN=Probe 0', 'CN=Lists') }
        : issuer,
      revoked,
      entryExtensions: extensions.length > 0 || odd(2, 'entries of version 2') ? entryExtensions : [],
      extensions,
      thisUpdate: odd(12, 'of the future') ? 2335219200 : dice.pick(1577836800, 1577836801),
      ...(odd(12, 'expired') ? { nextUpdate: 1609459200 } : {}),
      ...(odd(20, 'without an end') ? { nextUpdate: 'none' as const } : {}),
      ...(odd(30, 'version 1') ? { version: 1 as const } : {}),
      badSignature: odd(20, 'badly signed'),
    });
    dice.tell(`list of ${issuer.subject}: ${story.join(', ')}`);
    return list;
  });
}
