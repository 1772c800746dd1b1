/** Tells whoever watches a connection what passes, as OpenSSL's message callback would. Where nobody does, nothing is copied. */
import { type ContentType } from '../wire/record.ts';
import type { MessageEvent, Negotiated, Settings } from './settings.ts';
export declare class Watch {
    #private;
    constructor({ observer, role, versions }: Settings, negotiated: Negotiated);
    /** Asked each time: another may come to watch while the connection lasts. */
    get wanted(): boolean;
    saw(direction: MessageEvent['direction'], kind: MessageEvent['kind'], data: Uint8Array): void;
    /** A record goes out; `inside`: the type that its protection hides. */
    wrote(header: Uint8Array, inside: ContentType | undefined): void;
}
