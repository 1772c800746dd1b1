/**
 * Groups for key exchange by their names, and lists of them in the syntax of OpenSSL 3.5 (SSL_CTX_set1_groups_list),
 * of which earlier versions know names between colons and `?`:
 *
 * - `:` stands between groups, best first; `/` begins a new tier. A server takes a group out of the first tier that the
 *   client knows one of, even where that costs a round trip; within a tier it saves the round trip.
 * - `*` before a name: a client sends a key share for it. Without any, it sends one for the first group.
 * - `?` before a name: no error if there is no such group. `-`: takes out what an earlier place put in.
 * - `DEFAULT` is what a context has from the start. Names are known in any case. A name that comes twice counts where it came first.
 */
import type { CryptoProvider, GroupName } from '../crypto/provider.ts';
import { withoutSpaces } from './buffers.ts';
import { DEFAULT_GROUPS, GROUPS, type GroupRow } from './defaults.ts';
import { composedError } from './errors.ts';
import { ValueError } from './exceptions.ts';
import { pathOf } from './files.ts';
import { repr, typeName } from './repr.ts';

/** What a list says. */
export interface GroupPolicy {
  /** None of them empty, no group twice. */
  readonly tiers: readonly (readonly GroupName[])[];
  /** Those that a client sends key shares for; empty: the first of all. */
  readonly keyShares: readonly GroupName[];
}

/** The groups that there is cryptography for. */
type ProvidedGroups = CryptoProvider['groups'];

/** `set_groups`. */
export function groupList(text: string, provided: ProvidedGroups): GroupPolicy {
  return read(text, (name) => {
    const folded = name.toLowerCase();
    return rowsOf(provided).find((row) => allNames(row).some((each) => each.toLowerCase() === folded))?.group;
  });
}

/** `set_ecdh_curve`: one group by OpenSSL's short name, and only that. */
export function groupByShortName(name: unknown): GroupPolicy {
  const path = pathOf(name);
  if (path === undefined)
    throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(name)}`);
  const text = typeof path === 'string' ? path : String.fromCharCode(...path.subarray(0, 64));
  const row = GROUPS.find(({ shortName }) => shortName === text);
  if (row === undefined) throw new ValueError(`unknown elliptic curve name ${repr(name)}`);
  return { tiers: [[row.group]], keyShares: [] };
}

let defaults: GroupPolicy | undefined;

/** What a context has from the start, whether there is cryptography for all of it or not. */
export function defaultGroups(): GroupPolicy {
  defaults ??= read(DEFAULT_GROUPS, (name) => GROUPS.find(({ group }) => group === name)?.group);
  return defaults;
}

/** `get_groups`: the names of all groups, with those that go by another as well. */
export function groupNames(
  provided: ProvidedGroups,
  { aliases, tls13 }: { readonly aliases: boolean; readonly tls13: boolean },
): string[] {
  const rows = rowsOf(provided).filter((row) => tls13 || row.tls12);
  return rows.flatMap((row) => (aliases ? allNames(row) : [row.group]));
}

function rowsOf(provided: ProvidedGroups): GroupRow[] {
  return GROUPS.filter(({ group }) => provided.has(group));
}

function allNames({ group, shortName, aliases }: GroupRow): string[] {
  return [...new Set([group, shortName, ...aliases])];
}

type Find = (name: string) => GroupName | undefined;

interface Draft {
  readonly tiers: GroupName[][];
  keyShares: GroupName[];
}

function read(text: string, find: Find): GroupPolicy {
  const draft: Draft = { tiers: [], keyShares: [] };
  if (text.length > MAX_LENGTH) throw unrecognized();
  for (const tier of text.split('/')) {
    draft.tiers.push([]);
    for (const element of tier.split(':')) readElement(draft, withoutSpaces(element), find);
  }
  if (draft.keyShares.length > MAX_KEY_SHARES) throw unrecognized();
  return { tiers: draft.tiers.filter((tier) => tier.length > 0), keyShares: draft.keyShares };
}

function readElement(draft: Draft, element: string, find: Find): void {
  const [, marks = '', name = ''] = ELEMENT.exec(element) ?? [];
  const sends = marks.includes('*');
  const optional = marks.includes('?');
  const removes = marks.includes('-');
  if (name === '' || name.length > MAX_NAME || new Set(marks).size < marks.length) throw unrecognized();
  if (name === 'DEFAULT') {
    if (optional || removes) throw unrecognized();
    addDefaults(draft, sends, find);
    return;
  }
  const group = find(name);
  if (group === undefined && !optional) throw unrecognized();
  if (group === undefined) return;
  if (removes) remove(draft, group);
  else add(draft, group, sends);
}

/** Its first tier goes on with ours; what follows goes on with its last. */
function addDefaults(draft: Draft, sends: boolean, find: Find): void {
  const { tiers, keyShares } = defaultGroups();
  for (const [at, tier] of tiers.entries()) {
    if (at > 0) draft.tiers.push([]);
    for (const group of tier) {
      const isMarked = keyShares.includes(group) || (sends && group === tiers[0][0]);
      if (find(group) !== undefined) add(draft, group, isMarked);
    }
  }
}

function add(draft: Draft, group: GroupName, sends: boolean): void {
  if (draft.tiers.some((tier) => tier.includes(group))) return;
  draft.tiers.at(-1)?.push(group);
  if (sends) draft.keyShares.push(group);
}

function remove(draft: Draft, group: GroupName): void {
  for (const tier of draft.tiers) {
    const at = tier.indexOf(group);
    if (at !== -1) tier.splice(at, 1);
  }
  draft.keyShares = draft.keyShares.filter((name) => name !== group);
}

const unrecognized = () => composedError('unrecognized group');

/** Marks, and a name that does not begin with one. */
const ELEMENT = /^([*?-]*)([^*?-].*)$/;
/** Longer lists name something twice. */
const MAX_LENGTH = 1024;
/** OpenSSL's (`GROUP_NAME_BUFFER_LENGTH`, without the end of the text). */
const MAX_NAME = 63;
/** OpenSSL's (`OPENSSL_CLIENT_MAX_KEY_SHARES`). */
const MAX_KEY_SHARES = 4;
