import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
/**
 * The settings' session, if it is one of TLS 1.2 that may be offered: of a suite that is still ours, for this server
 * (RFC 6066 section 3), and not too old.
 */
export declare function offeredSession12(settings: Settings): Session12 | undefined;
