/** The context that a shim's flags describe. */
import * as ssl from 'pyssl';
import type { Flags } from './flags.ts';
import { CURVES, SCHEMES, SUITES, VERSIONS } from './numbers.ts';

type Refuse = (what: string) => never;

export function contextOf(flags: Flags, unimplemented: Refuse): ssl.SSLContext {
  const isServer = flags.has('server');
  const context = new ssl.SSLContext(isServer ? ssl.PROTOCOL_TLS_SERVER : ssl.PROTOCOL_TLS_CLIENT);
  if (!isServer) context.check_hostname = false;
  context.verify_mode = ssl.CERT_NONE;
  context.set_ciphers(`${cipherString(flags, unimplemented)}:@SECLEVEL=0`);
  limitVersions(context, flags, unimplemented);
  setOption(
    context,
    ssl.OP_CIPHER_SERVER_PREFERENCE,
    flags.has('server-preference') || flags.has('tls13-ciphers'),
  );
  setOption(context, ssl.OP_NO_TICKET, flags.has('no-ticket'));
  setOption(context, ssl.OP_LEGACY_SERVER_CONNECT, !flags.has('no-legacy-server-connect'));
  setLists(context, flags, unimplemented);
  setTrust(context, flags);
  setKeys(context, flags);
  return context;
}

function setOption(context: ssl.SSLContext, option: number, on: boolean): void {
  context.options = on ? context.options | option : context.options & ~option;
}

function cipherString(flags: Flags, unimplemented: Refuse): string {
  const text = flags.text('cipher') ?? 'ALL:!aNULL';
  // Groups of equal preference are BoringSSL's own.
  return /[[\]|]/.test(text) ? unimplemented(`-cipher ${text}`) : text;
}

function limitVersions(context: ssl.SSLContext, flags: Flags, unimplemented: Refuse): void {
  const lowest = Math.max(flags.number('min-version') ?? 0, VERSIONS['TLSv1.2']);
  const highest = flags.number('max-version') ?? VERSIONS['TLSv1.3'];
  const versions = Object.entries(VERSIONS).filter(
    ([name, number]) =>
      number >= lowest && number <= highest && !flags.has(`no-${name.toLowerCase().replace('v1.', '1')}`),
  );
  if (versions.length === 0) unimplemented('a version before TLS 1.2');
  const numbers = versions.map(([, number]) => number);
  context.minimum_version = Math.min(...numbers);
  context.maximum_version = Math.max(...numbers);
}

function setLists(context: ssl.SSLContext, flags: Flags, unimplemented: Refuse): void {
  const named = (what: string, table: Readonly<Record<number, string>>): string | undefined =>
    flags
      .numbers(what)
      ?.map((number) => table[number] ?? unimplemented(`-${what} ${number}`))
      .join(':');
  const curves = named('curves', CURVES);
  context.set_groups(curves ?? 'X25519:P-256:P-384');
  const suites = named('tls13-ciphers', SUITES);
  if (suites !== undefined) context.set_ciphersuites(suites);
  const settable = new Set(ssl.get_sigalgs());
  const schemes = Object.fromEntries(Object.entries(SCHEMES).filter(([, name]) => settable.has(name)));
  const [own, peers] = [named('signing-prefs', schemes), named('verify-prefs', schemes)];
  const isServer = flags.has('server');
  if (own !== undefined) isServer ? context.set_server_sigalgs(own) : context.set_client_sigalgs(own);
  if (peers !== undefined) isServer ? context.set_client_sigalgs(peers) : context.set_server_sigalgs(peers);
  const advertised = flags.text('advertise-alpn');
  if (advertised !== undefined) context.set_alpn_protocols(protocols(advertised));
  const selected = flags.text('select-alpn');
  if (selected !== undefined) context.set_alpn_protocols([selected]);
}

/** Each with its length before it, as on the wire. */
export function protocols(text: string): string[] {
  const names: string[] = [];
  for (let at = 0; at < text.length; at += 1 + text.charCodeAt(at))
    names.push(text.slice(at + 1, at + 1 + text.charCodeAt(at)));
  return names;
}

/** The runner's certificates are nobody's: any is taken, unless none shall be. */
function setTrust(context: ssl.SSLContext, flags: Flags): void {
  if (flags.has('require-any-client-certificate')) context.verify_mode = ssl.CERT_REQUIRED;
  else if (flags.has('verify-peer')) context.verify_mode = ssl.CERT_OPTIONAL;
  if (!flags.has('verify-fail')) context.verify_callback = () => 'accept';
  if (flags.has('enable-ocsp-stapling')) context.ocsp_stapling = ssl.CERT_OPTIONAL;
  if (flags.has('fail-early-callback'))
    context.client_hello_callback = () => ssl.ALERT_DESCRIPTION_HANDSHAKE_FAILURE;
}

function setKeys(context: ssl.SSLContext, flags: Flags): void {
  const [certificate, key] = [flags.text('cert-file'), flags.text('key-file')];
  if (certificate !== undefined) context.load_cert_chain(certificate, key ?? null);
  const psk = flags.text('psk');
  if (psk === undefined) return;
  const secret = Buffer.from(psk, 'latin1');
  const identity = flags.text('psk-identity') ?? '';
  if (flags.has('server'))
    context.set_psk_server_callback(
      (name) => ((name ?? '') === identity ? secret : Buffer.alloc(0)),
      identity || null,
    );
  else context.set_psk_client_callback(() => [identity, secret]);
}

/** An exception as the runner's author would read it. */
export function describe(error: unknown): string {
  if (error instanceof ssl.SSLError)
    return `:${error.reason ?? error.name}: ${error.message}${error.cause === undefined ? '' : `; ${describe(error.cause)}`}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
