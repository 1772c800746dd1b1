/** What a context says, as the engine wants to be told: a snapshot that later changes of the context leave alone. */
import { EMPTY } from '../bytes/bytes.ts';
import type { CryptoProvider, GroupName } from '../crypto/provider.ts';
import type { Profile } from '../pki/checks/profile.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { Credential } from '../tls/peer.ts';
import type { SessionCache } from '../tls/session12.ts';
import type { DhParameters, Observer, Settings, Version } from '../tls/settings.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import type { SignatureScheme, SuiteName } from '../wire/registries.ts';
import { hasFlag } from './buffers.ts';
import type { CipherRow } from './cipher-table.ts';
import { keyOf, type OwnChain } from './credentials.ts';
import {
  GROUPS,
  IMPLEMENTED_VERSIONS,
  LATTICE_SCHEMES,
  LEVEL_BITS,
  LEVEL_DH_BITS,
  SCHEMES,
  SCHEMES12,
  type SchemeRow,
} from './defaults.ts';
import { Options, VerifyMode } from './enums.ts';
import type { GroupPolicy } from './group-list.ts';
import { peerNameOf } from './host-names.ts';
import { clientPsk, type PskClientCallback, type PskServerCallback, serverPsks } from './psk-callbacks.ts';
import { chainToSend } from './sent-chain.ts';
import { type Demands, type Judgement, resumableUnder, type SessionParts } from './session.ts';
import { Trust } from './trust.ts';
import type { VerifyCallback } from './verify-callback.ts';

/** A context's settings at the moment of wrapping. */
export interface ContextSnapshot {
  readonly provider: CryptoProvider;
  readonly store: CertificateStore;
  readonly chains: readonly OwnChain[];
  /** That of them which was loaded last. */
  readonly latestChain: OwnChain | undefined;
  readonly versionRange: readonly [number, number];
  readonly options: number;
  readonly suites: readonly CipherRow[];
  readonly groups: GroupPolicy;
  readonly schemeChoices: {
    readonly client: readonly SignatureScheme[] | undefined;
    readonly server: readonly SignatureScheme[] | undefined;
  };
  readonly protocols: readonly Uint8Array[];
  readonly dhParameters: DhParameters | undefined;
  readonly securityLevel: number;
  readonly verifyMode: number;
  readonly verifyFlags: number;
  readonly checkHostname: boolean;
  readonly commonNames: boolean;
  readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
  readonly profile: Profile;
  readonly verifyCallback: VerifyCallback | null;
  readonly ocspStapling: number;
  readonly tickets: TicketKeeper | undefined;
  readonly sessions: SessionCache;
  readonly ticketCount: number;
  readonly pskClient: PskClientCallback | null;
  readonly pskServer: { readonly callback: PskServerCallback; readonly hint: string | null } | null;
  readonly postHandshakeAuth: boolean;
}

/**
 * A connection of `own` goes on with `other`. As in OpenSSL, some things are the connection's from its beginning:
 * versions, options, groups, what is asked of the peer, what a client offers. Others hang on the context: what is shown
 * and trusted, suites, parameters, the security level, what a server chooses, and whom to ask for keys.
 */
export function takenOver(
  own: ContextSnapshot,
  other: ContextSnapshot,
  serverSide: boolean,
): ContextSnapshot {
  const { chains, latestChain, store, suites, dhParameters, securityLevel, schemeChoices, protocols } = other;
  return {
    ...own,
    chains,
    latestChain,
    store,
    suites,
    dhParameters,
    securityLevel,
    schemeChoices,
    ...(serverSide && { protocols }),
    // Whether there are shared keys is settled; a context without a callback has none to give.
    pskClient: own.pskClient && (other.pskClient ?? NO_CLIENT_KEY),
    pskServer: own.pskServer && (other.pskServer ?? NO_SERVER_KEYS),
  };
}

const NO_CLIENT_KEY: PskClientCallback = () => [null, EMPTY];
const NO_SERVER_KEYS = { callback: () => EMPTY, hint: null };

export interface Wrapping {
  /** The object that callbacks are told of. */
  readonly owner: unknown;
  readonly serverSide: boolean;
  /** An A-label or an address. */
  readonly hostName: string | null;
  readonly observer: Observer;
  /** Who is asked about a client's hello, and about the name in it. */
  readonly answers: Pick<Settings, 'answerHello' | 'answerName'>;
  /** The session that the caller wants to resume. */
  readonly session: SessionParts | undefined;
}

/** The engine's settings, and who will judge the peer. */
export function settingsOf(
  context: ContextSnapshot,
  { owner, serverSide, hostName, observer, session, answers }: Wrapping,
): { readonly settings: Settings; readonly trust: Trust } {
  const { provider, options, securityLevel } = context;
  const role = serverSide ? 'server' : 'client';
  const peerName = hostName === null ? undefined : peerNameOf(hostName);
  const checksName = !serverSide && context.checkHostname;
  const demands = demandsOf(context, serverSide, hostName);
  const judgement = judgementOf(context, hostName);
  const trust = new Trust({
    ...judgement,
    provider,
    clock,
    verify: demands.verify,
    stapling: demands.stapling,
    peerName: checksName ? peerName : undefined,
    host: hostName,
    owner,
  });
  const resumable = resumableUnder(demands, judgement, session, trust);
  const { versions, suites, groups, schemes, signingSchemes } = offerOf(context);
  const { client, server } = context.schemeChoices;
  const settings: Settings = {
    role,
    provider,
    clock,
    versions,
    suites,
    preferOwnSuites: hasFlag(options, Options.OP_CIPHER_SERVER_PREFERENCE),
    ...groups,
    schemes: (serverSide ? client : server) ?? schemes,
    signingSchemes: (serverSide ? server : client) ?? signingSchemes,
    protocols: context.protocols,
    dhParameters: context.dhParameters,
    leastDhBits: LEVEL_DH_BITS[securityLevel],
    legacyServers: hasFlag(options, Options.OP_LEGACY_SERVER_CONNECT),
    // RFC 6066 section 3: addresses are not sent.
    serverName: !serverSide && peerName?.kind === 'dns' ? peerName.name : undefined,
    ...(serverSide && answers),
    credentials: context.chains.map((chain) => credentialOf(chain, context)),
    verifier: trust,
    clientCertificate: serverSide ? requests[context.verifyMode] : 'none',
    postHandshakeAuthentication: context.postHandshakeAuth,
    authorities: [],
    askForOcsp: !serverSide && context.ocspStapling !== VerifyMode.CERT_NONE,
    padClientHello: true,
    middleboxCompatibility: hasFlag(options, Options.OP_ENABLE_MIDDLEBOX_COMPAT),
    ...(resumable !== undefined && { session: resumable }),
    ...pskSettings(context, serverSide),
    tickets: context.tickets,
    ...(serverSide && { sessions: context.sessions }),
    ticketCount: context.ticketCount,
    // OpenSSL trusts the seal of tickets no further than level 2.
    offerTickets: !hasFlag(options, Options.OP_NO_TICKET) && securityLevel < 3,
    requireCookie: false,
    paddingBlock: 1,
    gatherFlights: false,
    tolerateEof: hasFlag(options, Options.OP_IGNORE_UNEXPECTED_EOF),
    observer,
  };
  return { settings, trust };
}

function pskSettings(
  { pskClient, pskServer }: ContextSnapshot,
  serverSide: boolean,
): Pick<Settings, 'pskClient' | 'pskServer'> {
  return {
    ...(!serverSide && pskClient !== null && { pskClient: clientPsk(pskClient) }),
    ...(serverSide && pskServer !== null && { pskServer: serverPsks(pskServer.callback, pskServer.hint) }),
  };
}

/** What a connection demands of its peer. */
export function demandsOf(context: ContextSnapshot, serverSide: boolean, hostName: string | null): Demands {
  return {
    verify: context.verifyMode !== VerifyMode.CERT_NONE,
    name: !serverSide && context.checkHostname ? hostName : null,
    stapling: serverSide ? VerifyMode.CERT_NONE : context.ocspStapling,
  };
}

/** How it judges certificates. */
export function judgementOf(context: ContextSnapshot, hostName: string | null): Judgement {
  const { store, verifyFlags: flags, securityLevel, commonNames, isPublicSuffix, profile } = context;
  const { verifyCallback } = context;
  const askedAbout = verifyCallback === null ? null : hostName;
  return { store, flags, securityLevel, commonNames, isPublicSuffix, profile, verifyCallback, askedAbout };
}

const clock = (): number => Date.now();

const requests: Readonly<Record<number, Settings['clientCertificate']>> = {
  [VerifyMode.CERT_NONE]: 'none',
  [VerifyMode.CERT_OPTIONAL]: 'optional',
  [VerifyMode.CERT_REQUIRED]: 'required',
};

/** What all connections of a context say, as long as nothing is set anew. */
interface Offer {
  /** All that it is made of, but for the suites. */
  readonly basis: readonly unknown[];
  readonly versions: readonly Version[];
  readonly suites: readonly SuiteName[];
  readonly groups: Pick<Settings, 'groups' | 'groupTiers' | 'keyShares'>;
  readonly schemes: readonly SignatureScheme[];
  readonly signingSchemes: readonly SignatureScheme[];
}

/** By the list of suites that a context holds: a thousand connections share what one would make. */
const offers = new WeakMap<readonly CipherRow[], Offer>();

function offerOf(context: ContextSnapshot): Offer {
  const { suites, groups, provider, securityLevel, versionRange, options } = context;
  const basis = [groups, provider, securityLevel, ...versionRange, options];
  const known = offers.get(suites);
  if (known?.basis.every((each, at) => each === basis[at])) return known;
  const versions = versionsOf(context);
  const schemes = schemesAt(securityLevel, versions);
  const made: Offer = {
    basis,
    versions,
    suites: suitesOf(context),
    groups: groupsOf(context),
    schemes,
    signingSchemes: [...schemes, ...atLevel(LATTICE_SCHEMES, securityLevel)],
  };
  offers.set(suites, made);
  return made;
}

/** Those within the range that no option turns off and the engine has. */
function versionsOf({ versionRange: [lowest, highest], options }: ContextSnapshot): readonly Version[] {
  return IMPLEMENTED_VERSIONS.filter(
    ({ number, off }) => number >= lowest && number <= highest && !hasFlag(options, off),
  ).map(({ version }) => version);
}

/** Those that the security level admits: from 3 on with forward secrecy only, and SHA-1's MAC counts as 160 bits. */
function suitesOf({ suites, securityLevel }: ContextSnapshot): readonly SuiteName[] {
  const least = LEVEL_BITS[securityLevel];
  return suites
    .filter(
      ({ bits, mac, keyExchange }) =>
        bits >= least &&
        (mac !== 'SHA1' || least <= 160) &&
        (securityLevel < 3 || FORWARD_SECRET.includes(keyExchange)),
    )
    .map((row) => row.standardName as SuiteName); // the registry has every row
}

const FORWARD_SECRET: readonly CipherRow['keyExchange'][] = ['any', 'ecdhe', 'dhe'];

/** Those that there is cryptography for and the security level admits. */
function groupsOf({
  groups: { tiers, keyShares },
  provider,
  securityLevel,
}: ContextSnapshot): Pick<Settings, 'groups' | 'groupTiers' | 'keyShares'> {
  const bits = new Map(GROUPS.map((row) => [row.group, row.bits]));
  const admitted = (group: GroupName) =>
    provider.groups.has(group) && (bits.get(group) ?? 0) >= LEVEL_BITS[securityLevel];
  const shared = keyShares.filter(admitted);
  const admittedTiers = tiers.map((tier) => tier.filter(admitted));
  return {
    groups: admittedTiers.flat(),
    ...(tiers.length > 1 && { groupTiers: admittedTiers }),
    ...(shared.length > 0 && { keyShares: shared }),
  };
}

function schemesAt(level: number, versions: readonly Version[]): readonly SignatureScheme[] {
  return atLevel(versions.includes('TLSv1.2') ? [...SCHEMES, ...SCHEMES12] : SCHEMES, level);
}

function atLevel(rows: readonly SchemeRow[], level: number): readonly SignatureScheme[] {
  return rows.filter(({ bits }) => bits >= LEVEL_BITS[level]).map(({ scheme }) => scheme);
}

function credentialOf(
  own: OwnChain,
  { provider, store, securityLevel, latestChain }: ContextSnapshot,
): Credential {
  const { chain, weakness } = chainToSend(own, store, { provider, level: securityLevel });
  return {
    chain,
    key: keyOf(own, provider),
    pss: own.leaf.subjectKey.pss,
    ...(own !== latestChain && { superseded: true }),
    ...(weakness !== undefined && { weakness }),
    ...(own.key.type === 'external' && { schemes: own.key.schemes }),
    ...(own.staple !== undefined && { ocspResponse: own.staple }),
  };
}
