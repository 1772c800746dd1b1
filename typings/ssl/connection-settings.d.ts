/** What a context says, as the engine wants to be told: a snapshot that later changes of the context leave alone. */
import type { CryptoProvider, GroupName } from '../crypto/provider.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { Observer, Settings } from '../tls/settings.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { type CipherRow } from './cipher-table.ts';
import { type OwnChain } from './credentials.ts';
import { type Demands, type SessionParts } from './session.ts';
import { Trust } from './trust.ts';
/** A context's settings at the moment of wrapping. */
export interface ContextSnapshot {
    readonly provider: CryptoProvider;
    readonly store: CertificateStore;
    readonly chains: readonly OwnChain[];
    readonly versionRange: readonly [number, number];
    readonly options: number;
    readonly suites: readonly CipherRow[];
    readonly groups: readonly GroupName[];
    readonly schemeChoices: {
        readonly client: readonly SignatureScheme[] | undefined;
        readonly server: readonly SignatureScheme[] | undefined;
    };
    readonly protocols: readonly Uint8Array[];
    readonly securityLevel: number;
    readonly verifyMode: number;
    readonly verifyFlags: number;
    readonly checkHostname: boolean;
    readonly commonNames: boolean;
    readonly tickets: TicketKeeper | undefined;
    readonly ticketCount: number;
}
export interface Wrapping {
    readonly serverSide: boolean;
    /** An A-label or an address. */
    readonly hostName: string | null;
    readonly observer: Observer;
    /** Told of the name that a client asks for. */
    readonly answerName: Settings['answerName'] | undefined;
    /** The session that the caller wants to resume. */
    readonly session: SessionParts | undefined;
}
/** The engine's settings, and who will judge the peer. */
export declare function settingsOf(context: ContextSnapshot, { serverSide, hostName, observer, session, answerName }: Wrapping): {
    readonly settings: Settings;
    readonly trust: Trust;
};
/** What a connection demands of its peer. */
export declare function demandsOf(context: ContextSnapshot, serverSide: boolean, hostName: string | null): Demands;
