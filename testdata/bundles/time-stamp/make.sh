#!/usr/bin/env bash
# Makes checkpoint.tsr: what a time-stamp authority (RFC 3161) would answer for the checkpoint of good/witnessed.zip, from an
# authority of our own that lives only as long as this script. ca.pem is its certificate; the keys are thrown away.
#   openssl ts -verify -in checkpoint.tsr -data CHECKPOINT -CAfile ca.pem
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if [ $# -eq 1 ]; then cp "$1" checkpoint; else unzip -p "$here/../good/witnessed.zip" '*/data/checkpoint' >checkpoint; fi
cat >tsa.conf <<'CONF'
[req]
distinguished_name = name
prompt = no
[name]
CN = Invented time-stamp authority
[tsa_cert]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = here
[here]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_alg = sha256
CONF
echo 01 >serial
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 36500 -sha256 \
    -subj '/CN=Invented authority' 2>/dev/null
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -config tsa.conf 2>/dev/null
openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -set_serial 2 -days 36500 -sha256 \
    -extfile tsa.conf -extensions tsa_cert -out tsa.pem 2>/dev/null
openssl ts -query -data checkpoint -sha256 -cert -out query.tsq
openssl ts -reply -config tsa.conf -queryfile query.tsq -inkey tsa.key -signer tsa.pem -out checkpoint.tsr
openssl ts -verify -in checkpoint.tsr -data checkpoint -CAfile ca.pem
cp checkpoint.tsr ca.pem "$here/"
