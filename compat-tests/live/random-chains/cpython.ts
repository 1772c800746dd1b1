import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { concat } from '../../../lib/bytes/bytes.ts';
import { pemEncode } from '../../../lib/pki/pem.ts';
import type { TrustSettings } from '../../../lib/pki/store.ts';
import { context, oid, sequence } from '../../tools/der-writer.ts';
import type { MadeCertificate } from '../../tools/make-certificate.ts';
import type { Program } from '../../tools/programs.ts';
import type { RandomChain } from './chain.ts';

/** What CPython's client says of a chain that its server sent. */
export interface Answer {
  readonly skipped?: string;
  readonly code?: number;
  readonly message?: string;
  readonly chain?: readonly string[];
}

export function ask(python: Program, chains: readonly RandomChain[]): Answer[] {
  const script = fileURLToPath(new URL('judge.py', import.meta.url));
  const input = chains.map(lineFor).join('');
  const run = spawnSync(python.path, [script], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

function lineFor(chain: RandomChain): string {
  const { host, securityLevel, flags, commonNames, leafKey, sent, trusted, notes, crls } = chain;
  const job = {
    host,
    securityLevel,
    flags,
    commonNames,
    key: leafKey.pem,
    chain: chainPem(sent),
    trusted: trustedPem(trusted, notes),
    crls: crls.map((crl) => crl.pem),
  };
  return `${JSON.stringify(job)}\n`;
}

export function chainPem(certificates: readonly MadeCertificate[]): string {
  return certificates.map(({ der }) => pemEncode('CERTIFICATE', der)).join('');
}

/** The same with what is noted, as `TRUSTED CERTIFICATE` blocks have it. */
export function trustedPem(
  certificates: readonly MadeCertificate[],
  notes: ReadonlyMap<MadeCertificate, TrustSettings>,
): string {
  return certificates
    .map((each) => {
      const settings = notes.get(each);
      if (settings === undefined) return each.pem;
      return pemEncode('TRUSTED CERTIFICATE', concat(each.der, trustNotes(settings)));
    })
    .join('');
}

function trustNotes({ trusted, rejected }: TrustSettings): Uint8Array {
  return sequence(
    ...(trusted === undefined ? [] : [sequence(...trusted.map(oid))]),
    ...(rejected === undefined ? [] : [context(0, 'constructed', ...rejected.map(oid))]),
  );
}
