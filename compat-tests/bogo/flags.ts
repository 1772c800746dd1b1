/**
 * The command line of a shim for BoringSSL's test runner: `-name` or `-name value`. Before a name may stand for which
 * connection it counts (`-on-initial-`, `-on-resume-`, `-on-retry-`). What is not known here is a test that is not for us.
 */
type Kind = 'switch' | 'value' | 'values';

/** Of a connection's flags: those that were given, each with its last value, and the lists. */
export class Flags {
  readonly #given = new Map<string, string[]>();

  add(name: string, value: string): void {
    const values = this.#given.get(name);
    if (values === undefined) this.#given.set(name, [value]);
    else values.push(value);
  }

  /** Whether another connection is told the same. */
  equals(other: Flags): boolean {
    return JSON.stringify([...this.#given]) === JSON.stringify([...other.#given]);
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  text(name: string): string | undefined {
    return this.#given.get(name)?.at(-1);
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }

  bytes(name: string): Uint8Array | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Uint8Array.from(Buffer.from(text, 'base64'));
  }

  numbers(name: string): readonly number[] | undefined {
    return this.#given.get(name)?.map(Number);
  }
}

/** Those that are understood. Some ask for what is so anyway, or what cannot be seen from outside. */
const KINDS: Readonly<Record<string, Kind>> = {
  port: 'value',
  'shim-id': 'value',
  ipv6: 'switch',
  server: 'switch',
  'resume-count': 'value',
  'is-handshaker-supported': 'switch',
  async: 'switch',
  'implicit-handshake': 'switch',
  'shim-writes-first': 'switch',
  'shim-shuts-down': 'switch',
  'check-close-notify': 'switch',
  'read-size': 'value',
  'no-op-extra-handshake': 'switch',
  'export-keying-material': 'value',
  'export-label': 'value',
  'export-context': 'value',
  'use-export-context': 'switch',
  'use-exporter-between-reads': 'switch',
  'tls-unique': 'switch',
  'key-update': 'switch',
  'key-update-before-read': 'switch',
  // What it is.
  'min-version': 'value',
  'max-version': 'value',
  'no-tls1': 'switch',
  'no-tls11': 'switch',
  'no-tls12': 'switch',
  'no-tls13': 'switch',
  cipher: 'value',
  'tls13-ciphers': 'values',
  curves: 'values',
  'server-preference': 'switch',
  'no-ticket': 'switch',
  'no-legacy-server-connect': 'switch',
  'host-name': 'value',
  'advertise-alpn': 'value',
  'select-alpn': 'value',
  'decline-alpn': 'switch',
  psk: 'value',
  'psk-identity': 'value',
  'cert-file': 'value',
  'key-file': 'value',
  'signing-prefs': 'values',
  'verify-prefs': 'values',
  'trust-cert': 'value',
  'verify-peer': 'switch',
  'verify-fail': 'switch',
  'require-any-client-certificate': 'switch',
  'use-custom-verify-callback': 'switch',
  'enable-ocsp-stapling': 'switch',
  'use-early-callback': 'switch',
  'fail-early-callback': 'switch',
  'install-ddos-callback': 'switch',
  'reverify-on-resume': 'switch',
  'use-old-client-cert-callback': 'switch',
  'renegotiate-ignore': 'switch',
  // What is to come of it.
  'expect-version': 'value',
  'expect-cipher': 'value',
  'expect-curve-id': 'value',
  'expect-peer-signature-algorithm': 'value',
  'expect-alpn': 'value',
  'expect-advertised-alpn': 'value',
  'expect-server-name': 'value',
  'expect-no-server-name': 'switch',
  'expect-ocsp-response': 'value',
  'expect-peer-cert-file': 'value',
  'expect-no-peer-cert': 'switch',
  'expect-session-miss': 'switch',
  'expect-no-session': 'switch',
  'expect-hrr': 'switch',
  'expect-no-hrr': 'switch',
  'expect-extended-master-secret': 'switch',
  'expect-secure-renegotiation': 'switch',
  'expect-no-secure-renegotiation': 'switch',
  'expect-total-renegotiations': 'value',
  'expect-verify-result': 'switch',
  'expect-ticket-renewal': 'switch',
  'expect-cipher-aes': 'value',
  'expect-cipher-no-aes': 'value',
  'expect-session-id': 'switch',
  'expect-no-session-id': 'switch',
};

const WHEN = ['initial', 'resume', 'retry'] as const;
type When = (typeof WHEN)[number];

/** The flags of each connection; a name that is not known is handed to `unknown`, which does not come back. */
export function readFlags(args: readonly string[], unknown: (name: string) => never): Record<When, Flags> {
  const flags: Record<When, Flags> = { initial: new Flags(), resume: new Flags(), retry: new Flags() };
  for (let at = 0; at < args.length; at++) {
    const written = args[at];
    const [, when, name] = /^-(?:on-(initial|resume|retry)-)?(.*)$/.exec(written) ?? [];
    const kind = KINDS[name ?? ''];
    if (kind === undefined) unknown(written);
    const value = kind === 'switch' ? '' : (args[++at] ?? unknown(`${written} without a value`));
    for (const each of when === undefined ? WHEN : [when as When]) flags[each].add(name, value);
  }
  return flags;
}
