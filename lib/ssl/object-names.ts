/** OpenSSL's long names of the attributes that stand in distinguished names; others show by their numbers. */
export const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.4': 'surname',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'countryName',
  '2.5.4.7': 'localityName',
  '2.5.4.8': 'stateOrProvinceName',
  '2.5.4.9': 'streetAddress',
  '2.5.4.10': 'organizationName',
  '2.5.4.11': 'organizationalUnitName',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.14': 'searchGuide',
  '2.5.4.15': 'businessCategory',
  '2.5.4.16': 'postalAddress',
  '2.5.4.17': 'postalCode',
  '2.5.4.18': 'postOfficeBox',
  '2.5.4.20': 'telephoneNumber',
  '2.5.4.41': 'name',
  '2.5.4.42': 'givenName',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.45': 'x500UniqueIdentifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.72': 'role',
  '2.5.4.97': 'organizationIdentifier',
  '2.5.4.98': 'countryCode3c',
  '2.5.4.99': 'countryCode3n',
  '2.5.4.100': 'dnsName',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.2.840.113549.1.9.2': 'unstructuredName',
  '1.2.840.113549.1.9.8': 'unstructuredAddress',
  '0.9.2342.19200300.100.1.1': 'userId',
  '0.9.2342.19200300.100.1.25': 'domainComponent',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionLocalityName',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionStateOrProvinceName',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionCountryName',
};

/** As `_ASN1Object` shows an object. */
export interface ObjectRow {
  readonly nid: number;
  readonly shortname: string;
  readonly longname: string;
  readonly oid: string;
}

const object = (nid: number, shortname: string, longname: string, oid: string): ObjectRow => ({
  nid,
  shortname,
  longname,
  oid,
});

/** The extended key usages (RFC 5280 section 4.2.1.12) and what programs look up beside them, of OpenSSL's table. */
export const objectRows: readonly ObjectRow[] = [
  object(5, 'RC4', 'rc4', '1.2.840.113549.3.4'),
  object(6, 'rsaEncryption', 'rsaEncryption', '1.2.840.113549.1.1.1'),
  object(13, 'CN', 'commonName', '2.5.4.3'),
  object(14, 'C', 'countryName', '2.5.4.6'),
  object(15, 'L', 'localityName', '2.5.4.7'),
  object(16, 'ST', 'stateOrProvinceName', '2.5.4.8'),
  object(17, 'O', 'organizationName', '2.5.4.10'),
  object(18, 'OU', 'organizationalUnitName', '2.5.4.11'),
  object(48, 'emailAddress', 'emailAddress', '1.2.840.113549.1.9.1'),
  object(82, 'subjectKeyIdentifier', 'X509v3 Subject Key Identifier', '2.5.29.14'),
  object(83, 'keyUsage', 'X509v3 Key Usage', '2.5.29.15'),
  object(85, 'subjectAltName', 'X509v3 Subject Alternative Name', '2.5.29.17'),
  object(87, 'basicConstraints', 'X509v3 Basic Constraints', '2.5.29.19'),
  object(126, 'extendedKeyUsage', 'X509v3 Extended Key Usage', '2.5.29.37'),
  object(129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1'),
  object(130, 'clientAuth', 'TLS Web Client Authentication', '1.3.6.1.5.5.7.3.2'),
  object(131, 'codeSigning', 'Code Signing', '1.3.6.1.5.5.7.3.3'),
  object(132, 'emailProtection', 'E-mail Protection', '1.3.6.1.5.5.7.3.4'),
  object(133, 'timeStamping', 'Time Stamping', '1.3.6.1.5.5.7.3.8'),
  object(180, 'OCSPSigning', 'OCSP Signing', '1.3.6.1.5.5.7.3.9'),
  object(294, 'ipsecEndSystem', 'IPSec End System', '1.3.6.1.5.5.7.3.5'),
  object(295, 'ipsecTunnel', 'IPSec Tunnel', '1.3.6.1.5.5.7.3.6'),
  object(296, 'ipsecUser', 'IPSec User', '1.3.6.1.5.5.7.3.7'),
  object(391, 'DC', 'domainComponent', '0.9.2342.19200300.100.1.25'),
  object(910, 'anyExtendedKeyUsage', 'Any Extended Key Usage', '2.5.29.37.0'),
];
