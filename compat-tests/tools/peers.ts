/**
 * Real counterparts on loopback, in one shape: what they are told, and what is heard of them. Each is a program of its
 * own (but Node's), is waited for by what it prints, and is ended with the test.
 */
export type Version = 'TLSv1.2' | 'TLSv1.3';

export interface PeerSettings {
  readonly version: Version;
  /** The one suite that it may use, in the name that Python's `cipher()` gives it. */
  readonly suite?: string;
  /** The one group that it may use, in OpenSSL's name. */
  readonly group?: string;
  /** ALPN protocols, the most wanted first. */
  readonly protocols?: readonly string[];
  /** The file of `compat-tests/certs` that it presents. */
  readonly present?: string;
  /** As a server: demand a certificate of the client. */
  readonly demandCertificate?: boolean;
  /** As a server: the file of `compat-tests/certs` with its group for DHE. */
  readonly dhParameters?: string;
  /** A key that both have from elsewhere, and its name. */
  readonly sharedKey?: SharedKey;
  /** Records of TLS 1.2 in CBC keep their MAC inside. Only some counterparts can be told. */
  readonly macInside?: boolean;
}

export interface SharedKey {
  readonly identity: string;
  readonly key: Uint8Array;
}

/** One connection, seen from the counterpart. */
export interface Peer {
  /** Resolves when its handshake is over, with what it says was agreed. */
  facts(): Promise<Facts>;
  /** It sends the next so many bytes of the payload. */
  send(length: number): Promise<void>;
  /** It has received the next so many bytes of the payload, and nothing else before them. */
  received(length: number): Promise<void>;
  /**
   * It changes its keys; `ask` has the other side do so too (RFC 8446 section 4.6.3). Absent where it cannot. Resolves
   * when it is known to be done, which may take data from the other side: OpenSSL's tools print late.
   */
  readonly updateKeys?: (ask: boolean) => Promise<void>;
  /** It sends close_notify, and ends. */
  close(): Promise<void>;
  /** It has seen our close_notify and ended in good order. */
  closed(): Promise<void>;
  /** Whatever its state, nothing of it remains. */
  kill(): void;
}

export interface Facts {
  readonly version: string;
  readonly suite: string;
  readonly protocol: string | undefined;
}

export interface Counterpart {
  readonly name: string;
  /** Says why it is not to be had here; `undefined` where it is. */
  readonly missing: string | undefined;
  /** Whether it can be held to one suite of TLS 1.3; Python's `set_ciphers` cannot. */
  readonly choosesSuites13: boolean;
  /** Whether its peers have `updateKeys`. */
  readonly updatesKeys: boolean;
  /** Whether it minds `macInside`. */
  readonly keepsMacInside: boolean;
  /** Whether a conversation takes something that it does not have. */
  readonly lacks?: (settings: Omit<PeerSettings, 'version'>) => boolean;
  serve(settings: PeerSettings): Promise<Peer & { readonly port: number }>;
  call(port: number, settings: PeerSettings): Promise<Peer>;
}

/**
 * A part of an endless text that says where it is: lines of digits, since OpenSSL's tools take letters at the head of
 * what they read for commands.
 */
export function payload(from: number, to: number): Uint8Array {
  return new TextEncoder().encode(payloadText(from, to));
}

export function payloadText(from: number, to: number): string {
  const first = Math.floor(from / LINE);
  const count = Math.ceil(to / LINE) - first;
  const lines = Array.from({ length: count }, (_, i) => `${String(first + i).padStart(LINE - 1, '0')}\n`);
  return lines.join('').slice(from - first * LINE, to - first * LINE);
}

const LINE = 10;

/** Keeps count of what went one way. */
export class Course {
  #at = 0;

  next(length: number): readonly [from: number, to: number] {
    const from = this.#at;
    this.#at += length;
    return [from, this.#at];
  }
}
