"""The other end of a connection, in CPython's ssl: says PORT and FACTS, then does what each line of input says."""

import json
import socket
import ssl
import sys

told = json.loads(sys.argv[1])
is_server = told["role"] == "server"

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if is_server else ssl.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(told["ca"])
context.minimum_version = context.maximum_version = ssl.TLSVersion[told["version"]]
if told.get("present"):
    context.load_cert_chain(told["certs"] + told["present"])
if told.get("suite"):
    context.set_ciphers(told["suite"])
if told.get("group"):
    context.set_ecdh_curve(told["group"])
if told["protocols"]:
    context.set_alpn_protocols(told["protocols"])
if told.get("dhParameters"):
    context.load_dh_params(told["certs"] + told["dhParameters"])
if told.get("key"):
    identity, key = told["identity"], bytes.fromhex(told["key"])
    if is_server:
        context.set_psk_server_callback(lambda name: key if name == identity else b"")
    else:
        context.set_psk_client_callback(lambda hint: (identity, key))
if told["demandCertificate"]:
    context.verify_mode = ssl.CERT_REQUIRED

if is_server:
    listener = socket.create_server(("127.0.0.1", 0))
    print("PORT", listener.getsockname()[1])
    plain, _ = listener.accept()
    connection = context.wrap_socket(plain, server_side=True)
else:
    plain = socket.create_connection(("127.0.0.1", told["port"]))
    connection = context.wrap_socket(plain, server_hostname="localhost")

print("FACTS", json.dumps({
    "version": connection.version(),
    "suite": connection.cipher()[0],
    "protocol": connection.selected_alpn_protocol(),
}))


def payload(start, end):
    first = start // 10
    lines = b"".join(b"%09d\n" % line for line in range(first, (end + 9) // 10))
    return lines[start - first * 10 : end - first * 10]


def receive(start, end):
    data = b""
    while len(data) < end - start:
        part = connection.recv(end - start - len(data))
        assert part, "closed early"
        data += part
    assert data == payload(start, end), "not the payload"


def close():
    connection.unwrap().close()


def closed():
    assert connection.recv(1) == b"", "data where the end was expected"
    connection.unwrap()


deeds = {
    "send": lambda start, end: connection.sendall(payload(start, end)),
    "receive": receive,
    "close": close,
    "closed": closed,
}
for count, line in enumerate(sys.stdin, 1):
    verb, *arguments = line.split()
    deeds[verb](*map(int, arguments))
    print("OK", count)
    if verb.startswith("close"):
        break
