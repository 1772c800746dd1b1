/** CPython's own list of the names in its module, which stands beside this repository where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExecutionContext } from 'ava';
import test from 'ava';

export interface Parameter {
  readonly name: string;
  readonly kind:
    | 'positional_only'
    | 'positional_or_keyword'
    | 'keyword_only'
    | 'var_positional'
    | 'var_keyword';
  /** Absent where the parameter is required. */
  readonly default?: unknown;
}

interface Signature {
  readonly params: readonly Parameter[];
}

interface Member {
  readonly kind: string;
  readonly signature?: Signature | null;
}

export interface Surface {
  readonly constants: Record<string, { readonly value: unknown }>;
  readonly enums: Record<string, { readonly members: Record<string, { readonly value: unknown }> }>;
  readonly exceptions: Record<string, { readonly mro: readonly string[] }>;
  readonly functions: Record<string, Signature>;
  readonly flags_bool: Record<string, boolean>;
  readonly classes: Record<string, { readonly members: Record<string, Member> }>;
}

const path = fileURLToPath(new URL('../../../shared/spec/ssl-surface-3.13.json', import.meta.url));
const surface = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Surface) : undefined;

/** A test that has the list; without one it says so, and passes. */
export function whereListed(
  title: string,
  body: (t: ExecutionContext, listed: Surface) => void | Promise<void>,
): void {
  test(title, async (t) => {
    if (surface === undefined) {
      t.log('skipped: the list of names is not beside this repository');
      t.pass();
    } else {
      await body(t, surface);
    }
  });
}
