/** Records by hand: what an adversary sends, and a reading of what it gets back. */
export interface Record {
  readonly type: number;
  readonly version: number;
  readonly body: Uint8Array;
}

export const CHANGE_CIPHER_SPEC = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;
export const APPLICATION_DATA = 23;

export function record(type: number, body: Uint8Array | readonly number[], version = 0x0303): Uint8Array {
  return Uint8Array.of(type, version >> 8, version & 0xff, body.length >> 8, body.length & 0xff, ...body);
}

export function alert(level: number, description: number): Uint8Array {
  return record(ALERT, [level, description]);
}

/** The records of a flight; what does not make up a whole one is an error of the test. */
export function split(flight: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < flight.length; ) {
    const end = at + 5 + ((flight[at + 3] << 8) | flight[at + 4]);
    if (end > flight.length || Number.isNaN(end)) throw new Error('a flight that is not made of records');
    records.push(flight.slice(at, end));
    at = end;
  }
  return records;
}

/** A flight in words: `alert 2,70 /0303`, `22 /0301 512`. */
export function inWords(flight: Uint8Array): string[] {
  return split(flight).map((bytes) => {
    const version = `/${bytes[1].toString(16).padStart(2, '0')}${bytes[2].toString(16).padStart(2, '0')}`;
    if (bytes[0] === ALERT && bytes.length === 7) return `alert ${bytes[5]},${bytes[6]} ${version}`;
    return `${bytes[0]} ${version} ${bytes.length - 5}`;
  });
}

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
