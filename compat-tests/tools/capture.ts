/** A conversation as a capture file, as if a network had carried it: for programs that read such files. */
import { concat } from '../../lib/bytes/bytes.ts';

export type Sender = 'client' | 'server';

const CLIENT_PORT = 50_000;
export const SERVER_PORT = 4433;

/** Grows by what is sent, and becomes a pcap file (draft-ietf-opsawg-pcap) of bare IPv4 packets. */
export class Capture {
  readonly #packets: Uint8Array[] = [];
  readonly #sent = { client: 0, server: 0 };

  sent(bytes: Uint8Array, from: Sender): void {
    for (let at = 0; at < bytes.length; at += SEGMENT) {
      this.#packets.push(this.#packet(bytes.subarray(at, at + SEGMENT), from));
    }
  }

  get file(): Uint8Array {
    const header = new Uint8Array(24);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0xa1b2c3d4);
    view.setUint16(4, 2);
    view.setUint16(6, 4);
    view.setUint32(16, 0xffff);
    view.setUint32(20, LINKTYPE_RAW);
    return concat(header, ...this.#packets);
  }

  /** RFC 791 and RFC 9293, as far as anyone looks who does not check sums. */
  #packet(payload: Uint8Array, from: Sender): Uint8Array {
    const packet = new Uint8Array(RECORD + IP + TCP + payload.length);
    const view = new DataView(packet.buffer);
    const length = packet.length - RECORD;
    view.setUint32(0, this.#packets.length); // one a second
    view.setUint32(8, length);
    view.setUint32(12, length);

    const [own, other] = from === 'client' ? [1, 2] : [2, 1];
    packet[RECORD] = 0x45;
    view.setUint16(RECORD + 2, length);
    packet[RECORD + 8] = 64;
    packet[RECORD + 9] = 6;
    packet.set([10, 0, 0, own, 10, 0, 0, other], RECORD + 12);

    const tcp = RECORD + IP;
    const ports = from === 'client' ? [CLIENT_PORT, SERVER_PORT] : [SERVER_PORT, CLIENT_PORT];
    view.setUint16(tcp, ports[0]);
    view.setUint16(tcp + 2, ports[1]);
    view.setUint32(tcp + 4, 1 + this.#sent[from]);
    view.setUint32(tcp + 8, 1 + this.#sent[from === 'client' ? 'server' : 'client']);
    packet[tcp + 12] = 0x50;
    packet[tcp + 13] = 0x18; // PSH, ACK
    view.setUint16(tcp + 14, 0xffff);
    packet.set(payload, tcp + TCP);
    this.#sent[from] += payload.length;
    return packet;
  }
}

/** Lengths of headers, and what goes into one packet. */
const RECORD = 16;
const IP = 20;
const TCP = 20;
const SEGMENT = 1400;
const LINKTYPE_RAW = 101;
