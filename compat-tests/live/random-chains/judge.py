"""Verifies chains as CPython's ssl does: one JSON object a line in, one out."""
import hashlib
import json
import os
import ssl
import sys
import tempfile


def judge(job, folder):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.set_ciphers("ALL:@SECLEVEL=0")
    path = os.path.join(folder, "server.pem")
    with open(path, "w") as file:
        file.write(job["key"] + job["chain"])
    try:
        server.load_cert_chain(path)
    except ssl.SSLError as error:
        return {"skipped": str(error)}
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.set_ciphers("ALL:@SECLEVEL=%d" % job["securityLevel"])
    client.hostname_checks_common_name = job["commonNames"]
    client.verify_flags = 0
    client.verify_flags = job["flags"]
    if job["trusted"] or job["crls"]:
        path = os.path.join(folder, "trusted.pem")
        with open(path, "w") as file:
            file.write(job["trusted"] + "".join(job["crls"]))
        try:
            client.load_verify_locations(path)
        except ssl.SSLError as error:
            return {"skipped": str(error)}
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    c = client.wrap_bio(to_client, to_server, server_hostname=job["host"])
    s = server.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(6):
        for end in (c, s):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLCertVerificationError as error:
                return {"code": error.verify_code, "message": error.verify_message}
            except ssl.SSLError as error:
                return {"skipped": str(error)}
    chain = [hashlib.sha256(each).hexdigest() for each in c.get_verified_chain()]
    return {"code": 0, "message": "ok", "chain": chain}


with tempfile.TemporaryDirectory() as folder:
    for line in sys.stdin:
        print(json.dumps(judge(json.loads(line), folder)), flush=True)
