import { fromLatin1, utf8 } from '../../../lib/bytes/bytes.ts';
import {
  bitFlags,
  boolean,
  context,
  element,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
} from '../../tools/der-writer.ts';
import {
  type CertificateDefects,
  extendedKeyUsage,
  extension,
  generalName,
} from '../../tools/make-certificate.ts';
import type { Dice, Place } from './dice.ts';

const ascii = (tag: number, text: string) => element(tag, fromLatin1(text));
const TIMES: readonly Uint8Array[] = [
  ascii(0x18, '20200101000000Z'),
  ascii(0x18, '20450101000000Z'),
  ascii(0x18, '20200101000000.5Z'),
  ascii(0x18, '202001010000Z'),
  ascii(0x18, '20200101000000+0000'),
  ascii(0x18, '99991231235959Z'),
  ascii(0x18, '00000101000000Z'),
  ascii(0x18, '20200230000000Z'),
  ascii(0x17, '2001010000Z'),
  ascii(0x17, '200101000000+0000'),
  ascii(0x17, '200101000000'),
  ascii(0x17, '201301000000Z'),
  ascii(0x17, '200101240000Z'),
  ascii(0x17, '200101235960Z'),
  ascii(0x17, '500101000000Z'),
  ascii(0x17, '491231235959Z'),
  ascii(0x17, ''),
];

/** Times, numbers and names in other forms than the usual. */
export function formsDefects({ where, leaf }: Place, dice: Dice): CertificateDefects {
  const odd = (what: string) => dice.sometimes(12, `${where} has ${what}`);
  const defects: { -readonly [Key in keyof CertificateDefects]: CertificateDefects[Key] } = {};
  if (odd('an odd serial number')) {
    const bytes = dice.pick(
      [0],
      [0x80],
      [0xff, 0x7f],
      new Array<number>(20).fill(0x7f),
      new Array<number>(30).fill(1),
    );
    dice.tell(bytes.join(' '));
    defects.serial = element(0x02, Uint8Array.from(bytes));
  }
  if (odd('odd times')) {
    const times = [dice.pick(...TIMES.slice(0, 1), ...TIMES), dice.pick(...TIMES.slice(1, 2), ...TIMES)];
    dice.tell(times.map((each) => Buffer.from(each).toString('latin1')).join(' '));
    defects.validity = times;
  }
  if (odd('its name in other letters') && !leaf) {
    const text = `${dice.pick('Probe', 'PROBE', ' pRobe ')}${dice.pick(' ', '  ')}${/\d+$/.exec(where)?.[0] ?? '0'}`;
    const wide = Uint8Array.from([...text].flatMap((letter) => [0, letter.charCodeAt(0)]));
    const value = dice.pick(
      ascii(0x13, text),
      ascii(0x14, text),
      ascii(0x16, text),
      element(0x1e, wide),
      ascii(0x12, text),
    );
    defects.subjectDer = sequence(setOf(sequence(oid('2.5.4.3'), value)));
    dice.tell(Buffer.from(value).toString('latin1'));
  }
  if (odd('two algorithms'))
    defects.innerAlgorithm = sequence(oid(dice.pick('1.2.840.10045.4.3.2', '1.2.840.113549.1.1.11')));
  return defects;
}

/** Extensions that others have otherwise, or nobody has. */
export function formsExtensions({ where, issuer }: Place, dice: Dice): Uint8Array[] {
  const list: Uint8Array[] = [];
  const odd = (what: string) => dice.sometimes(25, `${where} has ${what}`);
  const critical = dice.chance(2);
  if (odd('an authority key identifier with issuer and serial number')) {
    const name = dice.pick(issuer?.subject ?? 'CN=Probe 0', 'CN=Probe 0', 'CN=Stranger');
    const serial = dice.pick(issuer?.serialNumber ?? 1, 1);
    list.push(
      extension(
        '2.5.29.35',
        critical,
        sequence(
          context(1, 'constructed', generalName(`dir:${name}`)),
          context(2, 'primitive', integer(serial).subarray(2)),
        ),
      ),
    );
  }
  if (odd('another basic constraints'))
    list.push(
      extension(
        '2.5.29.19',
        critical,
        dice.pick(
          sequence(boolean(true), integer(0)),
          sequence(integer(0)),
          sequence(boolean(false)),
          sequence(boolean(true), element(0x02, Uint8Array.of(0xff))),
          sequence(boolean(true), integer(2 ** 33)),
          sequence(integer(1), boolean(true)),
          sequence(),
        ),
      ),
    );
  if (odd('another key usage'))
    list.push(
      extension(
        '2.5.29.15',
        critical,
        dice.pick(
          bitFlags(),
          bitFlags(5),
          bitFlags(0),
          bitFlags(3),
          bitFlags(0, 8),
          bitFlags(5, 15),
          bitFlags(7, 5),
        ),
      ),
    );
  if (odd('several purposes'))
    list.push(
      extendedKeyUsage(
        ...dice.pick(['clientAuth', 'serverAuth'] as const, ['any', 'ocspSigning'] as const, []),
      ),
    );
  if (odd('purposes of old'))
    list.push(
      extension(
        '2.5.29.37',
        critical,
        sequence(oid(dice.pick('2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3', '1.3.6.1.5.5.7.3.8'))),
      ),
    );
  if (odd("Netscape's type"))
    list.push(
      extension('2.16.840.1.113730.1.1', critical, bitFlags(...dice.pick([0], [1], [5], [6], [0, 1, 5], []))),
    );
  if (odd('another key identifier'))
    list.push(
      extension(
        '2.5.29.14',
        critical,
        octetString(dice.pick(Uint8Array.of(), Uint8Array.of(1), utf8('x'.repeat(100)))),
      ),
    );
  if (odd('alternative names of its issuer'))
    list.push(extension('2.5.29.18', critical, sequence(generalName('dns:x'))));
  if (odd('information access'))
    list.push(
      extension(
        '1.3.6.1.5.5.7.1.1',
        critical,
        dice.pick(nothing(), sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), generalName('uri:http://x')))),
      ),
    );
  if (odd('TLS features'))
    list.push(extension('1.3.6.1.5.5.7.1.24', critical, dice.pick(nothing(), sequence(integer(5)))));
  if (odd('no check')) list.push(extension('1.3.6.1.5.5.7.48.1.5', critical, nothing()));
  if (odd('a list of timestamps'))
    list.push(extension('1.3.6.1.4.1.11129.2.4.2', critical, octetString(utf8('x'))));
  if (odd('a poison')) list.push(extension('1.3.6.1.4.1.11129.2.4.3', critical, nothing()));
  if (odd('critical names')) list.push(extension('2.5.29.17', true, sequence(generalName('dns:localhost'))));
  if (odd('no names')) list.push(extension('2.5.29.17', critical, sequence()));
  if (odd('a key'))
    list.push(
      extension('2.5.29.16', critical, sequence(context(0, 'primitive', fromLatin1('20200101000000Z')))),
    );
  return list;
}
