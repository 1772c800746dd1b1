import type { ClientHello, ServerHello12 } from '../../wire/handshake.ts';
import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import { type Suite12 } from '../suites12.ts';
/** A version that we offered, and the best that both ends have. */
export declare function checkVersion12(hello: ServerHello12, { versions }: Settings): void;
/** RFC 5246 section 7.4.1.3, and what the extensions' own documents ask. */
export declare function checkServerHello12(hello: ServerHello12, own: ClientHello, settings: Settings): Suite12;
/** RFC 5246 section 7.4.1.3: a server that goes on with a session says its identifier back. */
export declare function resumedSession12(session: Session12 | undefined, hello: ServerHello12): Session12 | undefined;
