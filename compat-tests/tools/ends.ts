/** The two ends of a connection, and the versions that it may be of, for tests that go through all of them. */
import * as ssl from '../../lib/index.ts';

export const versions = [
  ['TLSv1.3', ssl.TLSVersion.TLSv1_3],
  ['TLSv1.2', ssl.TLSVersion.TLSv1_2],
] as const;

export type Role = 'client' | 'server';
export const roles: readonly Role[] = ['client', 'server'];
export const otherOf: Readonly<Record<Role, Role>> = { client: 'server', server: 'client' };
