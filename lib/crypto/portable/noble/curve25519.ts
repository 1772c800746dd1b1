import { ed25519, x25519 } from '@noble/curves/ed25519.js';

const curves = { ed25519, x25519 } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const curve25519 = () => curves;
