import { existsSync } from 'node:fs';
import test from 'ava';
import * as pkijs from 'pkijs';
import { toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { type Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import { pemBlocks } from '../../lib/pki/pem.ts';
import { altNames, authority, makeCertificate } from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { readLimbo } from '../vectors/limbo.ts';

/** The walk over DER, held against pkijs and asn1js: other people's reading of the same bytes. */
const FILE = new URL('../../../shared/vectors/x509-limbo.json.gz', import.meta.url);
/** pkijs takes a millisecond for each. */
const MOST = 600;

test('certificates read the same as pkijs reads them', (t) => {
  const ders = ['secp256r1', 'rsa', 'ed25519'].map((type) => {
    const key = testKey(type as 'rsa', 'twin');
    const extensions = [...authority(key), altNames('dns:a', 'ip:1.2.3.4', 'dir:CN=b')];
    return makeCertificate({ subject: 'CN=a+O=b, C=XY', key, extensions }).der;
  });
  if (existsSync(FILE)) {
    const core = readLimbo(FILE).testcases.filter((each) => !each.id.startsWith('bettertls'));
    const pems = new Set(core.flatMap((each) => [each.peer_certificate, ...each.trusted_certs]));
    ders.push(...[...pems].slice(0, MOST).map((pem) => pemBlocks(pem)[0].der));
  } else {
    t.log('only certificates of our own: no ../shared/vectors/x509-limbo.json.gz');
  }
  let compared = 0;
  for (const der of ders) {
    const ours = read(der);
    if (ours === undefined) continue; // stricter here: the limbo test says which and why
    t.deepEqual(summary(ours), twinSummary(der));
    compared++;
  }
  t.log(`${compared} certificates of ${ders.length} compared`);
  t.true(compared >= 3);
});

function read(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function summary(certificate: Certificate) {
  return {
    version: certificate.version,
    serialNumber: toHex(certificate.serialNumber),
    algorithm: certificate.signatureAlgorithm.oid,
    signature: toHex(certificate.signature),
    tbs: toHex(certificate.tbs),
    issuer: toHex(certificate.issuer.der),
    subject: toHex(certificate.subject.der),
    types: certificate.subject.rdns.flat().map((attribute) => attribute.oid),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    key: toHex(certificate.subjectKey.der),
    extensions: certificate.extensions.map(({ oid, critical, value }) => [oid, critical, toHex(value)]),
  };
}

function twinSummary(der: Uint8Array) {
  const twin = pkijs.Certificate.fromBER(der.slice());
  const hex = (bytes: ArrayBuffer | Uint8Array) => toHex(new Uint8Array(bytes));
  return {
    version: twin.version + 1,
    serialNumber: hex(twin.serialNumber.valueBlock.valueHexView),
    algorithm: twin.signatureAlgorithm.algorithmId,
    signature: hex(twin.signatureValue.valueBlock.valueHexView),
    tbs: hex(twin.tbsView),
    issuer: hex(twin.issuer.valueBeforeDecode),
    subject: hex(twin.subject.valueBeforeDecode),
    types: twin.subject.typesAndValues.map((attribute) => attribute.type),
    notBefore: twin.notBefore.value.getTime() / 1000,
    notAfter: twin.notAfter.value.getTime() / 1000,
    key: hex(twin.subjectPublicKeyInfo.toSchema().toBER()),
    extensions: (twin.extensions ?? []).map((each) => [
      each.extnID,
      each.critical,
      hex(each.extnValue.valueBlock.valueHexView),
    ]),
  };
}
