/**
 * States of a handshake, RFC 8446 appendix A and RFC 5246 section 7.3. A state says which messages it expects, gets just those, and returns the
 * next one; everything else is refused in one place (`connection.ts`). What a state knows, it closes over.
 */
import type { Body13, Message13, MessageName13 } from '../wire/handshake.ts';
import type { Body12, Message12, MessageName12 } from '../wire/handshake12.ts';
import type { ContentType } from '../wire/record.ts';
import type { FaultName } from './faults.ts';
import type { MisuseName } from './outcome.ts';
import type { ReadHalf, WriteHalf } from './record/half.ts';
import type { Session } from './session.ts';
import type { Negotiated, Settings, Version } from './settings.ts';

export interface State {
  /** As in appendix A. */
  readonly name: string;
  /** By which version's tables a message is read; the hellos are the same in both. */
  readonly reads: Version;
  readonly expects: readonly (MessageName12 | MessageName13)[];
  readonly receive: (message: Message12 | Message13, effects: Effects) => State;
  /** What is passed over unread wherever it comes: in TLS 1.2, the wish to shake hands anew. */
  readonly passesOver?: PassedOver;
  /** Present in the one state of TLS 1.2 that expects a change_cipher_spec (RFC 5246 section 7.1); what it leads to. */
  readonly changeCipherSpec?: (effects: Effects) => State;
  /** What application data is at this point, where it is worse than a record out of place. */
  readonly dataFault?: FaultName;
  /** There when the handshake is complete. */
  readonly open?: Open;
  /** At a connected server: asks for the client's certificate (RFC 8446 section 4.6.2), or says why it cannot. */
  readonly askForCertificate?: MisuseName | ((effects: Effects) => State);
  /** Where nothing has been heard of the peer yet: the same under other settings. */
  readonly under?: (settings: Settings) => State;
  /** Within messages that come in one piece: no application data may stand between them (section 4.6.2). */
  readonly inOnePiece?: boolean;
}

export interface PassedOver {
  /** The number of the message. */
  readonly type: number;
  /** Whether the peer is told so (RFC 5246 section 7.2.2: no_renegotiation). */
  readonly warns: boolean;
}

/** A client in its handshake passes over a HelloRequest (RFC 5246 section 7.4.1.1). */
export const IGNORES_HELLO_REQUEST: PassedOver = { type: 0, warns: false };

/** What can be done with keys once the handshake is complete. */
export interface Open {
  /** Section 4.6.3; absent in TLS 1.2, whose keys last as long as the connection. */
  updateWriteKeys?(requestPeer: boolean, effects: Effects): void;
  /** Sends what is owed to the peer before it gets data. */
  beforeData?(effects: Effects): void;
  /** TLS 1.2 tells no context from an empty one (RFC 5705 section 4), TLS 1.3 does not. */
  exportKeyingMaterial(label: string, context: Uint8Array | undefined, length: number): Uint8Array;
  wipe(): void;
}

/** All that a state can do to the world. */
export interface Effects {
  /** Sends a message and returns its bytes, for the transcript. */
  send<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array;
  /** The same for a message of TLS 1.2. */
  send12<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array;
  /** Sends a message that is already encoded. */
  sendEncoded(message: Uint8Array): void;
  /** Ends a flight: nothing that was sent waits any longer. */
  flush(): void;
  /** The version that unprotected records carry from now on. */
  recordVersion(version: number): void;
  /** A change_cipher_spec, unprotected, now: that of TLS 1.2, or of middlebox compatibility (appendix D.4). */
  changeCipherSpec(): void;
  /** New keys for what comes. No part of a message may wait (section 5.1). */
  readKeys(half: ReadHalf): void;
  /** New keys for what goes out, from the next record on; with `changeCipherSpec` in front of that record if asked. */
  writeKeys(half: WriteHalf, options?: { readonly changeCipherSpec: boolean }): void;
  /** Unprotected records that may still come. */
  tolerate(...types: readonly ContentType[]): void;
  /** So many bytes of early data may be passed over. */
  skipEarlyData(bytes: number): void;
  /** A fatal alert of any number; one that has no name is not sent. */
  alert(description: number): void;
  /** Facts for the caller. */
  report(facts: Partial<Negotiated>): void;
  /** What has been reported so far. */
  readonly agreed: Readonly<Negotiated>;
  /** A secret for the key log, under its NSS label. */
  logSecret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void;
  /** A session that can be resumed. */
  keep(session: Session): void;
  /** Secrets of the handshake, which are overwritten if it comes to nothing. */
  guard(...secrets: readonly Secret[]): void;
}

export type Secret = Uint8Array | { wipe(): void };

/** A state of TLS 1.3 that expects these messages; `receive` sees no others. */
export function expecting<N extends MessageName13>(
  name: string,
  expects: readonly N[],
  receive: (message: Message13<N>, effects: Effects) => State,
  more: Omit<State, 'name' | 'expects' | 'receive' | 'reads'> = {},
): State {
  // The connection hands over only what `expects` lists, which is what the narrower parameter says.
  return { name, reads: 'TLSv1.3', expects, receive: receive as State['receive'], ...more };
}

/** The same for TLS 1.2, which has other messages. */
export function expecting12<N extends MessageName12>(
  name: string,
  expects: readonly N[],
  receive: (message: Message12<N>, effects: Effects) => State,
  more: Pick<State, 'passesOver' | 'dataFault' | 'open'> = {},
): State {
  return { name, reads: 'TLSv1.2', expects, receive: receive as State['receive'], ...more };
}

/** A state of TLS 1.2 that expects a change_cipher_spec and no message. */
export function expectingChangeCipherSpec(
  name: string,
  next: (effects: Effects) => State,
  more: Pick<State, 'passesOver'> = {},
): State {
  const state: State = {
    name,
    reads: 'TLSv1.2',
    expects: [],
    receive: () => state,
    changeCipherSpec: next,
    ...more,
  };
  return state;
}
