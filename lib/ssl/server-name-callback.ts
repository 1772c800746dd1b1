/**
 * `sni_callback`: a server is told which name a client asks for, and may switch the context of the connection or refuse
 * it. What the callback returns is Python's to judge: nothing goes on, a number is an alert; whatever else, and what it
 * throws, ends the handshake and is reported, since there is nobody to raise it to.
 */
import { warnIgnored } from '../host/warnings.ts';
import type { HelloAnswer } from '../tls/settings.ts';
import { AlertDescription } from './enums.ts';
import { typeName } from './repr.ts';

/** Called with the object, the name (an A-label; `null` where the client sent none) and the object's context. */
export type ServerNameCallback<Obj = unknown, Context = unknown> = (
  sslobject: Obj,
  server_name: string | null,
  context: Context,
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback may end without a word
) => number | null | undefined | void;

/** What came of a call: go on, or refuse with this alert. */
export type CallOutcome = 'accepted' | (HelloAnswer & { readonly kind: 'refused' });

export function outcomeOf(call: () => unknown): CallOutcome {
  let value: unknown;
  try {
    value = call();
  } catch (error) {
    warnIgnored(error);
    return { kind: 'refused', alert: AlertDescription.ALERT_DESCRIPTION_HANDSHAKE_FAILURE };
  }
  const outcome = outcomeIn(value);
  if (!(outcome instanceof TypeError)) return outcome;
  warnIgnored(outcome);
  return { kind: 'refused', alert: AlertDescription.ALERT_DESCRIPTION_INTERNAL_ERROR };
}

/** What a returned value stands for, or what is wrong with it. */
export function outcomeIn(value: unknown): CallOutcome | TypeError {
  if (value === undefined || value === null) return 'accepted';
  const alert = typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value;
  if (typeof alert === 'number' && Number.isInteger(alert)) return { kind: 'refused', alert: alert | 0 }; // an int of C
  return new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}
