import type { CryptoProvider } from '../crypto/provider.ts';
import type { Profile } from '../pki/checks/profile.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { SessionCache } from '../tls/session12.ts';
import type { DhParameters, Observer, Settings } from '../tls/settings.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import type { CipherRow } from './cipher-table.ts';
import { type OwnChain } from './credentials.ts';
import type { GroupPolicy } from './group-list.ts';
import { type PskClientCallback, type PskServerCallback } from './psk-callbacks.ts';
import { type Demands, type Judgement, type SessionParts } from './session.ts';
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
    readonly pskServer: {
        readonly callback: PskServerCallback;
        readonly hint: string | null;
    } | null;
    readonly postHandshakeAuth: boolean;
}
/**
 * A connection of `own` goes on with `other`. As in OpenSSL, some things are the connection's from its beginning:
 * versions, options, groups, what is asked of the peer, what a client offers. Others hang on the context: what is shown
 * and trusted, suites, parameters, the security level, what a server chooses, and whom to ask for keys.
 */
export declare function takenOver(own: ContextSnapshot, other: ContextSnapshot, serverSide: boolean): ContextSnapshot;
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
export declare function settingsOf(context: ContextSnapshot, { owner, serverSide, hostName, observer, session, answers }: Wrapping): {
    readonly settings: Settings;
    readonly trust: Trust;
};
/** What a connection demands of its peer. */
export declare function demandsOf(context: ContextSnapshot, serverSide: boolean, hostName: string | null): Demands;
/** How it judges certificates. */
export declare function judgementOf(context: ContextSnapshot, hostName: string | null): Judgement;
