"""The same loops in CPython's ssl: reads 'WHAT ARGUMENT... SECONDS' a line, answers each with one number."""

import os
import ssl
import sys
import time

CERTS = sys.argv[1]


VERSIONS = {"TLSv1.2": ssl.TLSVersion.TLSv1_2, "TLSv1.3": ssl.TLSVersion.TLSv1_3}


def contexts(present="p256.pem", version="TLSv1.3"):
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    client.load_verify_locations(CERTS + "ca.crt")
    server.load_cert_chain(CERTS + present)
    for context in (client, server):
        context.minimum_version = context.maximum_version = VERSIONS[version]
    return client, server


def connect(client_context, server_context, session=None):
    to_client, from_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    to_server, from_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, from_client, server_hostname="localhost", session=session)
    server = server_context.wrap_bio(to_server, from_server, server_side=True)
    client_done = server_done = False
    while not (client_done and server_done):
        client_done = attempt(client)
        to_server.write(from_client.read())
        server_done = attempt(server)
        to_client.write(from_server.read())
    return client, server, to_server, from_client, to_client, from_server


def attempt(end):
    try:
        end.do_handshake()
        return True
    except ssl.SSLWantReadError:
        return False


def rate(seconds, call):
    start = time.perf_counter()
    end = start + seconds
    count, batch = 0, 1
    while True:
        before = time.perf_counter()
        for _ in range(batch):
            call()
        count += batch
        now = time.perf_counter()
        if now >= end:
            return count / (now - start)
        if now - before < 0.005:
            batch *= 2


def handshake(version, present, resumed, seconds):
    client, server = contexts(present, version)
    if resumed == "full":
        return rate(float(seconds), lambda: connect(client, server))
    session = session_of(connect(client, server)[0])
    assert connect(client, server, session)[0].session_reused
    return rate(float(seconds), lambda: connect(client, server, session))


def session_of(client):
    """Of TLS 1.3 it comes with the tickets, behind the handshake."""
    try:
        client.read(1)
    except ssl.SSLWantReadError:
        pass
    return client.session


def roots(bundle, seconds):
    return rate(float(seconds), lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(bundle))


def bulk(suite, size, seconds):
    client, server, to_server, from_client, *_ = connect(*contexts())
    assert client.cipher()[0] == suite, client.cipher()
    size = int(size)
    data = bytes(size)

    def once():
        client.write(data)
        to_server.write(from_client.read())
        missing = size
        while missing:
            missing -= len(server.read(missing))

    return rate(float(seconds), once) * size / 1e6


def queue(megabytes, seconds):
    bio = ssl.MemoryBIO()
    piece = bytes(1024)
    bio.write(bytes(int(megabytes) << 20))

    def once():
        bio.write(piece)
        bio.read(1024)

    return rate(float(seconds), once)


def held():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def idle(pairs):
    client, server = contexts()
    kept = [connect(client, server)]
    before = held()
    kept += [connect(client, server) for _ in range(int(pairs))]
    return (held() - before) / (len(kept) - 1)


def cold():
    connect(*contexts())
    return 0


deeds = {each.__name__: each for each in (handshake, bulk, queue, roots, idle, cold)}
if len(sys.argv) > 2:
    cold()
    sys.exit()
print("ready", flush=True)
for line in sys.stdin:
    what, *arguments = line.split()
    print(deeds[what](*arguments), flush=True)
