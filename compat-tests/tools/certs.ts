import { fileURLToPath } from 'node:url';

/** The path of a file in `compat-tests/certs`. */
export function certificate(name: string): string {
  return fileURLToPath(new URL(`../certs/${name}`, import.meta.url));
}
