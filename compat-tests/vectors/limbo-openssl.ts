import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../tools/programs.ts';
import type { LimboCase } from './limbo.ts';

/**
 * The same cases through `openssl verify`, with what `create_default_context` asks of it: strict, partial chains,
 * security level 2, host names in alternative names alone, revocation lists where there are any.
 */
export function opensslAccepts(openssl: Program, each: LimboCase): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-limbo-'));
  try {
    const file = (name: string, pems: readonly string[]) => {
      const path = join(folder, name);
      writeFileSync(path, pems.join('\n'));
      return path;
    };
    const lists = each.crls ?? [];
    const run = spawnSync(openssl.path, [
      'verify',
      ...['-no-CAfile', '-no-CApath', '-no-CAstore', '-x509_strict', '-partial_chain', '-auth_level', '2'],
      ...['-purpose', isForClient(each) ? 'sslclient' : 'sslserver'],
      ...['-attime', String(Math.floor(timeOf(each)))],
      ...nameOptions(each),
      ...(each.max_chain_depth === null ? [] : ['-verify_depth', String(each.max_chain_depth)]),
      ...(lists.length === 0 ? [] : ['-crl_check', '-CRLfile', file('lists.pem', lists)]),
      ...['-trusted', file('trusted.pem', each.trusted_certs)],
      ...(each.untrusted_intermediates.length === 0
        ? []
        : ['-untrusted', file('untrusted.pem', each.untrusted_intermediates)]),
      file('leaf.pem', [each.peer_certificate]),
    ]);
    return run.status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf({ validation_time: time }: LimboCase): number {
  return (time === null ? Date.now() : Date.parse(time)) / 1000;
}

function isForClient(each: LimboCase): boolean {
  return each.extended_key_usage.includes('clientAuth') || each.validation_kind === 'CLIENT';
}

function nameOptions({ expected_peer_name: name }: LimboCase): string[] {
  if (name === null) return [];
  return isIP(name.value) ? ['-verify_ip', name.value] : ['-verify_hostname', name.value];
}
