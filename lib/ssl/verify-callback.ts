/**
 * `verify_callback`: the program has the last word on a peer's certificate. It is shown what the error of a refusal would
 * say, accepted or not. That nothing stands for "as it was judged", and that a number can only refuse, is on purpose:
 * a callback that compares fingerprints and returns what came out must not accept what the validator has refused.
 */
import type { Certificate } from '../pki/certificate.ts';
import type { VerdictName } from '../pki/verdict.ts';
import { callbackFailure, called } from './callback-failure.ts';
import { describeRefusal } from './errors.ts';
import { ValueError } from './exceptions.ts';
import { repr, typeName } from './repr.ts';
import { verifyCodes } from './verify-codes.ts';

/** What was made of a peer's certificate, as `SSLCertVerificationError` would tell it. */
export interface PeerVerdict {
  /** OpenSSL's number for the first fault that was found; 0: none. */
  readonly verify_code: number;
  /** The same in words; `'ok'`. */
  readonly verify_message: string;
  /** The chain, the peer's own certificate first, as DER: as far as it could be built. */
  readonly chain: readonly Uint8Array[];
}

/** Nothing: the verdict stands. A `verify_code`: refused with it. `'accept'`: accepted, whatever was found. */
export type VerifyCallback<Obj = unknown> = (
  sslobject: Obj,
  verdict: PeerVerdict,
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback may end without a word
) => number | 'accept' | null | undefined | void;

/** A rule that does not hold. */
export interface Shortcoming {
  readonly name: VerdictName;
  /** Which rule, where the name stands for many. */
  readonly detail?: string | undefined;
}

/** What there is to say against a peer when `ask` has been shown what was found, and has answered. */
export function decisionOn(
  found: Shortcoming | undefined,
  { path, host }: { readonly path: readonly Certificate[]; readonly host: string | null },
  ask: (verdict: PeerVerdict) => unknown,
): Shortcoming | undefined {
  const { code, message } = found === undefined ? ACCEPTED : describeRefusal({ ...found, host });
  const chain = Object.freeze(path.map(({ der }) => der.slice()));
  const verdict = Object.freeze({ verify_code: code, verify_message: message, chain });
  const answer = called(NAME, () => ask(verdict));
  if (answer === undefined || answer === null) return found;
  if (answer === 'accept') return undefined;
  const chosen = codeIn(answer);
  return chosen === code ? found : { name: nameOf(chosen) };
}

const NAME = 'verify_callback';
const ACCEPTED = { code: 0, message: 'ok' };

function codeIn(answer: unknown): number {
  if (typeof answer === 'number' || typeof answer === 'bigint') return Number(answer);
  const given = typeof answer === 'string' ? repr(answer) : typeName(answer);
  throw callbackFailure(
    NAME,
    new TypeError(`verify_callback must return null, a verify code or 'accept', not ${given}`),
  );
}

function nameOf(code: number): VerdictName {
  const name = names.get(code);
  if (name === undefined)
    throw callbackFailure(NAME, new ValueError(`verify_callback cannot refuse with verify code ${code}`));
  return name;
}

const names = new Map(
  Object.entries(verifyCodes).map(([name, { code }]) => [code, name as VerdictName] as const),
);
