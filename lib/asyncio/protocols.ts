/**
 * asyncio's protocols: what a program gives, to be called when something happens on a connection. The calls come in
 * this order: `connection_made`, then any number of times `data_received` (or `get_buffer` and `buffer_updated`), then
 * `eof_received` at most once, and `connection_lost` once.
 */
import { RuntimeError } from '../index.ts';
import type { Transport } from './transports.ts';

/** What all protocols have in common. The methods here do nothing. */
export class BaseProtocol {
  /** The connection is there. */
  connection_made(_transport: Transport): void {}

  /** The connection is gone: with the error that ended it, or `null` where it ended as it should. */
  connection_lost(_exc: Error | null): void {}

  /** More waits to be sent than the transport's high-water mark; each such call is followed by `resume_writing`. */
  pause_writing(): void {}

  /** What waits to be sent is down to the low-water mark. */
  resume_writing(): void {}

  /**
   * The peer sends no more. Unless this returns something true the transport closes itself; with TLS it always does.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: an override that returns nothing is the usual one.
  eof_received(): boolean | void {}
}

/** A protocol that is handed the bytes. */
export class Protocol extends BaseProtocol {
  data_received(_data: Uint8Array): void {}
}

/** A protocol that says where the bytes are to be put. */
export abstract class BufferedProtocol extends BaseProtocol {
  /** A buffer to be filled, of about `sizehint` bytes (-1: of any size), and never an empty one. */
  abstract get_buffer(sizehint: number): Uint8Array;

  /** So many bytes of the buffer are filled. */
  abstract buffer_updated(nbytes: number): void;
}

export type AnyProtocol = Protocol | BufferedProtocol;

/** Tells the two kinds apart, by what they have: a program need not extend these classes. */
export function isBuffered(protocol: AnyProtocol): protocol is BufferedProtocol {
  return 'get_buffer' in protocol && typeof protocol.get_buffer === 'function';
}

/** Hands bytes to a protocol of either kind. */
export function deliver(protocol: AnyProtocol, data: Uint8Array): void {
  if (isBuffered(protocol)) feedBuffered(protocol, data);
  else protocol.data_received(data);
}

/** Fills the protocol's buffer, as often as it takes. */
export function feedBuffered(protocol: BufferedProtocol, data: Uint8Array): void {
  for (let rest = data; rest.length > 0; ) {
    const buffer = usableBuffer(protocol, rest.length);
    const part = rest.subarray(0, buffer.length);
    buffer.set(part);
    rest = rest.subarray(part.length);
    protocol.buffer_updated(part.length);
  }
}

export function usableBuffer(protocol: BufferedProtocol, sizehint: number): Uint8Array {
  const buffer = protocol.get_buffer(sizehint);
  if (buffer.length === 0) throw new RuntimeError('get_buffer() returned an empty buffer');
  return buffer;
}
