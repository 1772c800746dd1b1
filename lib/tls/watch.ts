/** Tells whoever watches a connection what passes, as OpenSSL's message callback would. Where nobody does, nothing is copied. */
import { type ContentType, contentTypes } from '../wire/record.ts';
import { versionNumbers } from '../wire/registries.ts';
import type { MessageEvent, Negotiated, Observer, Settings } from './settings.ts';

export class Watch {
  readonly #observer: Observer | undefined;
  readonly #negotiated: Negotiated;
  /** Before anything is agreed on: a client speaks of the best that it offers, a server of the best that there is. */
  readonly #version: number;

  constructor({ observer, role, versions }: Settings, negotiated: Negotiated) {
    this.#observer = observer;
    this.#negotiated = negotiated;
    this.#version = versionNumbers[role === 'client' ? (versions[0] ?? 'TLSv1.3') : 'TLSv1.3'];
  }

  /** Asked each time: another may come to watch while the connection lasts. */
  get wanted(): boolean {
    return this.#observer?.message !== undefined;
  }

  saw(direction: MessageEvent['direction'], kind: MessageEvent['kind'], data: Uint8Array): void {
    if (!this.wanted) return;
    const { version } = this.#negotiated;
    this.#say(direction, kind, version === undefined ? this.#version : versionNumbers[version], data);
  }

  /** A record goes out; `inside`: the type that its protection hides. */
  wrote(header: Uint8Array, inside: ContentType | undefined): void {
    this.saw('write', 'header', header);
    // On the way out OpenSSL tells the record's version, on the way in the connection's.
    if (inside !== undefined)
      this.#say('write', 'innerContentType', versionOf(header), Uint8Array.of(contentTypes[inside]));
  }

  #say(
    direction: MessageEvent['direction'],
    kind: MessageEvent['kind'],
    version: number,
    data: Uint8Array,
  ): void {
    this.#observer?.message?.({
      direction,
      kind,
      version: kind === 'header' ? versionOf(data) : version,
      data: data.slice(),
    });
  }
}

const versionOf = (header: Uint8Array): number => header[1] * 256 + header[2];
