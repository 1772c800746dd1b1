import type { CryptoProvider } from '../crypto/provider.ts';
import { warnDeprecated } from '../host/warnings.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { cInt, cIntOfLong, cLong, cText, flags, hasFlag } from './buffers.ts';
import { chooseCiphers } from './cipher-string.ts';
import { type CipherDescription, type CipherRow, cipherRows13, describe } from './cipher-table.ts';
import {
  DEFAULT_CIPHERS,
  DEFAULT_OPTIONS,
  DEFAULT_SECURITY_LEVEL,
  DEFAULT_TICKETS,
  DEFAULT_VERIFY_FLAGS,
} from './defaults.ts';
import { _SSLMethod, Options, TLSVersion, VerifyMode } from './enums.ts';
import { AttributeError, OverflowError, SSLError, ValueError } from './exceptions.ts';
import { defaultGroups, type GroupPolicy, groupByShortName, groupList, groupNames } from './group-list.ts';
import { bind, noArguments, oneArgument, type Signature } from './keywords.ts';
import { decodeProtocols, encodeProtocols, schemeList, suiteList } from './negotiation-lists.ts';
import { noneOr } from './repr.ts';
import { completeFlags } from './verify-rules.ts';

const setAlpnProtocols: Signature = {
  name: 'SSLContext.set_alpn_protocols',
  language: 'Python',
  parameters: ['alpn_protocols'],
};

const setNpnProtocols: Signature = {
  name: 'SSLContext.set_npn_protocols',
  language: 'Python',
  parameters: ['npn_protocols'],
};
const getGroups: Signature = {
  name: 'get_groups',
  language: 'C',
  parameters: [],
  keywordOnly: ['include_aliases'],
};

/**
 * What a context says of how to talk, and with whom: plain settings, each checked where it is set, in CPython's words.
 * `SSLContext` adds certificates and connections to it.
 */
export abstract class ContextPolicy {
  readonly #protocol: number;
  #verifyMode: number;
  #checkHostname: boolean;
  #minimum: number;
  #maximum: number = TLSVersion.MAXIMUM_SUPPORTED;
  #options = DEFAULT_OPTIONS;
  #verifyFlags = DEFAULT_VERIFY_FLAGS;
  #hostFlags = NO_PARTIAL_WILDCARDS;
  #securityLevel = DEFAULT_SECURITY_LEVEL;
  #tickets = DEFAULT_TICKETS;
  #postHandshakeAuth = false;
  #suites12: readonly CipherRow[] = [];
  #suites13 = cipherRows13;
  #suites: readonly CipherRow[] | undefined;
  #groups: GroupPolicy = defaultGroups();
  #clientSchemes: readonly SignatureScheme[] | undefined;
  #serverSchemes: readonly SignatureScheme[] | undefined;
  #protocols: readonly Uint8Array[] = [];
  #crypto: CryptoProvider | undefined;

  constructor(protocol: unknown) {
    this.#protocol = checkProtocol(protocol);
    const isClient = this.#protocol === _SSLMethod.PROTOCOL_TLS_CLIENT;
    this.#verifyMode = isClient ? VerifyMode.CERT_REQUIRED : VerifyMode.CERT_NONE;
    this.#checkHostname = isClient;
    this.#minimum = this.#fixedVersion ? TLSVersion.MINIMUM_SUPPORTED : TLSVersion.TLSv1_2;
    this.set_ciphers(DEFAULT_CIPHERS);
  }

  /** The protocol version chosen when constructing the context: a `PROTOCOL_` constant. Read-only. */
  get protocol(): number {
    return this.#protocol;
  }

  /**
   * Whether to verify peers' certificates, and whether they have to show one: `CERT_NONE`, `CERT_OPTIONAL` or
   * `CERT_REQUIRED`. For clients the last two are the same. A `ValueError` for other numbers, and for `CERT_NONE` while
   * `check_hostname` is set.
   */
  get verify_mode(): number {
    return this.#verifyMode;
  }
  set verify_mode(value: number) {
    const mode = cIntOfLong(value);
    if (VerifyMode[mode] === undefined) throw new ValueError('invalid value for verify_mode');
    if (mode === VerifyMode.CERT_NONE && this.#checkHostname)
      throw new ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.');
    this.#verifyMode = mode;
  }

  /**
   * Whether `do_handshake()` matches the server's certificate against `server_hostname`. Setting it makes `CERT_NONE`
   * `CERT_REQUIRED`. It acts only where `wrap_bio()` is given a name.
   */
  get check_hostname(): boolean {
    return this.#checkHostname;
  }
  set check_hostname(value: unknown) {
    this.#checkHostname = Boolean(value);
    if (this.#checkHostname && this.#verifyMode === VerifyMode.CERT_NONE)
      this.#verifyMode = VerifyMode.CERT_REQUIRED;
  }

  /**
   * The lowest version that a connection may have, one of `TLSVersion`: `TLSv1_2` from the start. A `ValueError` for a
   * number that is no version, and where the protocol of the context says it all.
   */
  get minimum_version(): number {
    return this.#minimum;
  }
  set minimum_version(value: number) {
    const version = this.#checkVersion(value);
    // SSLv3 is off by an option too, which CPython takes back here.
    if (version === TLSVersion.SSLv3 && hasFlag(this.#options, Options.OP_NO_SSLv3))
      this.#options -= Options.OP_NO_SSLv3;
    this.#minimum = version === TLSVersion.MAXIMUM_SUPPORTED ? TLSVersion.TLSv1_3 : version;
  }

  /**
   * The highest version that a connection may have, one of `TLSVersion`: `MAXIMUM_SUPPORTED` from the start. One below
   * `minimum_version` is taken; handshakes then fail with `NO_PROTOCOLS_AVAILABLE`.
   */
  get maximum_version(): number {
    return this.#maximum;
  }
  set maximum_version(value: number) {
    const version = this.#checkVersion(value);
    this.#maximum = version === TLSVersion.MINIMUM_SUPPORTED ? TLSVersion.TLSv1 : version;
  }

  #checkVersion(value: unknown): number {
    const version = cLong(value);
    if (version >= 2 ** 31) throw new OverflowError('Option is too long');
    if (this.#fixedVersion)
      throw new ValueError(
        "The context's protocol doesn't support modification of highest and lowest version.",
      );
    if (TLSVersion[version] === undefined)
      throw new ValueError(`Unsupported TLS/SSL version 0x${uint32(version).toString(16)}`);
    if (DEPRECATED_VERSIONS.has(version))
      warnDeprecated(`ssl.TLSVersion.${TLSVersion[version]} is deprecated`);
    return version;
  }

  /** The old way to ask for a version: one for the whole context. */
  get #fixedVersion(): boolean {
    return this.#protocol in FIXED_VERSIONS;
  }

  /** The numbers of the lowest and highest version, whatever way they were given. */
  protected get versionRange(): readonly [number, number] {
    const fixed = FIXED_VERSIONS[this.#protocol];
    if (fixed !== undefined) return [fixed, fixed];
    const lowest = this.#minimum === TLSVersion.MINIMUM_SUPPORTED ? 0 : this.#minimum;
    const highest = this.#maximum === TLSVersion.MAXIMUM_SUPPORTED ? Number.POSITIVE_INFINITY : this.#maximum;
    return [lowest, highest];
  }

  /**
   * A set of `OP_` flags, up to 64 bits in Python, 53 here. An `OverflowError` for numbers beyond either, but what
   * JavaScript's bit operations make negative is understood. (Python's documentation: "SSL Contexts", "Constants".)
   */
  get options(): number {
    return this.#options;
  }
  set options(value: number | bigint) {
    const options = flags(value, 'refused');
    const added = OLD_VERSION_SWITCHES.some(
      (flag) => hasFlag(options, flag) && !hasFlag(this.#options, flag),
    );
    if (added) warnDeprecated('ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated');
    this.#options = options;
  }

  /** A set of `VERIFY_` flags for the verification of certificates; `VERIFY_X509_TRUSTED_FIRST` from the start. */
  get verify_flags(): number {
    return this.#verifyFlags;
  }
  set verify_flags(value: number | bigint) {
    this.#verifyFlags = completeFlags(this.#verifyFlags, flags(value, 'wrapped'));
  }

  get _host_flags(): number {
    return this.#hostFlags;
  }

  /** Whether a subject's common name stands in for a host name where the certificate has no DNS name. */
  get hostname_checks_common_name(): boolean {
    return !hasFlag(this.#hostFlags, NEVER_CHECK_SUBJECT);
  }
  set hostname_checks_common_name(value: unknown) {
    this.#hostFlags = NO_PARTIAL_WILDCARDS + (value ? 0 : NEVER_CHECK_SUBJECT);
  }

  /** How strong keys and algorithms have to be: OpenSSL's level 0 to 5, set by `@SECLEVEL` in a cipher string. */
  get security_level(): number {
    return this.#securityLevel;
  }

  /**
   * How many TLS 1.3 session tickets a server sends after a handshake, 2 from the start. A `ValueError` on client
   * contexts.
   */
  get num_tickets(): number {
    return this.#tickets;
  }
  set num_tickets(value: number) {
    const count = cLong(value);
    if (count < 0) throw new ValueError('value must be non-negative');
    if (this.#protocol !== _SSLMethod.PROTOCOL_TLS_SERVER)
      throw new ValueError('SSLContext is not a server context.');
    this.#tickets = count;
  }

  /**
   * TLS 1.3: a client says that it can be asked for its certificate after the handshake; a server that verifies
   * certificates does not ask in the handshake, but when `verify_client_post_handshake()` is called.
   */
  get post_handshake_auth(): boolean {
    return this.#postHandshakeAuth;
  }
  set post_handshake_auth(value: unknown) {
    this.#postHandshakeAuth = Boolean(value);
  }

  /**
   * Chooses the suites of TLS 1.2, in OpenSSL's cipher list format: names and words like `ECDHE+AESGCM:!aNULL` between
   * colons, with `@SECLEVEL=n` for `security_level`. Those of TLS 1.3 stay: see `set_ciphersuites()`. An `SSLError`, "No
   * cipher can be selected.", where nothing is; after a string without a mistake in it, the context has none then.
   */
  set_ciphers(...args: [cipherlist: string]): void {
    const { suites, securityLevel, malformed } = chooseCiphers(textArgument('set_ciphers', args));
    if (securityLevel !== undefined) this.#securityLevel = securityLevel;
    if (!malformed) this.#suites12 = suites;
    this.#suites = undefined;
    if (suites.length === 0) throw new SSLError('No cipher can be selected.');
  }

  /**
   * Chooses the suites of TLS 1.3, best first (Python 3.15): names between colons, such as `TLS_AES_128_GCM_SHA256`.
   * Unknown ones are passed over; an `SSLError` where none is known. An empty text takes all away.
   */
  set_ciphersuites(...args: [ciphersuites: string]): void {
    this.#suites13 = suiteList(textArgument('set_ciphersuites', args));
    this.#suites = undefined;
  }

  /** The enabled suites, best first, whatever the versions: dicts of name, protocol, strength in bits and more. */
  get_ciphers(...args: []): CipherDescription[] {
    noArguments('_SSLContext.get_ciphers', args, 'C');
    return this.suites.map(describe);
  }

  /** The same list until it is set anew: what is made of it can be kept with it. */
  protected get suites(): readonly CipherRow[] {
    this.#suites ??= [...this.#suites13, ...this.#suites12];
    return this.#suites;
  }

  /**
   * Sets the one group for key exchange, by OpenSSL's short name: `prime256v1`, `secp384r1`, `X25519`, `ffdhe2048`. A
   * `ValueError` for any other, `secp256r1` and `x25519` among them: see `set_groups()`.
   */
  set_ecdh_curve(...args: [name: string | Uint8Array]): void {
    this.#groups = groupByShortName(oneArgument('_SSLContext.set_ecdh_curve', args));
  }

  /**
   * Sets the groups for key exchange, best first (Python 3.15): names between colons, such as `x25519:P-256`. As in
   * OpenSSL 3.5, `/` begins a tier, `*` sends a key share, `?` tolerates an unknown name, `-` takes one out. An
   * `SSLError`, "unrecognized group", for what cannot be read.
   */
  set_groups(...args: [grouplist: string]): void {
    this.#groups = groupList(textArgument('set_groups', args), this.crypto.groups);
  }

  /**
   * The names of all groups that can be set and that the context's versions have (Python 3.15), by all names on
   * demand.
   */
  get_groups(keywords?: { readonly include_aliases?: boolean }): string[];
  get_groups(...args: readonly unknown[]): string[] {
    const [aliases] = bind(getGroups, args);
    const [, highest] = this.versionRange;
    return groupNames(this.crypto.groups, {
      aliases: Boolean(aliases),
      tls13: highest >= TLSVersion.TLSv1_3,
    });
  }

  protected get groups(): GroupPolicy {
    return this.#groups;
  }

  /**
   * What clients may sign with when they authenticate themselves, best first (Python 3.15): names between colons, such
   * as `ecdsa_secp256r1_sha256` or `RSA-PSS+SHA256`. On a client, what it signs with; on a server, what it asks for. An
   * `SSLError`, "unrecognized signature algorithm", for an unknown one without `?` before it.
   */
  set_client_sigalgs(...args: [sigalgslist: string]): void {
    this.#clientSchemes = schemeList(textArgument('set_client_sigalgs', args));
  }

  /**
   * What servers may sign their handshakes with, best first (Python 3.15): see `set_client_sigalgs()` for the form. On a
   * server, what it signs with; on a client, what it offers to check.
   */
  set_server_sigalgs(...args: [sigalgslist: string]): void {
    this.#serverSchemes = schemeList(textArgument('set_server_sigalgs', args));
  }

  protected get schemeChoices() {
    return { client: this.#clientSchemes, server: this.#serverSchemes };
  }

  /**
   * Which protocols to offer in the handshake (RFC 7301), best first; a server's order decides. An `SSLError` for names
   * that are empty or longer than 255, a `UnicodeEncodeError` for those that are not ASCII.
   */
  set_alpn_protocols(alpn_protocols: Iterable<string>): void;
  set_alpn_protocols(keywords: { readonly alpn_protocols: Iterable<string> }): void;
  set_alpn_protocols(...args: readonly unknown[]): void {
    const [names] = bind(setAlpnProtocols, args);
    this.#protocols = encodeProtocols(names, 'ALPN');
  }

  /** There is no NPN: it warns, looks at the names, and fails, as in CPython. @deprecated use `set_alpn_protocols()` */
  set_npn_protocols(npn_protocols: Iterable<string>): void;
  set_npn_protocols(keywords: { readonly npn_protocols: Iterable<string> }): void;
  set_npn_protocols(...args: readonly unknown[]): void {
    const [names] = bind(setNpnProtocols, args);
    warnDeprecated(NPN_DEPRECATED);
    encodeProtocols(names, 'NPN');
    throw new AttributeError(`'${this.constructor.name}' object has no attribute '_set_npn_protocols'`);
  }

  _set_alpn_protocols(...args: [protos: Uint8Array]): void {
    this.#protocols = decodeProtocols(oneArgument('_SSLContext._set_alpn_protocols', args));
  }

  protected get protocols(): readonly Uint8Array[] {
    return this.#protocols;
  }

  /**
   * The cryptography that connections use, from `pyssl/crypto`; those that are wrapped from here on.
   * @extension
   */
  get crypto(): CryptoProvider {
    this.#crypto ??= this.defaultCrypto();
    return this.#crypto;
  }
  set crypto(provider: CryptoProvider) {
    this.#crypto = provider;
  }

  protected abstract defaultCrypto(): CryptoProvider;
}

export const NPN_DEPRECATED = 'ssl NPN is deprecated, use ALPN instead';

/** As C casts it. */
function uint32(value: number): number {
  return Number(BigInt.asUintN(32, BigInt(value)));
}

const NO_PARTIAL_WILDCARDS = 4;
const NEVER_CHECK_SUBJECT = 32;

const FIXED_VERSIONS: Readonly<Record<number, number>> = {
  [_SSLMethod.PROTOCOL_TLSv1]: TLSVersion.TLSv1,
  [_SSLMethod.PROTOCOL_TLSv1_1]: TLSVersion.TLSv1_1,
  [_SSLMethod.PROTOCOL_TLSv1_2]: TLSVersion.TLSv1_2,
};

const DEPRECATED_VERSIONS: ReadonlySet<number> = new Set([
  TLSVersion.SSLv3,
  TLSVersion.TLSv1,
  TLSVersion.TLSv1_1,
]);

const OLD_VERSION_SWITCHES: readonly number[] = [
  Options.OP_NO_SSLv3,
  Options.OP_NO_TLSv1,
  Options.OP_NO_TLSv1_1,
  Options.OP_NO_TLSv1_2,
  Options.OP_NO_TLSv1_3,
];

function checkProtocol(value: unknown): number {
  if (value === null || value === undefined) {
    warnDeprecated('ssl.SSLContext() without protocol argument is deprecated.');
    return checkProtocol(_SSLMethod.PROTOCOL_TLS);
  }
  const protocol = cInt(value);
  const name = _SSLMethod[protocol];
  if (name === undefined) throw new ValueError(`invalid or unsupported protocol version ${protocol}`);
  if (protocol !== _SSLMethod.PROTOCOL_TLS_CLIENT && protocol !== _SSLMethod.PROTOCOL_TLS_SERVER)
    warnDeprecated(`ssl.${name} is deprecated`);
  return protocol;
}

function textArgument(callee: string, args: readonly unknown[]): string {
  const value = oneArgument(`_SSLContext.${callee}`, args);
  if (typeof value !== 'string')
    throw new TypeError(`${callee}() argument must be str, not ${noneOr(value)}`);
  return cText(value);
}
