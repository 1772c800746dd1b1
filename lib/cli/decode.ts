/** Messages as plain data, under the RFCs' names: what `trace` prints. */
import * as ssl from '../index.ts';
import { type Codec, decode } from '../wire/codec.ts';
import { decodeMessage13 } from '../wire/handshake.ts';
import { clientKeyExchanges, decodeMessage12, serverKeyExchanges } from '../wire/handshake12.ts';

/** What JSON has, with bytes as they are. */
export type Plain = string | number | boolean | null | Uint8Array | readonly Plain[] | PlainObject;
export interface PlainObject {
  readonly [name: string]: Plain;
}

export interface Decoded {
  readonly type: string;
  readonly body?: PlainObject;
}

const TLS13 = 0x0304;
/** Fields that hold words as bytes. */
const TEXTS = new Set(['host_name', 'application_layer_protocol_negotiation']);

/** A handshake message, header included; `suite` is the one chosen, once it is. */
export function decodeHandshake(bytes: Uint8Array, version: number, suite: string | undefined): Decoded {
  try {
    const message = version >= TLS13 ? decodeMessage13(bytes) : decodeMessage12(bytes);
    const { type } = message;
    const body =
      type === 'server_key_exchange' || type === 'client_key_exchange'
        ? keyExchange(type, message.body, suite)
        : message.body;
    if (body instanceof Uint8Array)
      return { type, body: { [type === 'finished' ? 'verify_data' : 'data']: body } };
    const { kind, ...fields } = plain(body) as PlainObject;
    return { type: kind === 'helloRetryRequest' ? 'hello_retry_request' : type, body: fields };
  } catch {
    // A message that cannot be read is shown as it is; the connection says what is wrong with it.
    return { type: `handshake type ${bytes[0]}`, body: { data: bytes } };
  }
}

/** What these two look like depends on the key exchange (RFC 5246 section 7.4.3), which stands in the suite's name. */
function keyExchange(
  type: 'server_key_exchange' | 'client_key_exchange',
  body: Uint8Array,
  suite = '',
): unknown {
  const name = suite
    .replace(/^TLS_/, '')
    .replace(/_WITH_.*/, '')
    .replace(/_(RSA|ECDSA|anon)$/, '')
    .toLowerCase();
  const codecs = new Map<string, Codec<unknown>>(
    Object.entries(type === 'client_key_exchange' ? clientKeyExchanges : serverKeyExchanges),
  );
  const codec = codecs.get(name);
  return codec === undefined ? body : decode(codec, body, type);
}

export function decodeAlert([level = 0, description = 0]: Uint8Array): Decoded {
  const name = Object.entries(ssl.AlertDescription).find(([, number]) => number === description)?.[0];
  return {
    type: 'alert',
    body: {
      level: level === 1 ? 'warning' : level === 2 ? 'fatal' : level,
      description: name?.replace('ALERT_DESCRIPTION_', '').toLowerCase() ?? description,
    },
  };
}

/** A parsed structure under the RFC's spelling, `legacy_version` for `legacyVersion`; numbers of versions as hex. */
function plain(value: unknown, name = ''): Plain {
  if (value === undefined || value === null) return null;
  if (value instanceof Uint8Array) return TEXTS.has(name) ? new TextDecoder().decode(value) : value;
  if (Array.isArray(value)) return value.map((each) => plain(each, name));
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(
      // The order in which extensions came is the order in which they are shown.
      ([key, each]) => each !== undefined && !(name === 'extensions' && key === 'order'),
    );
    return Object.fromEntries(
      entries.map(([key, each]) => {
        const rfc = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        return [rfc, plain(each, rfc)];
      }),
    );
  }
  if (typeof value === 'number')
    return name.endsWith('version') ? `0x${value.toString(16).padStart(4, '0')}` : value;
  return typeof value === 'boolean' ? value : String(value);
}
