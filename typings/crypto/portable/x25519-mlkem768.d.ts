import type { GroupAlgorithm } from '../provider.ts';
/** The hybrid group over any X25519, so that a core can bring its own. */
export declare function x25519MlKem768(x25519: GroupAlgorithm): GroupAlgorithm;
