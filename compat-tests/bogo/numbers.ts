/** The numbers by which a runner names versions, groups, suites and signature schemes. */
import { groupNumbers, schemeNumbers, suiteNumbers } from '../../lib/wire/registries.ts';

export const VERSIONS = { 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 } as const;

export const CURVES = byNumber(groupNumbers);
export const SUITES = byNumber(suiteNumbers);
export const SCHEMES = byNumber(schemeNumbers);

function byNumber(names: Readonly<Record<string, number>>): Readonly<Record<number, string>> {
  return Object.fromEntries(Object.entries(names).map(([name, number]) => [number, name]));
}
