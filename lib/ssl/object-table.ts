/**
 * OpenSSL's table of objects (3.0: numbers, names and identifiers are facts of its `objects.txt`), from which
 * `_ASN1Object` answers, and which gives the attributes of a name their long names.
 *
 * One row a line, and the line is the number (NID); an empty line is a number that nobody has. A row is
 * `short name|long name|identifier`: the long name is left out where it is the short one, the identifier where there is
 * none. An identifier is told by the one before it: `2:8.1` drops its last two arcs and puts `8.1` in their place. It is
 * read as far as the questions go, when they come.
 */

/** As `_ASN1Object` shows an object. */
export interface ObjectRow {
  readonly nid: number;
  readonly shortname: string;
  readonly longname: string;
  readonly oid: string | null;
}

export function objectByNid(nid: number): ObjectRow | undefined {
  return rows[nid] ?? readUntil((row) => row.nid === nid);
}

/** By short name, or else by long name. */
export function objectByName(name: string): ObjectRow | undefined {
  readUntil(() => false);
  return byShortName.get(name) ?? byLongName.get(name);
}

/** By its identifier in dotted numbers. */
export function objectByOid(oid: string): ObjectRow | undefined {
  return byOid.get(oid) ?? readUntil((row) => row.oid === oid);
}

/** What is read so far, by number; where two objects share a name or an identifier, the one with the lower number has it. */
const rows: ObjectRow[] = [];
const byShortName = new Map<string, ObjectRow>();
const byLongName = new Map<string, ObjectRow>();
const byOid = new Map<string, ObjectRow>();

/** The lines, once they are asked for, and how many of them are read. What certificates name stands in the first ones. */
let lines: readonly string[] | undefined;
let done = 0;
/** The last identifier that was read. */
let previous = '';

function readUntil(isWanted: (row: ObjectRow) => boolean): ObjectRow | undefined {
  lines ??= TABLE.split('\n');
  while (done < lines.length) {
    const line = lines[done++];
    if (line === '') continue;
    const row = read(done, line);
    if (isWanted(row)) return row;
  }
  return undefined;
}

function read(nid: number, line: string): ObjectRow {
  const [shortname, longname, step] = line.split('|');
  if (step !== undefined) previous = identifier(previous, step);
  const row = { nid, shortname, longname: longname || shortname, oid: step === undefined ? null : previous };
  rows[nid] = row;
  if (!byShortName.has(row.shortname)) byShortName.set(row.shortname, row);
  if (!byLongName.has(row.longname)) byLongName.set(row.longname, row);
  if (row.oid !== null && !byOid.has(row.oid)) byOid.set(row.oid, row);
  return row;
}

/** The identifier that is so many arcs shorter, and then longer again. */
function identifier(previous: string, step: string): string {
  const colon = step.indexOf(':');
  let end = previous.length;
  for (let drop = Number(step.slice(0, colon)); drop > 0; drop--) end = previous.lastIndexOf('.', end - 1);
  const kept = previous.slice(0, Math.max(end, 0));
  const added = step.slice(colon + 1);
  return kept === '' ? added : added === '' ? kept : `${kept}.${added}`;
}

const TABLE = `rsadsi|RSA Data Security, Inc.|0:1.2.840.113549
pkcs|RSA Data Security, Inc. PKCS|0:1
MD2|md2|1:2.2
MD5|md5|1:5
RC4|rc4|2:3.4
rsaEncryption||2:1.1.1
RSA-MD2|md2WithRSAEncryption|1:2
RSA-MD5|md5WithRSAEncryption|1:4
PBE-MD2-DES|pbeWithMD2AndDES-CBC|2:5.1
PBE-MD5-DES|pbeWithMD5AndDES-CBC|1:3
X500|directory services (X.500)|7:2.5
X509||0:4
CN|commonName|0:3
C|countryName|1:6
L|localityName|1:7
ST|stateOrProvinceName|1:8
O|organizationName|1:10
OU|organizationalUnitName|1:11
RSA|rsa|2:8.1.1
pkcs7||5:1.2.840.113549.1.7
pkcs7-data||0:1
pkcs7-signedData||1:2
pkcs7-envelopedData||1:3
pkcs7-signedAndEnvelopedData||1:4
pkcs7-digestData||1:5
pkcs7-encryptedData||1:6
pkcs3||2:3
dhKeyAgreement||0:1
DES-ECB|des-ecb|6:3.14.3.2.6
DES-CFB|des-cfb|1:9
DES-CBC|des-cbc|1:7
DES-EDE|des-ede|1:17
DES-EDE3|des-ede3
IDEA-CBC|idea-cbc|4:6.1.4.1.188.7.1.1.2
IDEA-CFB|idea-cfb
IDEA-ECB|idea-ecb
RC2-CBC|rc2-cbc|10:2.840.113549.3.2
RC2-ECB|rc2-ecb
RC2-CFB|rc2-cfb
RC2-OFB|rc2-ofb
SHA|sha|5:3.14.3.2.18
RSA-SHA|shaWithRSAEncryption|1:15
DES-EDE-CBC|des-ede-cbc
DES-EDE3-CBC|des-ede3-cbc|5:2.840.113549.3.7
DES-OFB|des-ofb|5:3.14.3.2.8
IDEA-OFB|idea-ofb
pkcs9||5:2.840.113549.1.9
emailAddress||0:1
unstructuredName||1:2
contentType||1:3
messageDigest||1:4
signingTime||1:5
countersignature||1:6
challengePassword||1:7
unstructuredAddress||1:8
extendedCertificateAttributes||1:9
Netscape|Netscape Communications Corp.|7:2.16.840.1.113730
nsCertExt|Netscape Certificate Extension|0:1
nsDataType|Netscape Data Type|1:2
DES-EDE-CFB|des-ede-cfb
DES-EDE3-CFB|des-ede3-cfb
DES-EDE-OFB|des-ede-ofb
DES-EDE3-OFB|des-ede3-ofb
SHA1|sha1|6:1.3.14.3.2.26
RSA-SHA1|sha1WithRSAEncryption|5:2.840.113549.1.1.5
DSA-SHA|dsaWithSHA|6:3.14.3.2.13
DSA-old|dsaEncryption-old|1:12
PBE-SHA1-RC2-64|pbeWithSHA1AndRC2-CBC|5:2.840.113549.1.5.11
PBKDF2||1:12
DSA-SHA1-old|dsaWithSHA1-old|6:3.14.3.2.27
nsCertType|Netscape Cert Type|6:2.16.840.1.113730.1.1
nsBaseUrl|Netscape Base Url|1:2
nsRevocationUrl|Netscape Revocation Url|1:3
nsCaRevocationUrl|Netscape CA Revocation Url|1:4
nsRenewalUrl|Netscape Renewal Url|1:7
nsCaPolicyUrl|Netscape CA Policy Url|1:8
nsSslServerName|Netscape SSL Server Name|1:12
nsComment|Netscape Comment|1:13
nsCertSequence|Netscape Certificate Sequence|2:2.5
DESX-CBC|desx-cbc
id-ce||6:5.29
subjectKeyIdentifier|X509v3 Subject Key Identifier|0:14
keyUsage|X509v3 Key Usage|1:15
privateKeyUsagePeriod|X509v3 Private Key Usage Period|1:16
subjectAltName|X509v3 Subject Alternative Name|1:17
issuerAltName|X509v3 Issuer Alternative Name|1:18
basicConstraints|X509v3 Basic Constraints|1:19
crlNumber|X509v3 CRL Number|1:20
certificatePolicies|X509v3 Certificate Policies|1:32
authorityKeyIdentifier|X509v3 Authority Key Identifier|1:35
BF-CBC|bf-cbc|4:1.3.6.1.4.1.3029.1.2
BF-ECB|bf-ecb
BF-CFB|bf-cfb
BF-OFB|bf-ofb
MDC2|mdc2|9:2.5.8.3.101
RSA-MDC2|mdc2WithRSA|1:100
RC4-40|rc4-40
RC2-40-CBC|rc2-40-cbc
GN|givenName|3:4.42
SN|surname|1:4
initials||1:43
uid|uniqueIdentifier|4:0.9.2342.19200300.100.1.44
crlDistributionPoints|X509v3 CRL Distribution Points|7:2.5.29.31
RSA-NP-MD5|md5WithRSA|4:1.3.14.3.2.3
serialNumber||6:2.5.4.5
title||1:12
description||1:13
CAST5-CBC|cast5-cbc|4:1.2.840.113533.7.66.10
CAST5-ECB|cast5-ecb
CAST5-CFB|cast5-cfb
CAST5-OFB|cast5-ofb
pbeWithMD5AndCast5CBC||1:12
DSA-SHA1|dsaWithSHA1|4:10040.4.3
MD5-SHA1|md5-sha1
RSA-SHA1-2|sha1WithRSA|5:3.14.3.2.29
DSA|dsaEncryption|5:2.840.10040.4.1
RIPEMD160|ripemd160|5:3.36.3.2.1

RSA-RIPEMD160|ripemd160WithRSA|2:3.1.2
RC5-CBC|rc5-cbc|6:2.840.113549.3.8
RC5-ECB|rc5-ecb
RC5-CFB|rc5-cfb
RC5-OFB|rc5-ofb

ZLIB|zlib compression|2:1.9.16.3.8
extendedKeyUsage|X509v3 Extended Key Usage|9:2.5.29.37
PKIX||4:1.3.6.1.5.5.7
id-kp||0:3
serverAuth|TLS Web Server Authentication|0:1
clientAuth|TLS Web Client Authentication|1:2
codeSigning|Code Signing|1:3
emailProtection|E-mail Protection|1:4
timeStamping|Time Stamping|1:8
msCodeInd|Microsoft Individual Code Signing|5:4.1.311.2.1.21
msCodeCom|Microsoft Commercial Code Signing|1:22
msCTLSign|Microsoft Trust List Signing|3:10.3.1
msSGC|Microsoft Server Gated Crypto|1:3
msEFS|Microsoft Encrypted File System|1:4
nsSGC|Netscape Server Gated Crypto|10:2.16.840.1.113730.4.1
deltaCRL|X509v3 Delta CRL Indicator|6:5.29.27
CRLReason|X509v3 CRL Reason Code|1:21
invalidityDate|Invalidity Date|1:24
SXNetID|Strong Extranet ID|4:1.3.101.1.4.1
PBE-SHA1-RC4-128|pbeWithSHA1And128BitRC4|5:2.840.113549.1.12.1.1
PBE-SHA1-RC4-40|pbeWithSHA1And40BitRC4|1:2
PBE-SHA1-3DES|pbeWithSHA1And3-KeyTripleDES-CBC|1:3
PBE-SHA1-2DES|pbeWithSHA1And2-KeyTripleDES-CBC|1:4
PBE-SHA1-RC2-128|pbeWithSHA1And128BitRC2-CBC|1:5
PBE-SHA1-RC2-40|pbeWithSHA1And40BitRC2-CBC|1:6
keyBag||2:10.1.1
pkcs8ShroudedKeyBag||1:2
certBag||1:3
crlBag||1:4
secretBag||1:5
safeContentsBag||1:6
friendlyName||4:9.20
localKeyID||1:21
x509Certificate||1:22.1
sdsiCertificate||1:2
x509Crl||2:23.1
PBES2||3:5.13
PBMAC1||1:14
hmacWithSHA1||3:2.7
id-qt-cps|Policy Qualifier CPS|5:3.6.1.5.5.7.2.1
id-qt-unotice|Policy Qualifier User Notice|1:2
RC2-64-CBC|rc2-64-cbc
SMIME-CAPS|S/MIME Capabilities|8:2.840.113549.1.9.15
PBE-MD2-RC2-64|pbeWithMD2AndRC2-CBC|2:5.4
PBE-MD5-RC2-64|pbeWithMD5AndRC2-CBC|1:6
PBE-SHA1-DES|pbeWithSHA1AndDES-CBC|1:10
msExtReq|Microsoft Extension Request|6:3.6.1.4.1.311.2.1.14
extReq|Extension Request|9:2.840.113549.1.9.14
name||7:2.5.4.41
dnQualifier||1:46
id-pe||4:1.3.6.1.5.5.7.1
id-ad||1:48
authorityInfoAccess|Authority Information Access|1:1.1
OCSP||2:48.1
caIssuers|CA Issuers|1:2
OCSPSigning|OCSP Signing|2:3.9
ISO|iso
member-body|ISO Member Body|8:2
ISO-US|ISO US Member Body|0:840
X9-57|X9.57|0:10040
X9cm|X9.57 CM ?|0:4
pkcs1||2:113549.1.1
pkcs5||1:5
SMIME|S/MIME|1:9.16
id-smime-mod||0:0
id-smime-ct||1:1
id-smime-aa||1:2
id-smime-alg||1:3
id-smime-cd||1:4
id-smime-spq||1:5
id-smime-cti||1:6
id-smime-mod-cms||1:0.1
id-smime-mod-ess||1:2
id-smime-mod-oid||1:3
id-smime-mod-msg-v3||1:4
id-smime-mod-ets-eSignature-88||1:5
id-smime-mod-ets-eSignature-97||1:6
id-smime-mod-ets-eSigPolicy-88||1:7
id-smime-mod-ets-eSigPolicy-97||1:8
id-smime-ct-receipt||2:1.1
id-smime-ct-authData||1:2
id-smime-ct-publishCert||1:3
id-smime-ct-TSTInfo||1:4
id-smime-ct-TDTInfo||1:5
id-smime-ct-contentInfo||1:6
id-smime-ct-DVCSRequestData||1:7
id-smime-ct-DVCSResponseData||1:8
id-smime-aa-receiptRequest||2:2.1
id-smime-aa-securityLabel||1:2
id-smime-aa-mlExpandHistory||1:3
id-smime-aa-contentHint||1:4
id-smime-aa-msgSigDigest||1:5
id-smime-aa-encapContentType||1:6
id-smime-aa-contentIdentifier||1:7
id-smime-aa-macValue||1:8
id-smime-aa-equivalentLabels||1:9
id-smime-aa-contentReference||1:10
id-smime-aa-encrypKeyPref||1:11
id-smime-aa-signingCertificate||1:12
id-smime-aa-smimeEncryptCerts||1:13
id-smime-aa-timeStampToken||1:14
id-smime-aa-ets-sigPolicyId||1:15
id-smime-aa-ets-commitmentType||1:16
id-smime-aa-ets-signerLocation||1:17
id-smime-aa-ets-signerAttr||1:18
id-smime-aa-ets-otherSigCert||1:19
id-smime-aa-ets-contentTimestamp||1:20
id-smime-aa-ets-CertificateRefs||1:21
id-smime-aa-ets-RevocationRefs||1:22
id-smime-aa-ets-certValues||1:23
id-smime-aa-ets-revocationValues||1:24
id-smime-aa-ets-escTimeStamp||1:25
id-smime-aa-ets-certCRLTimestamp||1:26
id-smime-aa-ets-archiveTimeStamp||1:27
id-smime-aa-signatureType||1:28
id-smime-aa-dvcs-dvc||1:29
id-smime-alg-ESDHwith3DES||2:3.1
id-smime-alg-ESDHwithRC2||1:2
id-smime-alg-3DESwrap||1:3
id-smime-alg-RC2wrap||1:4
id-smime-alg-ESDH||1:5
id-smime-alg-CMS3DESwrap||1:6
id-smime-alg-CMSRC2wrap||1:7
id-smime-cd-ldap||2:4.1
id-smime-spq-ets-sqt-uri||2:5.1
id-smime-spq-ets-sqt-unotice||1:2
id-smime-cti-ets-proofOfOrigin||2:6.1
id-smime-cti-ets-proofOfReceipt||1:2
id-smime-cti-ets-proofOfDelivery||1:3
id-smime-cti-ets-proofOfSender||1:4
id-smime-cti-ets-proofOfApproval||1:5
id-smime-cti-ets-proofOfCreation||1:6
MD4|md4|5:2.4
id-pkix-mod||5:3.6.1.5.5.7.0
id-qt||1:2
id-it||1:4
id-pkip||1:5
id-alg||1:6
id-cmc||1:7
id-on||1:8
id-pda||1:9
id-aca||1:10
id-qcs||1:11
id-cct||1:12
id-pkix1-explicit-88||1:0.1
id-pkix1-implicit-88||1:2
id-pkix1-explicit-93||1:3
id-pkix1-implicit-93||1:4
id-mod-crmf||1:5
id-mod-cmc||1:6
id-mod-kea-profile-88||1:7
id-mod-kea-profile-93||1:8
id-mod-cmp||1:9
id-mod-qualified-cert-88||1:10
id-mod-qualified-cert-93||1:11
id-mod-attribute-cert||1:12
id-mod-timestamp-protocol||1:13
id-mod-ocsp||1:14
id-mod-dvcs||1:15
id-mod-cmp2000||1:16
biometricInfo|Biometric Info|2:1.2
qcStatements||1:3
ac-auditEntity||1:4
ac-targeting||1:5
aaControls||1:6
sbgp-ipAddrBlock||1:7
sbgp-autonomousSysNum||1:8
sbgp-routerIdentifier||1:9
textNotice||2:2.3
ipsecEndSystem|IPSec End System|2:3.5
ipsecTunnel|IPSec Tunnel|1:6
ipsecUser|IPSec User|1:7
DVCS|dvcs|1:10
id-it-caProtEncCert||2:4.1
id-it-signKeyPairTypes||1:2
id-it-encKeyPairTypes||1:3
id-it-preferredSymmAlg||1:4
id-it-caKeyUpdateInfo||1:5
id-it-currentCRL||1:6
id-it-unsupportedOIDs||1:7
id-it-subscriptionRequest||1:8
id-it-subscriptionResponse||1:9
id-it-keyPairParamReq||1:10
id-it-keyPairParamRep||1:11
id-it-revPassphrase||1:12
id-it-implicitConfirm||1:13
id-it-confirmWaitTime||1:14
id-it-origPKIMessage||1:15
id-regCtrl||2:5.1
id-regInfo||1:2
id-regCtrl-regToken||1:1.1
id-regCtrl-authenticator||1:2
id-regCtrl-pkiPublicationInfo||1:3
id-regCtrl-pkiArchiveOptions||1:4
id-regCtrl-oldCertID||1:5
id-regCtrl-protocolEncrKey||1:6
id-regInfo-utf8Pairs||2:2.1
id-regInfo-certReq||1:2
id-alg-des40||3:6.1
id-alg-noSignature||1:2
id-alg-dh-sig-hmac-sha1||1:3
id-alg-dh-pop||1:4
id-cmc-statusInfo||2:7.1
id-cmc-identification||1:2
id-cmc-identityProof||1:3
id-cmc-dataReturn||1:4
id-cmc-transactionId||1:5
id-cmc-senderNonce||1:6
id-cmc-recipientNonce||1:7
id-cmc-addExtensions||1:8
id-cmc-encryptedPOP||1:9
id-cmc-decryptedPOP||1:10
id-cmc-lraPOPWitness||1:11
id-cmc-getCert||1:15
id-cmc-getCRL||1:16
id-cmc-revokeRequest||1:17
id-cmc-regInfo||1:18
id-cmc-responseInfo||1:19
id-cmc-queryPending||1:21
id-cmc-popLinkRandom||1:22
id-cmc-popLinkWitness||1:23
id-cmc-confirmCertAcceptance||1:24
id-on-personalData||2:8.1
id-pda-dateOfBirth||2:9.1
id-pda-placeOfBirth||1:2

id-pda-gender||1:3
id-pda-countryOfCitizenship||1:4
id-pda-countryOfResidence||1:5
id-aca-authenticationInfo||2:10.1
id-aca-accessIdentity||1:2
id-aca-chargingIdentity||1:3
id-aca-group||1:4
id-aca-role||1:5
id-qcs-pkixQCSyntax-v1||2:11.1
id-cct-crs||2:12.1
id-cct-PKIData||1:2
id-cct-PKIResponse||1:3
ad_timestamping|AD Time Stamping|2:48.3
AD_DVCS|ad dvcs|1:4
basicOCSPResponse|Basic OCSP Response|1:1.1
Nonce|OCSP Nonce|1:2
CrlID|OCSP CRL ID|1:3
acceptableResponses|Acceptable OCSP Responses|1:4
noCheck|OCSP No Check|1:5
archiveCutoff|OCSP Archive Cutoff|1:6
serviceLocator|OCSP Service Locator|1:7
extendedStatus|Extended OCSP Status|1:8
valid||1:9
path||1:10
trustRoot|Trust Root|1:11
algorithm||8:14.3.2
rsaSignature||0:11
X500algorithms|directory services - algorithms|6:2.5.8
ORG|org|3:1.3
DOD|dod|0:6
IANA|iana|0:1
directory|Directory|0:1
mgmt|Management|1:2
experimental|Experimental|1:3
private|Private|1:4
security|Security|1:5
snmpv2|SNMPv2|1:6
Mail||1:7
enterprises|Enterprises|1:4.1
dcobject|dcObject|0:1466.344
DC|domainComponent|8:0.9.2342.19200300.100.1.25
domain|Domain|2:4.13
NULL
selected-attribute-types|Selected Attribute Types|7:2.5.1.5
clearance||0:55
RSA-MD4|md4WithRSAEncryption|5:1.2.840.113549.1.1.3
ac-proxying||6:3.6.1.5.5.7.1.10
subjectInfoAccess|Subject Information Access|1:11
id-aca-encAttrs||2:10.6
role||9:2.5.4.72
policyConstraints|X509v3 Policy Constraints|2:29.36
targetInformation|X509v3 AC Targeting|1:55
noRevAvail|X509v3 No Revocation Available|1:56
NULL
ansi-X9-62|ANSI X9.62|4:1.2.840.10045
prime-field||0:1.1
characteristic-two-field||1:2
id-ecPublicKey||2:2.1
prime192v1||2:3.1.1
prime192v2||1:2
prime192v3||1:3
prime239v1||1:4
prime239v2||1:5
prime239v3||1:6
prime256v1||1:7
ecdsa-with-SHA1||3:4.1
CSPName|Microsoft CSP Name|5:3.6.1.4.1.311.17.1
AES-128-ECB|aes-128-ecb|9:2.16.840.1.101.3.4.1.1
AES-128-CBC|aes-128-cbc|1:2
AES-128-OFB|aes-128-ofb|1:3
AES-128-CFB|aes-128-cfb|1:4
AES-192-ECB|aes-192-ecb|1:21
AES-192-CBC|aes-192-cbc|1:22
AES-192-OFB|aes-192-ofb|1:23
AES-192-CFB|aes-192-cfb|1:24
AES-256-ECB|aes-256-ecb|1:41
AES-256-CBC|aes-256-cbc|1:42
AES-256-OFB|aes-256-ofb|1:43
AES-256-CFB|aes-256-cfb|1:44
holdInstructionCode|Hold Instruction Code|8:5.29.23
holdInstructionNone|Hold Instruction None|4:1.2.840.10040.2.1
holdInstructionCallIssuer|Hold Instruction Call Issuer|1:2
holdInstructionReject|Hold Instruction Reject|1:3
data||6:0.9
pss||0:2342
ucl||0:19200300
pilot||0:100
pilotAttributeType||0:1
pilotAttributeSyntax||1:3
pilotObjectClass||1:4
pilotGroups||1:10
iA5StringSyntax||1:3.4
caseIgnoreIA5StringSyntax||1:5
pilotObject||2:4.3
pilotPerson||1:4
account||1:5
document||1:6
room||1:7
documentSeries||1:9
rFC822localPart||1:14
dNSDomain||1:15
domainRelatedObject||1:17
friendlyCountry||1:18
simpleSecurityObject||1:19
pilotOrganization||1:20
pilotDSA||1:21
qualityLabelledData||1:22
UID|userId|2:1.1
textEncodedORAddress||1:2
mail|rfc822Mailbox|1:3
info||1:4
favouriteDrink||1:5
roomNumber||1:6
photo||1:7
userClass||1:8
host||1:9
manager||1:10
documentIdentifier||1:11
documentTitle||1:12
documentVersion||1:13
documentAuthor||1:14
documentLocation||1:15
homeTelephoneNumber||1:20
secretary||1:21
otherMailbox||1:22
lastModifiedTime||1:23
lastModifiedBy||1:24
aRecord||1:26
pilotAttributeType27||1:27
mXRecord||1:28
nSRecord||1:29
sOARecord||1:30
cNAMERecord||1:31
associatedDomain||1:37
associatedName||1:38
homePostalAddress||1:39
personalTitle||1:40
mobileTelephoneNumber||1:41
pagerTelephoneNumber||1:42
friendlyCountryName||1:43
organizationalStatus||1:45
janetMailbox||1:46
mailPreferenceOption||1:47
buildingName||1:48
dSAQuality||1:49
singleLevelQuality||1:50
subtreeMinimumQuality||1:51
subtreeMaximumQuality||1:52
personalSignature||1:53
dITRedirect||1:54
audio||1:55
documentPublisher||1:56
x500UniqueIdentifier||7:2.5.4.45
mime-mhs|MIME MHS|4:1.3.6.1.7.1
mime-mhs-headings||0:1
mime-mhs-bodies||1:2
id-hex-partial-message||1:1.1
id-hex-multipart-message||1:2
generationQualifier||8:2.5.4.44
pseudonym||1:65

id-set|Secure Electronic Transactions|3:23.42
set-ctype|content types|0:0
set-msgExt|message extensions|1:1
set-attr||1:3
set-policy||1:5
set-certExt|certificate extensions|1:7
set-brand||1:8
setct-PANData||1:0.0
setct-PANToken||1:1
setct-PANOnly||1:2
setct-OIData||1:3
setct-PI||1:4
setct-PIData||1:5
setct-PIDataUnsigned||1:6
setct-HODInput||1:7
setct-AuthResBaggage||1:8
setct-AuthRevReqBaggage||1:9
setct-AuthRevResBaggage||1:10
setct-CapTokenSeq||1:11
setct-PInitResData||1:12
setct-PI-TBS||1:13
setct-PResData||1:14
setct-AuthReqTBS||1:16
setct-AuthResTBS||1:17
setct-AuthResTBSX||1:18
setct-AuthTokenTBS||1:19
setct-CapTokenData||1:20
setct-CapTokenTBS||1:21
setct-AcqCardCodeMsg||1:22
setct-AuthRevReqTBS||1:23
setct-AuthRevResData||1:24
setct-AuthRevResTBS||1:25
setct-CapReqTBS||1:26
setct-CapReqTBSX||1:27
setct-CapResData||1:28
setct-CapRevReqTBS||1:29
setct-CapRevReqTBSX||1:30
setct-CapRevResData||1:31
setct-CredReqTBS||1:32
setct-CredReqTBSX||1:33
setct-CredResData||1:34
setct-CredRevReqTBS||1:35
setct-CredRevReqTBSX||1:36
setct-CredRevResData||1:37
setct-PCertReqData||1:38
setct-PCertResTBS||1:39
setct-BatchAdminReqData||1:40
setct-BatchAdminResData||1:41
setct-CardCInitResTBS||1:42
setct-MeAqCInitResTBS||1:43
setct-RegFormResTBS||1:44
setct-CertReqData||1:45
setct-CertReqTBS||1:46
setct-CertResData||1:47
setct-CertInqReqTBS||1:48
setct-ErrorTBS||1:49
setct-PIDualSignedTBE||1:50
setct-PIUnsignedTBE||1:51
setct-AuthReqTBE||1:52
setct-AuthResTBE||1:53
setct-AuthResTBEX||1:54
setct-AuthTokenTBE||1:55
setct-CapTokenTBE||1:56
setct-CapTokenTBEX||1:57
setct-AcqCardCodeMsgTBE||1:58
setct-AuthRevReqTBE||1:59
setct-AuthRevResTBE||1:60
setct-AuthRevResTBEB||1:61
setct-CapReqTBE||1:62
setct-CapReqTBEX||1:63
setct-CapResTBE||1:64
setct-CapRevReqTBE||1:65
setct-CapRevReqTBEX||1:66
setct-CapRevResTBE||1:67
setct-CredReqTBE||1:68
setct-CredReqTBEX||1:69
setct-CredResTBE||1:70
setct-CredRevReqTBE||1:71
setct-CredRevReqTBEX||1:72
setct-CredRevResTBE||1:73
setct-BatchAdminReqTBE||1:74
setct-BatchAdminResTBE||1:75
setct-RegFormReqTBE||1:76
setct-CertReqTBE||1:77
setct-CertReqTBEX||1:78
setct-CertResTBE||1:79
setct-CRLNotificationTBS||1:80
setct-CRLNotificationResTBS||1:81
setct-BCIDistributionTBS||1:82
setext-genCrypt|generic cryptogram|2:1.1
setext-miAuth|merchant initiated auth|1:3
setext-pinSecure||1:4
setext-pinAny||1:5
setext-track2||1:7
setext-cv|additional verification|1:8
set-policy-root||2:5.0
setCext-hashedRoot||2:7.0
setCext-certType||1:1
setCext-merchData||1:2
setCext-cCertRequired||1:3
setCext-tunneling||1:4
setCext-setExt||1:5
setCext-setQualf||1:6
setCext-PGWYcapabilities||1:7
setCext-TokenIdentifier||1:8
setCext-Track2Data||1:9
setCext-TokenType||1:10
setCext-IssuerCapabilities||1:11
setAttr-Cert||2:3.0
setAttr-PGWYcap|payment gateway capabilities|1:1
setAttr-TokenType||1:2
setAttr-IssCap|issuer capabilities|1:3
set-rootKeyThumb||1:0.0
set-addPolicy||1:1
setAttr-Token-EMV||2:2.1
setAttr-Token-B0Prime||1:2
setAttr-IssCap-CVM||2:3.3
setAttr-IssCap-T2||1:4
setAttr-IssCap-Sig||1:5
setAttr-GenCryptgrm|generate cryptogram|1:3.1
setAttr-T2Enc|encrypted track 2|2:4.1
setAttr-T2cleartxt|cleartext track 2|1:2
setAttr-TokICCsig|ICC or token signature|2:5.1
setAttr-SecDevSig|secure device signature|1:2
set-brand-IATA-ATA||4:8.1
set-brand-Diners||1:30
set-brand-AmericanExpress||1:34
set-brand-JCB||1:35
set-brand-Visa||1:4
set-brand-MasterCard||1:5
set-brand-Novus||1:6011
DES-CDMF|des-cdmf|5:1.2.840.113549.3.10
rsaOAEPEncryptionSET||2:1.1.6
ITU-T|itu-t
JOINT-ISO-ITU-T|joint-iso-itu-t
international-organizations|International Organizations|7:2.23
msSmartcardLogin|Microsoft Smartcard Login|2:1.3.6.1.4.1.311.20.2.2
msUPN|Microsoft User Principal Name|1:3
AES-128-CFB1|aes-128-cfb1
AES-192-CFB1|aes-192-cfb1
AES-256-CFB1|aes-256-cfb1
AES-128-CFB8|aes-128-cfb8
AES-192-CFB8|aes-192-cfb8
AES-256-CFB8|aes-256-cfb8
DES-CFB1|des-cfb1
DES-CFB8|des-cfb8
DES-EDE3-CFB1|des-ede3-cfb1
DES-EDE3-CFB8|des-ede3-cfb8
street|streetAddress|10:2.5.4.9
postalCode||1:17
id-ppl||4:1.3.6.1.5.5.7.21
proxyCertInfo|Proxy Certificate Information|1:1.14
id-ppl-anyLanguage|Any language|2:21.0
id-ppl-inheritAll|Inherit all|1:1
nameConstraints|X509v3 Name Constraints|9:2.5.29.30
id-ppl-independent|Independent|4:1.3.6.1.5.5.7.21.2
RSA-SHA256|sha256WithRSAEncryption|8:2.840.113549.1.1.11
RSA-SHA384|sha384WithRSAEncryption|1:12
RSA-SHA512|sha512WithRSAEncryption|1:13
RSA-SHA224|sha224WithRSAEncryption|1:14
SHA256|sha256|7:2.16.840.1.101.3.4.2.1
SHA384|sha384|1:2
SHA512|sha512|1:3
SHA224|sha224|1:4
identified-organization||9:1.3
certicom-arc||0:132
wap||3:2.23.43
wap-wsg||0:1
id-characteristic-two-basis||4:1.2.840.10045.1.2.3
onBasis||0:1
tpBasis||1:2
ppBasis||1:3
c2pnb163v1||4:3.0.1
c2pnb163v2||1:2
c2pnb163v3||1:3
c2pnb176v1||1:4
c2tnb191v1||1:5
c2tnb191v2||1:6
c2tnb191v3||1:7
c2onb191v4||1:8
c2onb191v5||1:9
c2pnb208w1||1:10
c2tnb239v1||1:11
c2tnb239v2||1:12
c2tnb239v3||1:13
c2onb239v4||1:14
c2onb239v5||1:15
c2pnb272w1||1:16
c2pnb304w1||1:17
c2tnb359v1||1:18
c2pnb368w1||1:19
c2tnb431r1||1:20
secp112r1||6:3.132.0.6
secp112r2||1:7
secp128r1||1:28
secp128r2||1:29
secp160k1||1:9
secp160r1||1:8
secp160r2||1:30
secp192k1||1:31
secp224k1||1:32
secp224r1||1:33
secp256k1||1:10
secp384r1||1:34
secp521r1||1:35
sect113r1||1:4
sect113r2||1:5
sect131r1||1:22
sect131r2||1:23
sect163k1||1:1
sect163r1||1:2
sect163r2||1:15
sect193r1||1:24
sect193r2||1:25
sect233k1||1:26
sect233r1||1:27
sect239k1||1:3
sect283k1||1:16
sect283r1||1:17
sect409k1||1:36
sect409r1||1:37
sect571k1||1:38
sect571r1||1:39
wap-wsg-idm-ecid-wtls1||5:2.23.43.1.4.1
wap-wsg-idm-ecid-wtls3||1:3
wap-wsg-idm-ecid-wtls4||1:4
wap-wsg-idm-ecid-wtls5||1:5
wap-wsg-idm-ecid-wtls6||1:6
wap-wsg-idm-ecid-wtls7||1:7
wap-wsg-idm-ecid-wtls8||1:8
wap-wsg-idm-ecid-wtls9||1:9
wap-wsg-idm-ecid-wtls10||1:10
wap-wsg-idm-ecid-wtls11||1:11
wap-wsg-idm-ecid-wtls12||1:12
anyPolicy|X509v3 Any Policy|5:5.29.32.0
policyMappings|X509v3 Policy Mappings|2:33
inhibitAnyPolicy|X509v3 Inhibit Any Policy|1:54
Oakley-EC2N-3|ipsec3
Oakley-EC2N-4|ipsec4
CAMELLIA-128-CBC|camellia-128-cbc|4:1.2.392.200011.61.1.1.1.2
CAMELLIA-192-CBC|camellia-192-cbc|1:3
CAMELLIA-256-CBC|camellia-256-cbc|1:4
CAMELLIA-128-ECB|camellia-128-ecb|9:0.3.4401.5.3.1.9.1
CAMELLIA-192-ECB|camellia-192-ecb|1:21
CAMELLIA-256-ECB|camellia-256-ecb|1:41
CAMELLIA-128-CFB|camellia-128-cfb|1:4
CAMELLIA-192-CFB|camellia-192-cfb|1:24
CAMELLIA-256-CFB|camellia-256-cfb|1:44
CAMELLIA-128-CFB1|camellia-128-cfb1
CAMELLIA-192-CFB1|camellia-192-cfb1
CAMELLIA-256-CFB1|camellia-256-cfb1
CAMELLIA-128-CFB8|camellia-128-cfb8
CAMELLIA-192-CFB8|camellia-192-cfb8
CAMELLIA-256-CFB8|camellia-256-cfb8
CAMELLIA-128-OFB|camellia-128-ofb|1:3
CAMELLIA-192-OFB|camellia-192-ofb|1:23
CAMELLIA-256-OFB|camellia-256-ofb|1:43
subjectDirectoryAttributes|X509v3 Subject Directory Attributes|8:2.5.29.9
issuingDistributionPoint|X509v3 Issuing Distribution Point|1:28
certificateIssuer|X509v3 Certificate Issuer|1:29

KISA|kisa|4:1.2.410.200004


SEED-ECB|seed-ecb|0:1.3
SEED-CBC|seed-cbc|1:4
SEED-OFB|seed-ofb|1:6
SEED-CFB|seed-cfb|1:5
HMAC-MD5|hmac-md5|5:3.6.1.5.5.8.1.1
HMAC-SHA1|hmac-sha1|1:2
id-PasswordBasedMAC|password based MAC|8:2.840.113533.7.66.13
id-DHBasedMac|Diffie-Hellman based MAC|1:30
id-it-suppLangTags||6:3.6.1.5.5.7.4.16
caRepository|CA Repository|2:48.5
id-smime-ct-compressedData||8:2.840.113549.1.9.16.1.9
id-ct-asciiTextWithCRLF||1:27
id-aes128-wrap||9:2.16.840.1.101.3.4.1.5
id-aes192-wrap||1:25
id-aes256-wrap||1:45
ecdsa-with-Recommended||9:1.2.840.10045.4.2
ecdsa-with-Specified||1:3
ecdsa-with-SHA224||0:1
ecdsa-with-SHA256||1:2
ecdsa-with-SHA384||1:3
ecdsa-with-SHA512||1:4
hmacWithMD5||4:113549.2.6
hmacWithSHA224||1:8
hmacWithSHA256||1:9
hmacWithSHA384||1:10
hmacWithSHA512||1:11
dsa_with_SHA224||6:2.16.840.1.101.3.4.3.1
dsa_with_SHA256||1:2
whirlpool||9:1.0.10118.3.0.55
cryptopro||5:2.643.2.2
cryptocom||1:9
id-GostR3411-94-with-GostR3410-2001|GOST R 34.11-94 with GOST R 34.10-2001|1:2.3
id-GostR3411-94-with-GostR3410-94|GOST R 34.11-94 with GOST R 34.10-94|1:4
md_gost94|GOST R 34.11-94|1:9
id-HMACGostR3411-94|HMAC GOST 34.11-94|1:10
gost2001|GOST R 34.10-2001|1:19
gost94|GOST R 34.10-94|1:20
gost89|GOST 28147-89|1:21
gost89-cnt
gost-mac|GOST 28147-89 MAC|1:22
prf-gostr3411-94|GOST R 34.11-94 PRF|1:23
id-GostR3410-2001DH|GOST R 34.10-2001 DH|1:98
id-GostR3410-94DH|GOST R 34.10-94 DH|1:99
id-Gost28147-89-CryptoPro-KeyMeshing||1:14.1
id-Gost28147-89-None-KeyMeshing||1:0
id-GostR3411-94-TestParamSet||2:30.0
id-GostR3411-94-CryptoProParamSet||1:1
id-Gost28147-89-TestParamSet||2:31.0
id-Gost28147-89-CryptoPro-A-ParamSet||1:1
id-Gost28147-89-CryptoPro-B-ParamSet||1:2
id-Gost28147-89-CryptoPro-C-ParamSet||1:3
id-Gost28147-89-CryptoPro-D-ParamSet||1:4
id-Gost28147-89-CryptoPro-Oscar-1-1-ParamSet||1:5
id-Gost28147-89-CryptoPro-Oscar-1-0-ParamSet||1:6
id-Gost28147-89-CryptoPro-RIC-1-ParamSet||1:7
id-GostR3410-94-TestParamSet||2:32.0
id-GostR3410-94-CryptoPro-A-ParamSet||1:2
id-GostR3410-94-CryptoPro-B-ParamSet||1:3
id-GostR3410-94-CryptoPro-C-ParamSet||1:4
id-GostR3410-94-CryptoPro-D-ParamSet||1:5
id-GostR3410-94-CryptoPro-XchA-ParamSet||2:33.1
id-GostR3410-94-CryptoPro-XchB-ParamSet||1:2
id-GostR3410-94-CryptoPro-XchC-ParamSet||1:3
id-GostR3410-2001-TestParamSet||2:35.0
id-GostR3410-2001-CryptoPro-A-ParamSet||1:1
id-GostR3410-2001-CryptoPro-B-ParamSet||1:2
id-GostR3410-2001-CryptoPro-C-ParamSet||1:3
id-GostR3410-2001-CryptoPro-XchA-ParamSet||2:36.0
id-GostR3410-2001-CryptoPro-XchB-ParamSet||1:1
id-GostR3410-94-a||2:20.1
id-GostR3410-94-aBis||1:2
id-GostR3410-94-b||1:3
id-GostR3410-94-bBis||1:4
id-Gost28147-89-cc|GOST 28147-89 Cryptocom ParamSet|3:9.1.6.1
gost94cc|GOST 34.10-94 Cryptocom|2:5.3
gost2001cc|GOST 34.10-2001 Cryptocom|1:4
id-GostR3411-94-with-GostR3410-94-cc|GOST R 34.11-94 with GOST R 34.10-94 Cryptocom|2:3.3
id-GostR3411-94-with-GostR3410-2001-cc|GOST R 34.11-94 with GOST R 34.10-2001 Cryptocom|1:4
id-GostR3410-2001-ParamSet-cc|GOST R 3410-2001 Parameter Set Cryptocom|2:8.1
HMAC|hmac
LocalKeySet|Microsoft Local Key set|7:3.6.1.4.1.311.17.2
freshestCRL|X509v3 Freshest CRL|9:2.5.29.46
id-on-permanentIdentifier|Permanent Identifier|4:1.3.6.1.5.5.7.8.3
searchGuide||9:2.5.4.14
businessCategory||1:15
postalAddress||1:16
postOfficeBox||1:18
physicalDeliveryOfficeName||1:19
telephoneNumber||1:20
telexNumber||1:21
teletexTerminalIdentifier||1:22
facsimileTelephoneNumber||1:23
x121Address||1:24
internationaliSDNNumber||1:25
registeredAddress||1:26
destinationIndicator||1:27
preferredDeliveryMethod||1:28
presentationAddress||1:29
supportedApplicationContext||1:30
member||1:31
owner||1:32
roleOccupant||1:33
seeAlso||1:34
userPassword||1:35
userCertificate||1:36
cACertificate||1:37
authorityRevocationList||1:38
certificateRevocationList||1:39
crossCertificatePair||1:40
enhancedSearchGuide||1:47
protocolInformation||1:48
distinguishedName||1:49
uniqueMember||1:50
houseIdentifier||1:51
supportedAlgorithms||1:52
deltaRevocationList||1:53
dmdName||1:54
id-alg-PWRI-KEK||4:1.2.840.113549.1.9.16.3.9
CMAC|cmac
id-aes128-GCM|aes-128-gcm|9:2.16.840.1.101.3.4.1.6
id-aes128-CCM|aes-128-ccm|1:7
id-aes128-wrap-pad||1:8
id-aes192-GCM|aes-192-gcm|1:26
id-aes192-CCM|aes-192-ccm|1:27
id-aes192-wrap-pad||1:28
id-aes256-GCM|aes-256-gcm|1:46
id-aes256-CCM|aes-256-ccm|1:47
id-aes256-wrap-pad||1:48
AES-128-CTR|aes-128-ctr
AES-192-CTR|aes-192-ctr
AES-256-CTR|aes-256-ctr
id-camellia128-wrap||9:1.2.392.200011.61.1.1.3.2
id-camellia192-wrap||1:3
id-camellia256-wrap||1:4
anyExtendedKeyUsage|Any Extended Key Usage|9:2.5.29.37.0
MGF1|mgf1|5:1.2.840.113549.1.1.8
RSASSA-PSS|rsassaPss|1:10
AES-128-XTS|aes-128-xts|6:3.111.2.1619.0.1.1
AES-256-XTS|aes-256-xts|1:2
RC4-HMAC-MD5|rc4-hmac-md5
AES-128-CBC-HMAC-SHA1|aes-128-cbc-hmac-sha1
AES-192-CBC-HMAC-SHA1|aes-192-cbc-hmac-sha1
AES-256-CBC-HMAC-SHA1|aes-256-cbc-hmac-sha1
RSAES-OAEP|rsaesOaep|7:2.840.113549.1.1.7
dhpublicnumber|X9.42 DH|4:10046.2.1
brainpoolP160r1||5:3.36.3.3.2.8.1.1.1
brainpoolP160t1||1:2
brainpoolP192r1||1:3
brainpoolP192t1||1:4
brainpoolP224r1||1:5
brainpoolP224t1||1:6
brainpoolP256r1||1:7
brainpoolP256t1||1:8
brainpoolP320r1||1:9
brainpoolP320t1||1:10
brainpoolP384r1||1:11
brainpoolP384t1||1:12
brainpoolP512r1||1:13
brainpoolP512t1||1:14
PSPECIFIED|pSpecified|9:2.840.113549.1.1.9
dhSinglePass-stdDH-sha1kdf-scheme||6:3.133.16.840.63.0.2
dhSinglePass-stdDH-sha224kdf-scheme||6:132.1.11.0
dhSinglePass-stdDH-sha256kdf-scheme||1:1
dhSinglePass-stdDH-sha384kdf-scheme||1:2
dhSinglePass-stdDH-sha512kdf-scheme||1:3
dhSinglePass-cofactorDH-sha1kdf-scheme||4:133.16.840.63.0.3
dhSinglePass-cofactorDH-sha224kdf-scheme||6:132.1.14.0
dhSinglePass-cofactorDH-sha256kdf-scheme||1:1
dhSinglePass-cofactorDH-sha384kdf-scheme||1:2
dhSinglePass-cofactorDH-sha512kdf-scheme||1:3
dh-std-kdf
dh-cofactor-kdf
AES-128-CBC-HMAC-SHA256|aes-128-cbc-hmac-sha256
AES-192-CBC-HMAC-SHA256|aes-192-cbc-hmac-sha256
AES-256-CBC-HMAC-SHA256|aes-256-cbc-hmac-sha256
ct_precert_scts|CT Precertificate SCTs|4:6.1.4.1.11129.2.4.2
ct_precert_poison|CT Precertificate Poison|1:3
ct_precert_signer|CT Precertificate Signer|1:4
ct_cert_scts|CT Certificate SCTs|1:5
jurisdictionL|jurisdictionLocalityName|4:311.60.2.1.1
jurisdictionST|jurisdictionStateOrProvinceName|1:2
jurisdictionC|jurisdictionCountryName|1:3
AES-128-OCB|aes-128-ocb
AES-192-OCB|aes-192-ocb
AES-256-OCB|aes-256-ocb
CAMELLIA-128-GCM|camellia-128-gcm|11:0.3.4401.5.3.1.9.6
CAMELLIA-128-CCM|camellia-128-ccm|1:7
CAMELLIA-128-CTR|camellia-128-ctr|1:9
CAMELLIA-128-CMAC|camellia-128-cmac|1:10
CAMELLIA-192-GCM|camellia-192-gcm|1:26
CAMELLIA-192-CCM|camellia-192-ccm|1:27
CAMELLIA-192-CTR|camellia-192-ctr|1:29
CAMELLIA-192-CMAC|camellia-192-cmac|1:30
CAMELLIA-256-GCM|camellia-256-gcm|1:46
CAMELLIA-256-CCM|camellia-256-ccm|1:47
CAMELLIA-256-CTR|camellia-256-ctr|1:49
CAMELLIA-256-CMAC|camellia-256-cmac|1:50
id-scrypt|scrypt|8:1.3.6.1.4.1.11591.4.11
id-tc26||8:2.643.7.1
gost89-cnt-12
gost-mac-12
id-tc26-algorithms||0:1
id-tc26-sign||0:1
gost2012_256|GOST R 34.10-2012 with 256 bit modulus|0:1
gost2012_512|GOST R 34.10-2012 with 512 bit modulus|1:2
id-tc26-digest||2:2
md_gost12_256|GOST R 34.11-2012 with 256 bit hash|0:2
md_gost12_512|GOST R 34.11-2012 with 512 bit hash|1:3
id-tc26-signwithdigest||2:3
id-tc26-signwithdigest-gost3410-2012-256|GOST R 34.10-2012 with GOST R 34.11-2012 (256 bit)|0:2
id-tc26-signwithdigest-gost3410-2012-512|GOST R 34.10-2012 with GOST R 34.11-2012 (512 bit)|1:3
id-tc26-mac||2:4
id-tc26-hmac-gost-3411-2012-256|HMAC GOST 34.11-2012 256 bit|0:1
id-tc26-hmac-gost-3411-2012-512|HMAC GOST 34.11-2012 512 bit|1:2
id-tc26-cipher||2:5
id-tc26-agreement||1:6
id-tc26-agreement-gost-3410-2012-256||0:1
id-tc26-agreement-gost-3410-2012-512||1:2
id-tc26-constants||3:2
id-tc26-sign-constants||0:1
id-tc26-gost-3410-2012-512-constants||0:2
id-tc26-gost-3410-2012-512-paramSetTest|GOST R 34.10-2012 (512 bit) testing parameter set|0:0
id-tc26-gost-3410-2012-512-paramSetA|GOST R 34.10-2012 (512 bit) ParamSet A|1:1
id-tc26-gost-3410-2012-512-paramSetB|GOST R 34.10-2012 (512 bit) ParamSet B|1:2
id-tc26-digest-constants||3:2
id-tc26-cipher-constants||1:5
id-tc26-gost-28147-constants||0:1
id-tc26-gost-28147-param-Z|GOST 28147-89 TC26 parameter set|0:1
INN||6:3.131.1.1
OGRN||4:100.1
SNILS||1:3
subjectSignTool|Signing Tool of Subject|1:111
issuerSignTool|Signing Tool of Issuer|1:112
gost89-cbc
gost89-ecb
gost89-ctr
kuznyechik-ecb
kuznyechik-ctr
kuznyechik-ofb
kuznyechik-cbc
kuznyechik-cfb
kuznyechik-mac
ChaCha20-Poly1305|chacha20-poly1305
ChaCha20|chacha20
tlsfeature|TLS Feature|4:3.6.1.5.5.7.1.24
TLS1-PRF|tls1-prf
ipsecIKE|ipsec Internet Key Exchange|2:3.17
capwapAC|Ctrl/provision WAP Access|1:18
capwapWTP|Ctrl/Provision WAP Termination|1:19
secureShellClient|SSH Client|1:21
secureShellServer|SSH Server|1:22
sendRouter|Send Router|1:23
sendProxiedRouter|Send Proxied Router|1:24
sendOwner|Send Owner|1:25
sendProxiedOwner|Send Proxied Owner|1:26
id-pkinit||4:2.3
pkInitClientAuth|PKINIT Client Auth|0:4
pkInitKDC|Signing KDC Response|1:5
X25519||6:101.110
X448||1:111
HKDF|hkdf
KxRSA|kx-rsa
KxECDHE|kx-ecdhe
KxDHE|kx-dhe
KxECDHE-PSK|kx-ecdhe-psk
KxDHE-PSK|kx-dhe-psk
KxRSA_PSK|kx-rsa-psk
KxPSK|kx-psk
KxSRP|kx-srp
KxGOST|kx-gost
AuthRSA|auth-rsa
AuthECDSA|auth-ecdsa
AuthPSK|auth-psk
AuthDSS|auth-dss
AuthGOST01|auth-gost01
AuthGOST12|auth-gost12
AuthSRP|auth-srp
AuthNULL|auth-null


BLAKE2b512|blake2b512|2:6.1.4.1.1722.12.2.1.16
BLAKE2s256|blake2s256|2:2.8
id-smime-ct-contentCollection||10:2.840.113549.1.9.16.1.19
id-smime-ct-authEnvelopedData||1:23
id-ct-xml||1:28
Poly1305|poly1305
SipHash|siphash
KxANY|kx-any
AuthANY|auth-any
ARIA-128-ECB|aria-128-ecb|7:410.200046.1.1.1
ARIA-128-CBC|aria-128-cbc|1:2
ARIA-128-CFB|aria-128-cfb|1:3
ARIA-128-OFB|aria-128-ofb|1:4
ARIA-128-CTR|aria-128-ctr|1:5
ARIA-192-ECB|aria-192-ecb|1:6
ARIA-192-CBC|aria-192-cbc|1:7
ARIA-192-CFB|aria-192-cfb|1:8
ARIA-192-OFB|aria-192-ofb|1:9
ARIA-192-CTR|aria-192-ctr|1:10
ARIA-256-ECB|aria-256-ecb|1:11
ARIA-256-CBC|aria-256-cbc|1:12
ARIA-256-CFB|aria-256-cfb|1:13
ARIA-256-OFB|aria-256-ofb|1:14
ARIA-256-CTR|aria-256-ctr|1:15
ARIA-128-CFB1|aria-128-cfb1
ARIA-192-CFB1|aria-192-cfb1
ARIA-256-CFB1|aria-256-cfb1
ARIA-128-CFB8|aria-128-cfb8
ARIA-192-CFB8|aria-192-cfb8
ARIA-256-CFB8|aria-256-cfb8
id-smime-aa-signingCertificateV2||5:840.113549.1.9.16.2.47
ED25519||8:3.101.112
ED448||1:113
organizationIdentifier||4:2.5.4.97
c3|countryCode3c|1:98
n3|countryCode3n|1:99
dnsName||1:100
x509ExtAdmission|Professional Information or basis for Admission|4:1.3.36.8.3.3
SHA512-224|sha512-224|6:2.16.840.1.101.3.4.2.5
SHA512-256|sha512-256|1:6
SHA3-224|sha3-224|1:7
SHA3-256|sha3-256|1:8
SHA3-384|sha3-384|1:9
SHA3-512|sha3-512|1:10
SHAKE128|shake128|1:11
SHAKE256|shake256|1:12
id-hmacWithSHA3-224|hmac-sha3-224|1:13
id-hmacWithSHA3-256|hmac-sha3-256|1:14
id-hmacWithSHA3-384|hmac-sha3-384|1:15
id-hmacWithSHA3-512|hmac-sha3-512|1:16
id-dsa-with-sha384|dsa_with_SHA384|2:3.3
id-dsa-with-sha512|dsa_with_SHA512|1:4
id-dsa-with-sha3-224|dsa_with_SHA3-224|1:5
id-dsa-with-sha3-256|dsa_with_SHA3-256|1:6
id-dsa-with-sha3-384|dsa_with_SHA3-384|1:7
id-dsa-with-sha3-512|dsa_with_SHA3-512|1:8
id-ecdsa-with-sha3-224|ecdsa_with_SHA3-224|1:9
id-ecdsa-with-sha3-256|ecdsa_with_SHA3-256|1:10
id-ecdsa-with-sha3-384|ecdsa_with_SHA3-384|1:11
id-ecdsa-with-sha3-512|ecdsa_with_SHA3-512|1:12
id-rsassa-pkcs1-v1_5-with-sha3-224|RSA-SHA3-224|1:13
id-rsassa-pkcs1-v1_5-with-sha3-256|RSA-SHA3-256|1:14
id-rsassa-pkcs1-v1_5-with-sha3-384|RSA-SHA3-384|1:15
id-rsassa-pkcs1-v1_5-with-sha3-512|RSA-SHA3-512|1:16
ARIA-128-CCM|aria-128-ccm|9:1.2.410.200046.1.1.37
ARIA-192-CCM|aria-192-ccm|1:38
ARIA-256-CCM|aria-256-ccm|1:39
ARIA-128-GCM|aria-128-gcm|1:34
ARIA-192-GCM|aria-192-gcm|1:35
ARIA-256-GCM|aria-256-gcm|1:36
ffdhe2048
ffdhe3072
ffdhe4096
ffdhe6144
ffdhe8192
cmcCA|CMC Certificate Authority|6:3.6.1.5.5.7.3.27
cmcRA|CMC Registration Authority|1:28
SM4-ECB|sm4-ecb|8:2.156.10197.1.104.1
SM4-CBC|sm4-cbc|1:2
SM4-OFB|sm4-ofb|1:3
SM4-CFB1|sm4-cfb1|1:5
SM4-CFB|sm4-cfb|1:4
SM4-CFB8|sm4-cfb8|1:6
SM4-CTR|sm4-ctr|1:7
ISO-CN|ISO CN Member Body|4:
oscca||0:10197
sm-scheme||0:1
SM3|sm3|0:401
RSA-SM3|sm3WithRSAEncryption|1:504
RSA-SHA512/224|sha512-224WithRSAEncryption|4:840.113549.1.1.15
RSA-SHA512/256|sha512-256WithRSAEncryption|1:16
id-tc26-gost-3410-2012-256-constants||5:643.7.1.2.1.1
id-tc26-gost-3410-2012-256-paramSetA|GOST R 34.10-2012 (256 bit) ParamSet A|0:1
id-tc26-gost-3410-2012-512-paramSetC|GOST R 34.10-2012 (512 bit) ParamSet C|2:2.3
ISO-UA||7:804
ua-pki||0:2.1.1.1
dstu28147|DSTU Gost 28147-2009|0:1.1.1
dstu28147-ofb|DSTU Gost 28147-2009 OFB mode|0:2
dstu28147-cfb|DSTU Gost 28147-2009 CFB mode|1:3
dstu28147-wrap|DSTU Gost 28147-2009 key wrap|1:5
hmacWithDstu34311|HMAC DSTU Gost 34311-95|2:2
dstu34311|DSTU Gost 34311-95|2:2.1
dstu4145le|DSTU 4145-2002 little endian|2:3.1.1
dstu4145be|DSTU 4145-2002 big endian|0:1.1
uacurve0|DSTU curve 0|2:2.0
uacurve1|DSTU curve 1|1:1
uacurve2|DSTU curve 2|1:2
uacurve3|DSTU curve 3|1:3
uacurve4|DSTU curve 4|1:4
uacurve5|DSTU curve 5|1:5
uacurve6|DSTU curve 6|1:6
uacurve7|DSTU curve 7|1:7
uacurve8|DSTU curve 8|1:8
uacurve9|DSTU curve 9|1:9
ieee||12:3.111
ieee-siswg|IEEE Security in Storage Working Group|0:2.1619
SM2|sm2|4:2.156.10197.1.301
id-tc26-cipher-gostr3412-2015-magma||4:643.7.1.1.5.1
magma-ctr-acpkm||0:1
magma-ctr-acpkm-omac||1:2
id-tc26-cipher-gostr3412-2015-kuznyechik||2:2
kuznyechik-ctr-acpkm||0:1
kuznyechik-ctr-acpkm-omac||1:2
id-tc26-wrap||3:7
id-tc26-wrap-gostr3412-2015-magma||0:1
magma-kexp15||0:1
id-tc26-wrap-gostr3412-2015-kuznyechik||2:2
kuznyechik-kexp15||0:1
id-tc26-gost-3410-2012-256-paramSetB|GOST R 34.10-2012 (256 bit) ParamSet B|4:2.1.1.2
id-tc26-gost-3410-2012-256-paramSetC|GOST R 34.10-2012 (256 bit) ParamSet C|1:3
id-tc26-gost-3410-2012-256-paramSetD|GOST R 34.10-2012 (256 bit) ParamSet D|1:4
magma-ecb
magma-ctr
magma-ofb
magma-cbc
magma-cfb
magma-mac
hmacWithSHA512-224||7:840.113549.2.12
hmacWithSHA512-256||1:13
GMAC|gmac|5:0.9797.3.4
KMAC128|kmac128|5:2.16.840.1.101.3.4.2.19
KMAC256|kmac256|1:20
AES-128-SIV|aes-128-siv
AES-192-SIV|aes-192-siv
AES-256-SIV|aes-256-siv
BLAKE2BMAC|blake2bmac|9:1.3.6.1.4.1.1722.12.2.1
BLAKE2SMAC|blake2smac|1:2
SSHKDF|sshkdf
SM2-SM3|SM2-with-SM3|9:2.156.10197.1.501
SSKDF|sskdf
X963KDF|x963kdf
X942KDF|x942kdf
id-on-SmtpUTF8Mailbox|Smtp UTF8 Mailbox|5:3.6.1.5.5.7.8.9
id-on-xmppAddr|XmppAddr|1:5
id-on-dnsSRV|SRVName|1:7
id-on-NAIRealm|NAIRealm|1:8
modp_1536
modp_2048
modp_3072
modp_4096
modp_6144
modp_8192
KxGOST18|kx-gost18
cmcArchive|CMC Archive Server|2:3.29
id-kp-bgpsec-router|BGPsec Router|1:30
id-kp-BrandIndicatorforMessageIdentification|Brand Indicator for Message Identification|1:31
cmKGA|Certificate Management Key Generation Authority|1:32
id-it-caCerts||2:4.17
id-it-rootCaKeyUpdate||1:18
id-it-certReqTemplate||1:19
OGRNIP||8:2.643.100.5
classSignTool|Class of Signing Tool|1:113
classSignToolKC1|Class of Signing Tool KC1|0:1
classSignToolKC2|Class of Signing Tool KC2|1:2
classSignToolKC3|Class of Signing Tool KC3|1:3
classSignToolKB1|Class of Signing Tool KB1|1:4
classSignToolKB2|Class of Signing Tool KB2|1:5
classSignToolKA1|Class of Signing Tool KA1|1:6
id-ct-routeOriginAuthz||4:840.113549.1.9.16.1.24
id-ct-rpkiManifest||1:26
id-ct-rpkiGhostbusters||1:35
id-ct-resourceTaggedAttest||1:36
id-cp||8:3.6.1.5.5.7.14
sbgp-ipAddrBlockv2||1:1.28
sbgp-autonomousSysNumv2||1:29
ipAddr-asNumber||2:14.2
ipAddr-asNumberv2||1:3
rpkiManifest|RPKI Manifest|2:48.10
signedObject|Signed Object|1:11
rpkiNotify|RPKI Notify|1:13
id-ct-geofeedCSVwithCRLF||8:2.840.113549.1.9.16.1.47
id-ct-signedChecklist||1:48`;
