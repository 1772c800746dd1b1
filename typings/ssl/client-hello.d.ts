import type { ReceivedHello } from '../tls/settings.ts';
import { type CallOutcome } from './server-name-callback.ts';
/**
 * A ClientHello (RFC 8446 section 4.1.2). Lists are in the client's order and hold IANA's numbers, those that nobody has
 * given out (RFC 8701) included; a list that the client does not send is empty. It is yours to keep.
 */
export interface ClientHello {
    /** As `sni_callback` has it: an A-label, `null` where there is none. */
    readonly server_name: string | null;
    /** Each byte of a name one character, whatever the client sends. */
    readonly alpn_protocols: readonly string[];
    /** The versions that the client speaks, as numbers of `TLSVersion`; just `legacy_version` where it lists none. */
    readonly supported_versions: readonly number[];
    readonly cipher_suites: readonly number[];
    readonly supported_groups: readonly number[];
    readonly signature_algorithms: readonly number[];
    readonly ec_point_formats: readonly number[];
    /** The types of all extensions. */
    readonly extensions: readonly number[];
    readonly legacy_version: number;
    readonly random: Uint8Array;
    readonly session_id: Uint8Array;
    /** The message whole, its header of four bytes included. */
    readonly raw: Uint8Array;
}
/** Called with the object, the hello and the object's context; an alert's number refuses, nothing goes on. */
export type ClientHelloCallback<Obj = unknown, Context = unknown> = (sslobject: Obj, client_hello: ClientHello, context: Context) => number | null | undefined | void;
/** What came of a call. */
export declare function helloOutcome(call: () => unknown): CallOutcome;
/** A hello in Python's spelling, and in bytes of its own. */
export declare function describeHello({ hello, bytes, serverName }: ReceivedHello): ClientHello;
