/** The names, kinds and values of CPython's module, from its own list where that is at hand. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { whereListed } from './surface.ts';

const names = ssl as unknown as Record<string, unknown>;

/** What is not there, or is otherwise, and why. */
const ABSENT: Readonly<Record<string, string>> = {
  'SSLContext._wrap_socket': 'the seam to C: a socket stands on two buffers here, by `_wrap_bio`',
  'SSLContext._load_windows_store_certs': 'there is no API for the Windows store',
  'SSLContext._windows_cert_stores': 'there is no API for the Windows store',
  OPENSSL_VERSION: 'says which implementation this is',
  HAS_TLSv1: 'false: a version that RFC 8996 takes out of use',
  HAS_TLSv1_1: 'false: a version that RFC 8996 takes out of use',
};

/** Attributes of a class in Python, of each context here: whoever extends a class declares them as its own. */
const CLASS_ATTRIBUTES = new Set(['sslobject_class', 'sslsocket_class']);

whereListed('constants have their names and values', (t, { constants }) => {
  for (const [name, { value }] of Object.entries(constants)) {
    if (name in ABSENT) continue;
    t.deepEqual(names[name], value, name);
  }
});

whereListed('enumerations have their members, by name and by value', (t, { enums }) => {
  for (const [name, { members }] of Object.entries(enums)) {
    const ours = names[name] as Record<string, unknown>;
    for (const [member, { value }] of Object.entries(members)) {
      if (name === 'Purpose') {
        const { nid, shortname, longname, oid } = ours[member] as ssl._ASN1Object;
        t.deepEqual([nid, shortname, longname, oid], value as unknown[], member);
      } else {
        t.is(ours[member], value, `${name}.${member}`);
        t.is(members[String(ours[value as number])]?.value, value, `${name}[${value}]`);
      }
    }
    t.deepEqual(Object.keys(ours).sort(), Object.keys(members).sort(), name);
  }
});

whereListed('exceptions have their parents', (t, { exceptions }) => {
  for (const [name, { mro }] of Object.entries(exceptions)) {
    const Class = names[name] as new (...args: unknown[]) => Error;
    const error = new Class(1, 'words');
    for (const parent of mro.filter((each) => each in names)) {
      t.true(error instanceof (names[parent] as new () => Error), `${name} is a ${parent}`);
    }
    t.is(mro.includes('ValueError'), error instanceof ssl.ValueError, name);
  }
});

whereListed('feature flags tell what is there', (t, { flags_bool }) => {
  for (const [name, value] of Object.entries(flags_bool)) {
    t.is(names[name], name in ABSENT ? false : value, name);
  }
});

whereListed('functions are there, and only what has a reason is not', (t, { functions }) => {
  for (const name of Object.keys(functions)) {
    t.is(typeof names[name], name in ABSENT ? 'undefined' : 'function', name);
  }
});

whereListed('classes have their members, and only what has a reason is not there', (t, { classes }) => {
  for (const [name, { members }] of Object.entries(classes)) {
    const Class = names[name] as { readonly prototype: object } | undefined;
    if (Class === undefined) {
      t.true(name in ABSENT, name);
      continue;
    }
    for (const [member, { kind }] of Object.entries(members)) {
      if (member.startsWith('__') || name === 'DefaultVerifyPaths') continue;
      const full = `${name}.${member}`;
      const descriptor = describe(Class.prototype, member);
      if (kind === 'classmethod') {
        t.is(typeof (Class as unknown as Record<string, unknown>)[member], 'function', full);
      } else if (full in ABSENT || CLASS_ATTRIBUTES.has(member)) {
        t.is(descriptor, undefined, full);
      } else if (kind === 'method') {
        t.is(typeof descriptor?.value, 'function', full);
      } else {
        t.is(typeof descriptor?.get, 'function', full);
      }
    }
  }
});

function describe(prototype: object | null, member: string): PropertyDescriptor | undefined {
  for (let at = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, member);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('enumerations are frozen', (t) => {
  t.true(Object.isFrozen(ssl.Options));
  t.throws(() => Reflect.construct(ssl.SSLSession, []), { instanceOf: TypeError });
  t.is(new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).sslobject_class, ssl.SSLObject);
});

/** What came after 3.13, which the list does not have. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  SSLContext: ['set_ciphersuites', 'set_groups', 'get_groups', 'set_client_sigalgs', 'set_server_sigalgs'],
  SSLObject: ['group', 'client_sigalg', 'server_sigalg'],
  SSLSocket: ['group', 'client_sigalg', 'server_sigalg'],
};

test('what 3.14 and 3.15 added is there', (t) => {
  t.is(typeof ssl.get_sigalgs, 'function');
  for (const [name, members] of Object.entries(ADDED)) {
    const { prototype } = names[name] as { readonly prototype: object };
    for (const member of members) t.is(typeof describe(prototype, member)?.value, 'function', member);
  }
});
