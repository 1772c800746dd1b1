import test from 'ava';
import { bitFlags, context, element, integer, nothing, sequence } from '../tools/der-writer.ts';
import {
  authority,
  extension,
  generalName,
  makeCertificate,
  makeCrl,
  server,
} from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { words } from './trust.ts';

/** Lists that are flawed, and deltas that are taken for lists: they revoke as with OpenSSL, and clear nobody. */

const rootKey = testKey('secp256r1', 'root');
const leafKey = testKey('secp256r1', 'leaf');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key: leafKey,
  issuer: root,
  serialNumber: 77,
  extensions: server(leafKey, rootKey, 'dns:localhost'),
});

type Request = Partial<Parameters<typeof makeCrl>[0]>;

const list = (request: Request = {}) => makeCrl({ issuer: root, ...request });
const revokes = (extensions: readonly Uint8Array[] = []) => list({ revoked: [77], extensions });
/** Newer than the usual one, so that OpenSSL takes it. */
const newer = (request: Request) => list({ thisUpdate: 1_600_000_000, ...request });

function outcome(crls: readonly ReturnType<typeof makeCrl>[], rules = {}): string {
  return words({ chain: [leaf], roots: [root], crls, rules: { revocation: 'leaf', ...rules } });
}

const number = (value: number) => extension('2.5.29.20', false, integer(value));
const delta = (base: number) => extension('2.5.29.27', true, integer(base));
const point = (...fields: readonly Uint8Array[]) => extension('2.5.29.28', true, sequence(...fields));
const noReasons = context(3, 'primitive', bitFlags().subarray(2));

const FLAWS: readonly (readonly Uint8Array[])[] = [
  [number(1), number(1)],
  [extension('2.5.29.20', false, nothing())],
  [extension('2.5.29.28', true, nothing())],
  [extension('2.5.29.35', false, nothing())],
  [delta(1)],
];

test('a list with an extension that cannot be read, or a delta without a number, is kept and clears nobody', (t) => {
  t.is(outcome([list({ extensions: [number(1)] })]), 'ok');
  for (const extensions of FLAWS) {
    t.is(outcome([list({ extensions })]), 'crlNotFound at 0');
    t.is(outcome([list(), newer({ extensions })]), 'ok', 'beside a good one');
  }
});

test('the same lists revoke, whatever another one says', (t) => {
  for (const extensions of FLAWS) {
    t.is(outcome([revokes(extensions)]), 'revoked at 0');
    t.is(outcome([list(), newer({ extensions, revoked: [77] })]), 'revoked at 0');
  }
});

test('a delta revokes where nobody has asked for deltas, and its silence is no answer', (t) => {
  const extensions = [number(2), delta(1)];
  t.is(outcome([newer({ extensions })]), 'crlNotFound at 0');
  t.is(outcome([newer({ extensions, revoked: [77] })]), 'revoked at 0');
  t.is(outcome([list(), newer({ extensions })]), 'ok');
  t.is(outcome([list(), newer({ extensions, revoked: [77] })]), 'revoked at 0');
  t.is(outcome([revokes(), newer({ extensions })]), 'revoked at 0', 'OpenSSL asks the delta alone');
});

test('with extended support a delta is no list, and one for none of the reasons covers none', (t) => {
  const extended = { extendedCrls: true };
  t.is(outcome([newer({ extensions: [number(2), delta(1)], revoked: [77] })], extended), 'crlNotFound at 0');
  t.is(outcome([list({ extensions: [point(noReasons)] })], extended), 'crlNotFound at 0');
  t.is(outcome([revokes([point(noReasons)])], extended), 'revoked at 0');
  t.is(outcome([list(), newer({ extensions: [point(noReasons)], revoked: [77] })], extended), 'revoked at 0');
});

test('a flawed delta revokes, and neither takes off a list nor renews one', (t) => {
  const freshest = extension('2.5.29.46', false, sequence(sequence(context(0, 'constructed'))));
  const rules = { extendedCrls: true, deltaCrls: true };
  const base = { extensions: [number(1), freshest] };
  const removes = extension('2.5.29.21', false, element(0x0a, Uint8Array.of(8)));
  const malformedReason = extension('2.5.29.21', false, nothing());
  const update = (request: Request) => newer({ extensions: [number(2), delta(1)], ...request });
  t.is(outcome([list(base), update({})], rules), 'ok');
  t.is(outcome([list(base), update({ revoked: [77] })], rules), 'revoked at 0');
  t.is(
    outcome([list({ ...base, revoked: [77] }), update({ revoked: [77], entryExtensions: [removes] })], rules),
    'ok',
  );
  const flawed = (request: Request) =>
    update({ revoked: [76], entryExtensions: [malformedReason], ...request });
  t.is(outcome([list(base), flawed({})], rules), 'ok');
  t.is(outcome([list(base), flawed({ revoked: [77] })], rules), 'revoked at 0');
  t.is(outcome([list({ ...base, nextUpdate: 1_700_000_000 }), update({})], rules), 'ok');
  t.is(outcome([list({ ...base, nextUpdate: 1_700_000_000 }), flawed({})], rules), 'crlExpired at 0');
});

test('who stands in a list with another entry that cannot be read is revoked, even past critical extensions', (t) => {
  const entryExtensions = [extension('2.5.29.21', false, nothing())];
  for (const ignoreCritical of [false, true]) {
    t.is(outcome([list({ revoked: [76, 77, 78], entryExtensions })], { ignoreCritical }), 'revoked at 0');
    t.is(outcome([list({ revoked: [76, 78], entryExtensions })], { ignoreCritical }), 'crlNotFound at 0');
  }
});

test('a name relative to its issuer that is none is a flaw, found when it is read and not when it is compared', (t) => {
  const broken = context(0, 'constructed', context(1, 'constructed', integer(1)));
  t.is(outcome([list({ extensions: [point(broken)] })]), 'crlNotFound at 0');
  const other = makeCertificate({
    subject: 'CN=localhost',
    key: leafKey,
    issuer: root,
    extensions: [
      ...server(leafKey, rootKey, 'dns:localhost'),
      extension('2.5.29.31', false, sequence(sequence(broken))),
    ],
  });
  const full = context(0, 'constructed', context(0, 'constructed', generalName('uri:http://x/')));
  const crls = [list({ extensions: [point(full)] })];
  t.is(words({ chain: [other], roots: [root], crls, rules: { revocation: 'leaf' } }), 'unspecified at 0');
});
