/** Tells whoever watches a connection what passes, as OpenSSL's message callback would. Where nobody does, nothing is copied. */
import { type ContentType, contentTypes } from '../wire/record.ts';
import type { MessageEvent, Negotiated, Observer } from './settings.ts';

export class Watch {
  readonly #tell: Observer['message'];
  readonly #negotiated: Negotiated;

  constructor(observer: Observer | undefined, negotiated: Negotiated) {
    this.#tell = observer?.message?.bind(observer);
    this.#negotiated = negotiated;
  }

  saw(direction: MessageEvent['direction'], kind: MessageEvent['kind'], data: Uint8Array): void {
    const tell = this.#tell;
    if (tell === undefined) return;
    const version = this.#negotiated.version === 'TLSv1.3' ? 0x0304 : 0x0303;
    tell({
      direction,
      kind,
      version: kind === 'header' ? data[1] * 256 + data[2] : version,
      data: data.slice(),
    });
  }

  /** A record goes out, with so much content; `hidesType`: the type is inside it. */
  wrote(type: ContentType, length: number, hidesType: boolean): void {
    if (this.#tell === undefined) return;
    const outer = hidesType ? contentTypes.application_data : contentTypes[type];
    this.saw('write', 'header', Uint8Array.of(outer, 3, 3, length >> 8, length));
    if (hidesType) this.saw('write', 'innerContentType', Uint8Array.of(contentTypes[type]));
  }
}
