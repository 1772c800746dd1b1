import type { Settings } from '../settings.ts';
/**
 * Whether a client whose session goes on is one that this server wants. Who it is was found out when the session began,
 * maybe by another server that has the same ticket keys, and trusts others: what a session says of the client is
 * judged anew by whoever cares.
 */
export declare function isClientWelcome(clientChain: readonly Uint8Array[], settings: Settings): boolean;
