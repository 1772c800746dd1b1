/** What a connection is told at its beginning, and what it tells when it has shaken hands. Plain data, made by `ssl/`. */
import type { CryptoProvider, GroupName } from '../crypto/provider.ts';
import type { ClientHello } from '../wire/handshake.ts';
import type { SignatureScheme, SuiteName } from '../wire/registries.ts';
import type { Credential, PeerVerifier } from './peer.ts';
import type { Session } from './session.ts';
import type { SessionCache } from './session12.ts';
import type { TicketKeeper } from './tickets.ts';
export type Version = 'TLSv1.2' | 'TLSv1.3';
export interface Settings {
    readonly role: 'client' | 'server';
    readonly provider: CryptoProvider;
    /** Milliseconds since the epoch. */
    readonly clock: () => number;
    /** The versions to offer or accept, best first. */
    readonly versions: readonly Version[];
    /** The suites to offer or accept, best first; those of all versions in one list. */
    readonly suites: readonly SuiteName[];
    /** A server's own order of suites decides, not the client's. */
    readonly preferOwnSuites: boolean;
    /** The groups to offer or accept, best first. */
    readonly groups: readonly GroupName[];
    /** Those of them that a client sends key shares for; without it the first. */
    readonly keyShares?: readonly GroupName[];
    /**
     * A server's: the groups in tiers. One of a better tier is worth a round trip where its share is missing, within a tier
     * none is. Without it all are one tier.
     */
    readonly groupTiers?: readonly (readonly GroupName[])[];
    /** What the peer may sign its handshake with, best first. */
    readonly schemes: readonly SignatureScheme[];
    /** What we may sign with, best first. */
    readonly signingSchemes: readonly SignatureScheme[];
    /** What certificates may be signed with, where that differs from `schemes` (RFC 8446 section 4.2.3). */
    readonly certificateSchemes?: readonly SignatureScheme[];
    /** ALPN protocol names, best first; empty: do not speak of it. */
    readonly protocols: readonly Uint8Array[];
    /** A client's name for the server, as SNI carries it (an A-label, never an IP literal). */
    readonly serverName: string | undefined;
    /**
     * A server's: shown a client's first hello, before anything is chosen. It may have other settings for this connection,
     * or refuse it with an alert of any number.
     */
    readonly answerHello?: (received: ReceivedHello) => HelloAnswer;
    /** The same when the version is chosen, told the name that the client asks for (RFC 6066 section 3). */
    readonly answerName?: (serverName: string | undefined) => HelloAnswer;
    /** Chains with keys; the first that fits is used. */
    readonly credentials: readonly Credential[];
    readonly verifier: PeerVerifier;
    /** Whether a server asks for a client certificate, and whether it insists. */
    readonly clientCertificate: 'none' | 'optional' | 'required';
    /**
     * TLS 1.3 only, RFC 8446 section 4.6.2: a client lets the server ask for a certificate after the handshake; a server
     * that wants one does not ask in the handshake, but when it is told to.
     */
    readonly postHandshakeAuthentication: boolean;
    /** Names of authorities (DER) that a server names in its certificate request. */
    readonly authorities: readonly Uint8Array[];
    /** A client asks for a stapled OCSP response. */
    readonly askForOcsp: boolean;
    /** A client pads its hello to 512 bytes where it would be between 256 and 511 long (RFC 7685). */
    readonly padClientHello: boolean;
    /** RFC 8446 appendix D.4. */
    readonly middleboxCompatibility: boolean;
    /** A server's: seals and opens session tickets, and how many it sends after a handshake. */
    readonly tickets: TicketKeeper | undefined;
    readonly ticketCount: number;
    /** A client's: a session to resume, if the server still knows it. */
    readonly session?: Session;
    /**
     * A client's: the key that it shares with the server from elsewhere, if it has one. TLS 1.2 asks when it has the
     * server's hint, if any (RFC 4279 section 5.2), TLS 1.3, which has no hints, before each hello (RFC 8446 section 4.2.11).
     */
    readonly pskClient?: (hint: Uint8Array | undefined) => SharedKey | undefined;
    /** A server's: the keys that it shares with clients from elsewhere, for either version. */
    readonly pskServer?: SharedKeys;
    /** A server's own group for the DHE suites of TLS 1.2; without one it chooses none of them. */
    readonly dhParameters?: DhParameters | undefined;
    /** Tickets of TLS 1.2 (RFC 5077): a client says that it understands them, a server gives them. */
    readonly offerTickets: boolean;
    /** A server's: the sessions of TLS 1.2 that it keeps itself, for clients that it gives no ticket. */
    readonly sessions?: SessionCache;
    /** How long the prime must be that a server of TLS 1.2 chooses for DHE; 2048 bits if nothing is said. */
    readonly leastDhBits?: number;
    /** A client speaks TLS 1.2 even with servers that know nothing of RFC 5746. */
    readonly legacyServers?: boolean;
    /** A server answers every first ClientHello with a cookie to be returned (RFC 8446 section 4.2.2). */
    readonly requireCookie: boolean;
    /** Plaintext of protected records is padded to a multiple of this many bytes; 1: none (RFC 8446 section 5.4). */
    readonly paddingBlock: number;
    /** Handshake messages of one flight share records; otherwise each has a record of its own, as with OpenSSL. */
    readonly gatherFlights: boolean;
    /** Lowers how many records one key protects before it is updated. */
    readonly recordsPerKey?: number;
    /**
     * Sees each ClientHello before it leaves, header included, and may put another in its place: to replay published
     * traces, and to play a client that no settings describe.
     */
    readonly rewriteClientHello?: (hello: Uint8Array) => Uint8Array;
    /** A transport that ends without close_notify counts as closed. */
    readonly tolerateEof: boolean;
    readonly observer?: Observer;
}
/** A key that both ends have from elsewhere, and the name that a client gives it. */
export interface SharedKey {
    /** May be empty in TLS 1.2, not in TLS 1.3. */
    readonly identity: Uint8Array;
    /** Not empty. The engine takes a copy where it keeps it. */
    readonly key: Uint8Array;
}
export interface SharedKeys {
    /** What a server of TLS 1.2 sends so that a client can choose its key. */
    readonly hint: Uint8Array | undefined;
    /** The key of this name; `undefined` where there is none. */
    find(identity: Uint8Array): Uint8Array | undefined;
}
/** Prime and generator (RFC 5246 section 7.4.3), without leading zeros. */
export interface DhParameters {
    readonly p: Uint8Array;
    readonly g: Uint8Array;
}
/** A ClientHello as a server has received it. */
export interface ReceivedHello {
    readonly hello: ClientHello;
    /** The message, header included: a view, as is what is in `hello`. */
    readonly bytes: Uint8Array;
    /** The name in it, if it is one. */
    readonly serverName: string | undefined;
}
/** What a server makes of who a client says it wants, and is. */
export type HelloAnswer = 
/** `settings`: those to go on with, where they are others. */
{
    readonly kind: 'accepted';
    readonly settings: Settings | undefined;
} | {
    readonly kind: 'refused';
    readonly alert: number;
};
/** Whoever wants to watch; each is optional, none may change anything. */
export interface Observer {
    /** A secret under its NSS key log label, when it is made. */
    secret?(label: string, clientRandom: Uint8Array, secret: Uint8Array): void;
    /** Every record header, inner content type, handshake message, alert and change_cipher_spec. */
    message?: ((event: MessageEvent) => void) | undefined;
}
export interface MessageEvent {
    readonly direction: 'read' | 'write';
    readonly kind: 'header' | 'innerContentType' | 'handshake' | 'alert' | 'changeCipherSpec';
    /** The version number of the record, or of the connection, as OpenSSL reports it. */
    readonly version: number;
    readonly data: Uint8Array;
}
/** What the two ends agreed on. Fields fill up as the handshake goes on. */
export interface Negotiated {
    version?: Version;
    suite?: SuiteName;
    group?: GroupName;
    /** The ALPN protocol. */
    protocol?: Uint8Array;
    /** A server's view of the client's suites, by number, in the client's order. */
    offeredSuites?: readonly string[];
    /** SNI as a server received it. */
    serverName?: string;
    /** A server's own chain, as it sent it or, where a session goes on, would have. */
    ownChain?: readonly Uint8Array[];
    /** What the peer sent as its chain, leaf first; empty where it sent none. */
    peerChain?: readonly Uint8Array[];
    /** The client has shown its chain after the handshake, also where a session went on (RFC 8446 section 4.6.2). */
    authenticatedLater?: boolean;
    /** How the server and the client signed. */
    serverScheme?: SignatureScheme;
    clientScheme?: SignatureScheme;
    resumed?: boolean;
    /** In TLS 1.2 without it, what is derived from the master secret may be another connection's too (RFC 7627). */
    extendedMasterSecret?: boolean;
    /** The `verify_data` of the first Finished of the handshake, and of the second (RFC 5929's tls-unique). */
    clientFinished?: Uint8Array;
    serverFinished?: Uint8Array;
    /** By which a server of TLS 1.2 names the session; empty where it has given none. */
    sessionId?: Uint8Array;
}
