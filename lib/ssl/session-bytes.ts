/**
 * Sessions as bytes, to be kept and taken up again by another process. A table by version says what is kept of each;
 * around it stand a header, and something that tells corruption:
 *
 *     "pyssl", format 1, "plain"   body                    SHA-256 of all that
 *     "pyssl", format 1, "sealed"  nonce, AES-256-GCM(body)
 *
 * A session is as secret as a private key: who reads it can play the server when it is resumed, and in TLS 1.2 read
 * along; who can put another in its place can play the server too. A checksum keeps off neither; a key does, and so
 * does a file that nobody else may touch. What comes out is judged anew where it is used (`resumableUnder`).
 */
import { concat, EMPTY, equal, fromUtf8, utf8, wipe } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import { defaultProvider } from '../crypto/choose.ts';
import type { CryptoProvider, HashAlgorithm } from '../crypto/provider.ts';
import type { Session } from '../tls/session.ts';
import { sessionGroup } from '../tls/session12.ts';
import { decode, encode, fixed, type Infer, list, opaque, struct, u8, u16, u32 } from '../wire/codec.ts';
import { type SuiteName, suite, version } from '../wire/registries.ts';
import { TICKET_LIFETIME } from './defaults.ts';
import { ValueError } from './exceptions.ts';
import type { SessionParts } from './session.ts';

/** Parts that no context has made. */
type KeptParts = SessionParts & { readonly resumable: Session };

/** The bytes of a session, sealed if there is a key. */
export function sessionBytes(parts: SessionParts, key: Uint8Array | undefined): Uint8Array {
  const { resumable } = parts;
  if (resumable === undefined) throw new ValueError('the session has nothing to be resumed with');
  const provider = defaultProvider();
  const body = writeBody(parts, resumable);
  if (key === undefined) {
    const checked = concat(MAGIC, Uint8Array.of(PLAIN), body);
    wipe(body);
    return concat(checked, sha256(provider).digest(checked));
  }
  const header = concat(MAGIC, Uint8Array.of(SEALED));
  const nonce = provider.random(NONCE_LENGTH);
  const sealed = concat(header, nonce, ...sealing(provider, key).seal(nonce, header, body));
  wipe(body);
  return sealed;
}

/** What `sessionBytes` made; a `ValueError` for everything else, and for what is too old to be of use. */
export function sessionOfBytes(
  bytes: Uint8Array,
  key: Uint8Array | undefined,
  now: number = Date.now(),
): KeptParts {
  const provider = defaultProvider();
  if (bytes.length > MAX_LENGTH) throw new ValueError('not a session');
  const header = bytes.subarray(0, HEADER_LENGTH);
  if (!equal(header.subarray(0, MAGIC.length), MAGIC)) throw new ValueError('not a session');
  const wanted = key === undefined ? PLAIN : SEALED;
  if (header[MAGIC.length] !== wanted)
    throw new ValueError(
      key === undefined ? 'the session is sealed with a key' : 'the session is not sealed',
    );
  const body = key === undefined ? checkedBody(bytes, provider) : openedBody(bytes, key, provider);
  const parts = readBody(body);
  const age = now - parts.resumable.received;
  if (age < 0 || age >= 1000 * (parts.resumable.lifetime || TICKET_LIFETIME))
    throw new ValueError('the session is too old, or not of this time');
  return parts;
}

function checkedBody(bytes: Uint8Array, provider: CryptoProvider): Uint8Array {
  const { digest, outputLength } = sha256(provider);
  const end = bytes.length - outputLength;
  if (end < HEADER_LENGTH || !equal(digest(bytes.subarray(0, end)), bytes.subarray(end)))
    throw new ValueError('the session is corrupt');
  return bytes.subarray(HEADER_LENGTH, end);
}

function openedBody(bytes: Uint8Array, key: Uint8Array, provider: CryptoProvider): Uint8Array {
  const start = HEADER_LENGTH + NONCE_LENGTH;
  const nonce = bytes.subarray(HEADER_LENGTH, start);
  const body =
    bytes.length < start
      ? undefined
      : sealing(provider, key).open(nonce, bytes.subarray(0, HEADER_LENGTH), bytes.subarray(start));
  if (body === undefined) throw new ValueError('the session is corrupt, or sealed with another key');
  return body;
}

function sealing(provider: CryptoProvider, key: Uint8Array) {
  if (key.length < MIN_KEY_LENGTH) throw new ValueError(`key must have at least ${MIN_KEY_LENGTH} bytes`);
  const aead = provider.aeads.get('aes_256_gcm');
  if (aead === undefined) throw new RangeError(`provider ${provider.name} has no aes_256_gcm`);
  const derived = sha256(provider).hmac(key, KEY_LABEL);
  const sealer = aead.withKey(derived);
  wipe(derived);
  return sealer;
}

function sha256({ hashes, name }: CryptoProvider): HashAlgorithm {
  const hash = hashes.get('sha256');
  if (hash === undefined) throw new RangeError(`provider ${name} has no sha256`);
  return hash;
}

const MAGIC = concat(utf8('pyssl'), Uint8Array.of(1));
const HEADER_LENGTH = MAGIC.length + 1;
const PLAIN = 0;
const SEALED = 1;
const NONCE_LENGTH = 12;
const MIN_KEY_LENGTH = 16;
const KEY_LABEL = utf8('pyssl session');
/** Room for the longest ticket and the longest chain that a peer can send. */
const MAX_LENGTH = 0x40000;

// --- what is kept -------------------------------------------------------------------------------------------------

const common = {
  suite,
  ticket: opaque(0, 0xffff),
  lifetime: u32,
  /** Since the epoch. */
  receivedSeconds: u32,
  receivedMilliseconds: u16,
  /** Empty: none was sent. */
  serverName: opaque(0, 0xffff),
  peerChain: list(opaque(1, 0xffffff), 0, 0xffffff),
};
const session12 = struct({ ...common, group: sessionGroup, id: opaque(0, 32), masterSecret: fixed(48) });
const session13 = struct({ ...common, psk: opaque(32, 64), ageAdd: u32 });

type Common = Infer<ReturnType<typeof struct<typeof common>>>;

function writeSession(session: Session): Uint8Array {
  const fields: Common = {
    suite: session.suite as SuiteName, // the engine has it from the registry
    ticket: session.ticket,
    lifetime: session.lifetime,
    receivedSeconds: Math.floor(session.received / 1000),
    receivedMilliseconds: session.received % 1000,
    serverName: session.serverName === undefined ? EMPTY : utf8(session.serverName),
    peerChain: session.peerChain,
  };
  switch (session.version) {
    case 'TLSv1.2':
      return encode(session12, {
        ...fields,
        group: session.group,
        id: session.id,
        masterSecret: session.masterSecret,
      });
    case 'TLSv1.3':
      return encode(session13, { ...fields, psk: session.psk, ageAdd: session.ageAdd });
  }
}

function readSession(of: string, bytes: Uint8Array): Session {
  switch (of) {
    case 'TLSv1.2': {
      const { group, id, masterSecret, ...fields } = decode(session12, bytes, 'session');
      return {
        version: of,
        group,
        id: id.slice(),
        masterSecret: masterSecret.slice(),
        ...engineFields(fields),
      };
    }
    case 'TLSv1.3': {
      const { psk, ageAdd, ...fields } = decode(session13, bytes, 'session');
      return { version: of, psk: psk.slice(), ageAdd, ...engineFields(fields) };
    }
    default:
      throw new ValueError('a session of a version that is not known');
  }
}

function engineFields({ receivedSeconds, receivedMilliseconds, serverName, ...fields }: Common) {
  return {
    suite: fields.suite,
    lifetime: fields.lifetime,
    ticket: fields.ticket.slice(),
    peerChain: fields.peerChain.map((der) => der.slice()),
    received: 1000 * receivedSeconds + receivedMilliseconds,
    serverName: serverName.length === 0 ? undefined : fromUtf8(serverName),
  };
}

const bodyCodec = struct({
  version,
  session: opaque(0, 0xffffff),
  id: opaque(0, 32),
  seconds: u32,
  verified: u8,
  /** One name, or none where none was checked. */
  names: list(opaque(1, 0xffff), 0, 0x1ffff),
  stapling: u8,
});

function writeBody({ id, time, demands }: SessionParts, session: Session): Uint8Array {
  const kept = writeSession(session);
  const body = encode(bodyCodec, {
    version: session.version,
    session: kept,
    id,
    seconds: time,
    verified: Number(demands.verify),
    names: demands.name === null ? [] : [utf8(demands.name)],
    stapling: demands.stapling,
  });
  wipe(kept);
  return body;
}

function readBody(body: Uint8Array): KeptParts {
  try {
    const {
      version: of,
      session,
      id,
      seconds,
      verified,
      names,
      stapling,
    } = decode(bodyCodec, body, 'session');
    return {
      context: undefined,
      judgement: undefined,
      resumable: readSession(of, session),
      id: id.slice(),
      time: seconds,
      demands: {
        verify: verified === 1,
        name: names.length === 1 ? fromUtf8(names[0]) : null,
        stapling,
      },
    };
  } catch (error) {
    // Whole, and yet not readable: another program's, or text that is none.
    if (error instanceof Fault || error instanceof TypeError) throw new ValueError('not a session');
    throw error;
  }
}
