#!/usr/bin/env bash
# Makes the certificates and keys in this folder, with the openssl 3 command. They are for tests only: every private
# key here is public. Valid from 2026 to 2126, so that no test run ever meets their end. What is made is committed;
# run this again only to change what there is.
#
#   ca.crt                     two roots: EC P-256 signs all the leaves but chain.pem and the RSA ones, RSA-2048 those
#   inter.crt                  intermediate below the EC root; signs chain.pem
#   p256 p384 p521 rsa2048 rsapss ed25519 ed448 .pem
#                              one leaf a kind of key, for localhost, 127.0.0.1 and ::1: key, then certificate
#   chain.pem                  key, leaf, intermediate
#   client.pem                 for client authentication
#   expired.pem wronghost.pem selfsigned.pem
#                              what a client must refuse
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

HERE_SAN='subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1'
FROM=20260101000000Z
TO=21260101000000Z

key() { # key FILE ALGORITHM [OPTION...]
  local file=$1 algorithm=$2
  shift 2
  local options=()
  for option in "$@"; do options+=(-pkeyopt "$option"); done
  openssl genpkey -algorithm "$algorithm" "${options[@]}" -out "$file" 2>/dev/null
}

# issue KEY NAME ISSUER ISSUER_KEY OUT FROM TO EXTENSION...; the issuer '' stands for itself
issue() {
  local key=$1 name=$2 issuer=$3 issuer_key=$4 out=$5 from=$6 to=$7
  shift 7
  printf '%s\n' "$@" > "$work/ext"
  openssl req -new -key "$key" -subj "/O=pyssl tests/CN=$name" -out "$work/csr"
  mkdir -p "$work/ca" && : > "$work/ca/index.txt"
  cat > "$work/ca.cnf" <<CNF
[ca]
default_ca = here
[here]
database = $work/ca/index.txt
new_certs_dir = $work/ca
rand_serial = yes
unique_subject = no
default_md = default
policy = any
[any]
organizationName = supplied
commonName = supplied
CNF
  local signer=(-cert "$issuer" -keyfile "$issuer_key")
  [ -n "$issuer" ] || signer=(-selfsign -keyfile "$key")
  openssl ca -batch -notext -config "$work/ca.cnf" "${signer[@]}" -in "$work/csr" -extfile "$work/ext" \
    -startdate "$from" -enddate "$to" -out "$out" 2>/dev/null
}

EXTENSIONS_CA=('basicConstraints=critical,CA:TRUE' 'keyUsage=critical,keyCertSign,cRLSign' 'subjectKeyIdentifier=hash')
EXTENSIONS_LEAF=(
  'basicConstraints=critical,CA:FALSE' 'subjectKeyIdentifier=hash' 'authorityKeyIdentifier=keyid'
  'keyUsage=critical,digitalSignature,keyEncipherment'
)

key "$work/ec.key" EC ec_paramgen_curve:P-256
issue "$work/ec.key" 'test root' '' '' "$work/ec.crt" "$FROM" "$TO" "${EXTENSIONS_CA[@]}"
key "$work/rsa.key" RSA rsa_keygen_bits:2048
issue "$work/rsa.key" 'test root RSA' '' '' "$work/rsa.crt" "$FROM" "$TO" "${EXTENSIONS_CA[@]}"
cat "$work/ec.crt" "$work/rsa.crt" > ca.crt
key "$work/inter.key" EC ec_paramgen_curve:P-256
issue "$work/inter.key" 'test intermediate' "$work/ec.crt" "$work/ec.key" inter.crt "$FROM" "$TO" \
  "${EXTENSIONS_CA[@]}" 'authorityKeyIdentifier=keyid'

# leaf NAME ROOT SAN USE FROM TO; the key is $work/key
leaf() {
  issue "$work/key" "$1" "$work/$2.crt" "$work/$2.key" "$work/crt" "$5" "$6" "${EXTENSIONS_LEAF[@]}" \
    "extendedKeyUsage=$4" "$3"
  cat "$work/key" "$work/crt" > "$1.pem"
}

while read -r name root algorithm options; do
  # shellcheck disable=SC2086 # the options are words
  key "$work/key" "$algorithm" $options
  leaf "$name" "$root" "$HERE_SAN" serverAuth "$FROM" "$TO"
done <<'KEYS'
p256 ec EC ec_paramgen_curve:P-256
p384 ec EC ec_paramgen_curve:P-384
p521 ec EC ec_paramgen_curve:P-521
rsa2048 rsa RSA rsa_keygen_bits:2048
rsapss rsa RSA-PSS rsa_keygen_bits:2048
ed25519 ec ED25519
ed448 ec ED448
KEYS

key "$work/key" EC ec_paramgen_curve:P-256
leaf client ec 'subjectAltName=email:client@example.org' clientAuth "$FROM" "$TO"
leaf expired ec "$HERE_SAN" serverAuth 20200101000000Z 20210101000000Z
leaf wronghost ec 'subjectAltName=DNS:elsewhere.example.org' serverAuth "$FROM" "$TO"
issue "$work/key" chain inter.crt "$work/inter.key" "$work/crt" "$FROM" "$TO" \
  "${EXTENSIONS_LEAF[@]}" 'extendedKeyUsage=serverAuth' "$HERE_SAN"
cat "$work/key" "$work/crt" inter.crt > chain.pem
issue "$work/key" selfsigned '' '' "$work/crt" "$FROM" "$TO" \
  'basicConstraints=critical,CA:FALSE' 'extendedKeyUsage=serverAuth' "$HERE_SAN"
cat "$work/key" "$work/crt" > selfsigned.pem

openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048 > ffdhe2048.pem
openssl dhparam 2048 > dh2048.pem
