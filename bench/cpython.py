"""The same loops in CPython's ssl: reads 'WHAT ARGUMENT... SECONDS' a line, answers each with one number."""

import os
import ssl
import sys
import time

CERTS = sys.argv[1]


def contexts(present):
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    client.load_verify_locations(CERTS + "ca.crt")
    server.load_cert_chain(CERTS + present)
    for context in (client, server):
        context.minimum_version = ssl.TLSVersion.TLSv1_3
    return client, server


def connect(client_context, server_context):
    to_client, from_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    to_server, from_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, from_client, server_hostname="localhost")
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


def handshake(present, seconds):
    client, server = contexts(present)
    return rate(float(seconds), lambda: connect(client, server))


def bulk(suite, size, seconds):
    client, server, to_server, from_client, *_ = connect(*contexts("p256.pem"))
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
    client, server = contexts("p256.pem")
    kept = [connect(client, server)]
    before = held()
    kept += [connect(client, server) for _ in range(int(pairs))]
    return (held() - before) / (len(kept) - 1)


def cold():
    connect(*contexts("p256.pem"))
    return 0


deeds = {each.__name__: each for each in (handshake, bulk, queue, idle, cold)}
if len(sys.argv) > 2:
    cold()
    sys.exit()
print("ready", flush=True)
for line in sys.stdin:
    what, *arguments = line.split()
    print(deeds[what](*arguments), flush=True)
