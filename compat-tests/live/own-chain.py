"""The chain that CPython's ssl sends with a certificate: one JSON object a line in, one out."""
import hashlib
import json
import os
import ssl
import sys
import tempfile


def sent(job, folder):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.set_ciphers("ALL:@SECLEVEL=0")
    path = os.path.join(folder, "server.pem")
    with open(path, "w") as file:
        file.write(job["key"] + job["chain"])
    try:
        server.load_cert_chain(path)
    except ssl.SSLError as error:
        return {"skipped": str(error)}
    if job["store"]:
        path = os.path.join(folder, "store.pem")
        with open(path, "w") as file:
            file.write(job["store"])
        server.load_verify_locations(path)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.set_ciphers("ALL:@SECLEVEL=0")
    client.check_hostname = False
    client.verify_mode = ssl.CERT_NONE
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    c = client.wrap_bio(to_client, to_server)
    s = server.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(6):
        for end in (c, s):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLError as error:
                return {"skipped": str(error)}
    return {"chain": [hashlib.sha256(each).hexdigest() for each in c.get_unverified_chain()]}


with tempfile.TemporaryDirectory() as folder:
    for line in sys.stdin:
        print(json.dumps(sent(json.loads(line), folder)), flush=True)
