import test from 'ava';
import { DerReader, tags } from '../../lib/pki/asn1/der.ts';
import { matchesHost } from '../../lib/pki/host-name.ts';
import { isWithin, type Name, nameOf, subjectHash } from '../../lib/pki/names.ts';
import { element, oid, sequence, setOf } from '../tools/der-writer.ts';
import { sha1 } from '../tools/key-provider.ts';
import { nameDer } from '../tools/make-certificate.ts';

const name = (der: Uint8Array): Name => nameOf(DerReader.only(der, tags.sequence));
const common = (tag: number, bytes: Uint8Array) =>
  name(sequence(setOf(sequence(oid('2.5.4.3'), element(tag, bytes)))));
const ascii = (text: string) => new TextEncoder().encode(text);

test('names are the same whatever their case, spacing and kind of string', (t) => {
  const plain = name(nameDer('CN=probe root'));
  t.is(common(tags.printableString, ascii('  Probe \t ROOT ')).canonical, plain.canonical);
  t.is(
    common(tags.bmpString, Uint8Array.from([...'Probe Root'].flatMap((c) => [0, c.charCodeAt(0)]))).canonical,
    plain.canonical,
  );
  t.not(name(nameDer('CN=proberoot')).canonical, plain.canonical);
  t.not(name(nameDer('O=probe root')).canonical, plain.canonical);
  // Only ASCII letters fold.
  t.not(name(nameDer('CN=É')).canonical, name(nameDer('CN=é')).canonical);
});

test('the hash of a name is what openssl names files in a directory by', (t) => {
  // openssl x509 -subject_hash of certificates with these subjects
  t.is(subjectHash(name(nameDer('CN=Probe Root')), sha1), HASHES['CN=Probe Root']);
  t.is(subjectHash(name(nameDer('C=XY, O=Some  Org')), sha1), HASHES['C=XY, O=Some  Org']);
});

test('subtrees of directory names go by whole attributes', (t) => {
  const base = name(nameDer('C=XY, O=Org'));
  t.true(isWithin(name(nameDer('C=XY, O=Org, CN=a')), base));
  t.true(isWithin(base, base));
  t.true(isWithin(base, name(nameDer(''))));
  t.false(isWithin(name(nameDer('C=XY, O=Organ')), base));
  t.false(isWithin(name(nameDer('C=XY')), base));
});

test('host names: RFC 9525 and what Python asks of OpenSSL', (t) => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['localhost', 'LocalHost', true],
    ['localhost', 'localhost.', false],
    ['*.example.org', 'a.example.org', true],
    ['*.EXAMPLE.org', 'A.example.ORG', true],
    ['*.example.org', 'a.b.example.org', false],
    ['*.example.org', 'example.org', false],
    ['*.example.org', '.example.org', false],
    ['f*.example.org', 'foo.example.org', false],
    ['*o.example.org', 'foo.example.org', false],
    ['a.*.example.org', 'a.b.example.org', false],
    ['*.*.example.org', 'a.b.example.org', false],
    ['*', 'localhost', false],
    ['*.', 'a.', false],
    ['*.org', 'example.org', false],
    ['*.example.org', 'xn--a-ecp.example.org', true],
    ['*.example.org', 'a_b.example.org', false],
    ['*.ex_ample.org', 'a.ex_ample.org', false],
    ['xn--a-ecp.example.org', 'xn--a-ecp.example.org', true],
    ['*.example.org', 'a\0.example.org', false],
    ['example.org\0.evil.test', 'example.org', false],
    ['', '', false],
    ['127.0.0.1', '127.0.0.1', true],
  ];
  for (const [pattern, host, expected] of cases)
    t.is(matchesHost(pattern, host), expected, `${pattern} ${host}`);
});

const HASHES: Readonly<Record<string, string>> = {
  'CN=Probe Root': '63d66383',
  'C=XY, O=Some  Org': '49cd49ba',
};
