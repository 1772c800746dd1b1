import { ed448, x448 } from '@noble/curves/ed448.js';

const curves = { ed448, x448 } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const curve448 = () => curves;
