/** `client_hello_callback`: a server's view of what a client offers, as it stands on the wire. */
import { latin1 } from '../bytes/bytes.ts';
import type { ReceivedHello } from '../tls/settings.ts';
import {
  extensionNumbers,
  groupNumbers,
  schemeNumbers,
  suiteNumbers,
  versionNumbers,
} from '../wire/registries.ts';
import { callbackFailure, called } from './callback-failure.ts';
import { type CallOutcome, outcomeIn } from './server-name-callback.ts';

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
export type ClientHelloCallback<Obj = unknown, Context = unknown> = (
  sslobject: Obj,
  client_hello: ClientHello,
  context: Context,
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback may end without a word
) => number | null | undefined | void;

/** What came of a call. */
export function helloOutcome(call: () => unknown): CallOutcome {
  const outcome = outcomeIn(called(NAME, call));
  if (outcome instanceof TypeError) throw callbackFailure(NAME, outcome);
  return outcome;
}

const NAME = 'client_hello_callback';

/** A hello in Python's spelling, and in bytes of its own. */
export function describeHello({ hello, bytes, serverName }: ReceivedHello): ClientHello {
  const { extensions, legacyVersion } = hello;
  const { supported_versions: versions, application_layer_protocol_negotiation: protocols } = extensions;
  return Object.freeze({
    server_name: serverName ?? null,
    alpn_protocols: Object.freeze((protocols ?? []).map(latin1)),
    supported_versions:
      versions === undefined ? Object.freeze([legacyVersion]) : numbers(versions, versionNumbers),
    cipher_suites: numbers(hello.cipherSuites, suiteNumbers),
    supported_groups: numbers(extensions.supported_groups, groupNumbers),
    signature_algorithms: numbers(extensions.signature_algorithms, schemeNumbers),
    ec_point_formats: Object.freeze([...(extensions.ec_point_formats ?? [])]),
    extensions: numbers(extensions.order, extensionNumbers),
    legacy_version: legacyVersion,
    random: hello.random.slice(),
    session_id: hello.legacySessionId.slice(),
    raw: bytes.slice(),
  });
}

/** What the codec has made names of, as the numbers that they were. */
function numbers(
  names: readonly string[] | undefined,
  table: Readonly<Record<string, number>>,
): readonly number[] {
  return Object.freeze((names ?? []).map((name) => table[name] ?? Number(name)));
}
