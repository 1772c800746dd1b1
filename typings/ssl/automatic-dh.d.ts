import type { DhParameters } from '../tls/settings.ts';
import type { OwnChain } from './credentials.ts';
/** The smallest group that is as strong as the strongest RSA key of the chains, and as the security level asks. */
export declare function automaticGroup(chains: readonly OwnChain[], level: number): DhParameters | undefined;
