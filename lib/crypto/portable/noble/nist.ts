import { p256, p384, p521 } from '@noble/curves/nist.js';

const curves = { p256, p384, p521 } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const nist = () => curves;
