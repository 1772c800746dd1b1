/** The callbacks that a server asks about a client's hello, as the engine asks them. */
import type { HelloAnswer, Settings } from '../tls/settings.ts';
import { describeHello, helloOutcome } from './client-hello.ts';
import type { ObjectParts } from './context-parts.ts';
import type { SSLObject } from './object.ts';
import { type CallOutcome, outcomeOf } from './server-name-callback.ts';

/** Those of the context that the object was made by, whichever it has by now; `answer` asks, and sees what came of it. */
export function helloAnswers(
  { context, owner, clientHelloCallback: onHello, serverNameCallback: onName }: ObjectParts,
  answer: (ask: () => CallOutcome) => HelloAnswer,
): Pick<Settings, 'answerHello' | 'answerName'> {
  const object = owner as SSLObject;
  return {
    ...(onHello !== null && {
      answerHello: (received) =>
        answer(() => helloOutcome(() => onHello(object, describeHello(received), context))),
    }),
    ...(onName !== null && {
      answerName: (name) => answer(() => outcomeOf(() => onName(object, name ?? null, context))),
    }),
  };
}
