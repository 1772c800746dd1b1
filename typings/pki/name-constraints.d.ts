import type { Certificate } from './certificate.ts';
import type { Refusal } from './verdict.ts';
export declare function nameConstraintFault(path: readonly Certificate[], commonNames: boolean): Refusal | undefined;
