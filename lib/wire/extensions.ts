/**
 * Extensions, RFC 8446 section 4.2. Each message has its own table of the extensions that may stand in it; what is
 * not in that table is kept by name and left to the engine, which knows what it asked for.
 */
import { EMPTY } from '../bytes/bytes.ts';
import {
  type Codec,
  decode,
  empty,
  encode,
  type Infer,
  list,
  named,
  opaque,
  type Reader,
  rest,
  struct,
  type Unknown,
  u8,
  u16,
  u32,
} from './codec.ts';
import { type ExtensionName, extensionNumbers, group, pskMode, scheme, version } from './registries.ts';

// biome-ignore lint/suspicious/noExplicitAny: each codec's own type comes back out by inference
export type ExtensionTable = { readonly [K in ExtensionName]?: Codec<any> };

/** The extensions of one message: each known one under its name, and the names of all in their order on the wire. */
export type Extensions<T extends ExtensionTable> = { readonly [K in keyof T]?: Infer<T[K]> | undefined } & {
  /** Every extension that was there, also those that the table does not know. Ignored when writing. */
  readonly order?: readonly (ExtensionName | Unknown)[];
};

const extensionName = named(2, extensionNumbers);
const rawExtension = struct({ name: extensionName, data: opaque(0, 0xffff) });
/** Extensions whose contents are still bytes. */
export const extensionBlock = list(rawExtension, 0, 0xffff);
export type ExtensionBlock = Infer<typeof extensionBlock>;

/** The codec of an extension block by its table. */
export function extensions<T extends ExtensionTable>(table: T): Codec<Extensions<T>> {
  const entries = Object.entries(table) as [ExtensionName, Codec<unknown>][];
  return {
    read: (reader) => interpret(table, extensionBlock.read(reader), reader),
    write: (writer, value) => extensionBlock.write(writer, block(entries, value)),
  };
}

/**
 * The same for hellos, which may end before the block where they speak TLS 1.2 (RFC 5246 section 7.4.1.2). Ours do where
 * there is nothing to say: a peer that has never heard of extensions would stumble over two bytes more.
 */
export function optionalExtensions<T extends ExtensionTable>(table: T): Codec<Extensions<T>> {
  const whole = extensions(table);
  const names = Object.keys(table) as (keyof T)[];
  return {
    read: (reader) => (reader.left === 0 ? interpret(table, [], reader) : whole.read(reader)),
    write: (writer, value) => {
      if (names.some((name) => value[name] !== undefined)) whole.write(writer, value);
    },
  };
}

/** Reads the contents of a block's extensions by a table. An extension that is there twice is a fault. */
export function interpret<T extends ExtensionTable>(
  table: T,
  raw: ExtensionBlock,
  reader: Reader,
): Extensions<T> {
  const known: Record<string, unknown> = {};
  const order: (ExtensionName | Unknown)[] = [];
  for (const { name, data } of raw) {
    if (order.includes(name)) throw reader.fault('duplicateExtension', name); // RFC 8446 section 4.2
    if (order.length === MAX_EXTENSIONS) throw reader.fault('badLength', 'extensions');
    order.push(name);
    const codec = table[name as ExtensionName];
    if (codec !== undefined) known[name] = decode(codec, data, name);
  }
  known.order = order;
  return known as Extensions<T>;
}

/** The block of a message to be sent: in the order of the table, which is the order on the wire. */
function block(
  table: readonly (readonly [ExtensionName, Codec<unknown>])[],
  contents: { readonly [name: string]: unknown },
): ExtensionBlock {
  const raw: { name: ExtensionName; data: Uint8Array }[] = [];
  for (const [name, codec] of table) {
    const content = contents[name];
    if (content !== undefined) raw.push({ name, data: encode(codec, content) });
  }
  return raw;
}

/** No message has use for more; what comes close is an attempt to make us work. */
const MAX_EXTENSIONS = 128;

// --- the contents -------------------------------------------------------------------------------------------------

/** RFC 6066 section 3. */
const serverName = struct({ nameType: u8, hostName: opaque(1, 0xffff) });
const serverNameList = list(serverName, 1, 0xffff);

/** RFC 7301 section 3.1. */
const protocolNameList = list(opaque(1, 0xff), 2, 0xffff);

/** RFC 6066 section 8: the one kind of status there is. */
export const OCSP = 1;

const ocspRequest = struct({ responderIds: opaque(0, 0xffff), requestExtensions: opaque(0, 0xffff) });

/** RFC 6066 section 8; the request as a client sends it. What a kind that there is not is asked by is passed over. */
const certificateStatusRequest: Codec<{ readonly statusType: number } & Partial<Infer<typeof ocspRequest>>> =
  {
    read(reader) {
      const statusType = reader.number(1);
      if (statusType === OCSP) return { statusType, ...ocspRequest.read(reader) };
      rest.read(reader);
      return { statusType };
    },
    write(writer, { statusType, responderIds = EMPTY, requestExtensions = EMPTY }) {
      writer.number(statusType, 1);
      ocspRequest.write(writer, { responderIds, requestExtensions });
    },
  };
/** RFC 6066 section 8: a stapled response, as TLS 1.3 carries it in a CertificateEntry. */
export const certificateStatus = struct({ statusType: u8, response: opaque(1, 0xffffff) });

export const keyShareEntry = struct({ group, keyExchange: opaque(1, 0xffff) });
export type KeyShareEntry = Infer<typeof keyShareEntry>;

const pskIdentity = struct({ identity: opaque(1, 0xffff), obfuscatedTicketAge: u32 });
const offeredPsks = struct({
  identities: list(pskIdentity, 7, 0xffff),
  binders: list(opaque(32, 255), 33, 0xffff),
});

const groups = list(group, 2, 0xfffe);
const schemes = list(scheme, 2, 0xfffe);
const distinguishedNames = list(opaque(1, 0xffff), 3, 0xffff);
const oidFilters = list(struct({ oid: opaque(1, 0xff), values: opaque(0, 0xffff) }), 0, 0xffff);

// --- the tables, in the order in which they are sent ------------------------------------------------------------------

/** OpenSSL's order of sending, so that a trace of ours can be laid beside one of its own. */
export const clientHelloExtensions = {
  renegotiation_info: opaque(0, 0xff),
  server_name: serverNameList,
  ec_point_formats: opaque(1, 0xff),
  supported_groups: groups,
  session_ticket: rest,
  status_request: certificateStatusRequest,
  application_layer_protocol_negotiation: protocolNameList,
  encrypt_then_mac: empty,
  extended_master_secret: empty,
  signature_algorithms_cert: schemes,
  post_handshake_auth: empty,
  signature_algorithms: schemes,
  supported_versions: list(version, 2, 254),
  psk_key_exchange_modes: list(pskMode, 1, 255),
  key_share: list(keyShareEntry, 0, 0xffff),
  cookie: opaque(1, 0xffff),
  early_data: empty,
  certificate_authorities: distinguishedNames,
  padding: rest,
  pre_shared_key: offeredPsks,
};
export type ClientHelloExtensions = Extensions<typeof clientHelloExtensions>;

export const serverHelloExtensions13 = {
  supported_versions: version,
  key_share: keyShareEntry,
  pre_shared_key: u16,
};

export const helloRetryRequestExtensions = {
  supported_versions: version,
  key_share: group,
  cookie: opaque(1, 0xffff),
};

export const serverHelloExtensions12 = {
  renegotiation_info: opaque(0, 0xff),
  server_name: empty,
  ec_point_formats: opaque(1, 0xff),
  session_ticket: empty,
  status_request: empty,
  application_layer_protocol_negotiation: protocolNameList,
  encrypt_then_mac: empty,
  extended_master_secret: empty,
};

export const encryptedExtensionsTable = {
  server_name: empty,
  supported_groups: groups,
  application_layer_protocol_negotiation: protocolNameList,
  early_data: empty,
};

export const certificateRequestExtensions = {
  /** Section 4.4.2.1: empty, unlike that of a ClientHello. What a server puts there all the same is not ours to mind. */
  status_request: rest,
  signature_algorithms_cert: schemes,
  signature_algorithms: schemes,
  certificate_authorities: distinguishedNames,
  oid_filters: oidFilters,
};

export const certificateEntryExtensions = {
  status_request: certificateStatus,
  signed_certificate_timestamp: rest,
};

export const newSessionTicketExtensions = {
  early_data: u32,
};

/** RFC 8446 section 4.4.2.1 wants it non-empty only in a ClientHello; servers ask with an empty request. */
export const OCSP_REQUEST: Infer<typeof certificateStatusRequest> = {
  statusType: OCSP,
  responderIds: EMPTY,
  requestExtensions: EMPTY,
};
