import type { Session } from '../tls/session.ts';
import type { Negotiated } from '../tls/settings.ts';
import { type ContextSnapshot } from './connection-settings.ts';
import { type Judgement, type SessionParts } from './session.ts';
export interface SessionMoment {
    readonly context: object;
    readonly snapshot: ContextSnapshot;
    readonly judgement: Judgement;
    readonly serverSide: boolean;
    readonly hostName: string | null;
    readonly negotiated: Negotiated;
    /** What there is to resume with, if anything. */
    readonly resumable: Session | undefined;
}
export declare function sessionAt(moment: SessionMoment): SessionParts;
