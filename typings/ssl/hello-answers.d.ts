/** The callbacks that a server asks about a client's hello, as the engine asks them. */
import type { HelloAnswer, Settings } from '../tls/settings.ts';
import type { ObjectParts } from './context-parts.ts';
import { type CallOutcome } from './server-name-callback.ts';
/** Those of the context that the object was made by, whichever it has by now; `answer` asks, and sees what came of it. */
export declare function helloAnswers({ context, owner, clientHelloCallback: onHello, serverNameCallback: onName }: ObjectParts, answer: (ask: () => CallOutcome) => HelloAnswer): Pick<Settings, 'answerHello' | 'answerName'>;
