/** Calls with many keyword-only arguments: bound as Python binds them, and by their names again. */
import { type Signature } from '../ssl/keywords.ts';
/** The arguments of a call by name, those that are there; of which types they are, the caller's overloads say. */
export declare function bindByName<Bound = Record<string, unknown>>(signature: Signature, args: readonly unknown[]): Bound;
