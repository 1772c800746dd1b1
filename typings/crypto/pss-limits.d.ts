/** Keys that sign by RSASSA-PSS alone, and what else their certificate may say of that (RFC 4055 section 1.2). */
import type { SignatureRecipe } from './provider.ts';
export type PssRecipe = Extract<SignatureRecipe, {
    kind: 'rsa_pss';
}>;
/** `undefined`: an RSA key for all purposes. `'any'`: for PSS. Otherwise for PSS with these hashes and at least this salt. */
export type PssLimits = 'any' | PssRecipe | undefined;
/** Whether a signature of this kind is within what a key is for (RFC 4055 section 3.3). */
export declare function isWithin(limits: PssLimits, recipe: SignatureRecipe): boolean;
