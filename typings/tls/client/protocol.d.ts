import type { Settings } from '../settings.ts';
/** The protocol that a server has chosen: exactly one name, and one of ours (RFC 7301 section 3.1). */
export declare function selectedProtocol(settings: Settings, names: readonly Uint8Array[] | undefined): Uint8Array | undefined;
