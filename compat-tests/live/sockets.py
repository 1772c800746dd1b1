"""What CPython's SSLSocket says in the situations that sockets.test.ts makes too: one JSON object, by name."""

import json
import re
import socket
import ssl
import sys
import threading

CERTIFICATES = sys.argv[1]
HOST = "127.0.0.1"


def said(call):
    try:
        result = call()
        return ["returned", repr(result)]
    except Exception as error:
        words = getattr(error, "strerror", None) or str(error)
        return [type(error).__name__, re.sub(r" \(_ssl\.c:\d+\)$|^_ssl\.c:\d+: ", "", words)]


client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client.check_hostname = False
client.verify_mode = ssl.CERT_NONE
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(CERTIFICATES + "/p256.pem")
found = {}


def report(situation, calls):
    for name, call in calls.items():
        found[f"{situation}: {name}"] = said(call)


def common(s):
    return {
        "read": lambda: s.read(1),
        "write": lambda: s.write(b"x"),
        "recv": lambda: s.recv(1),
        "recv_into": lambda: s.recv_into(bytearray(1)),
        "send": lambda: s.send(b"x"),
        "sendall": lambda: s.sendall(b"x"),
        "do_handshake": lambda: s.do_handshake(),
        "getpeercert": lambda: s.getpeercert(),
        "getpeername": lambda: s.getpeername(),
        "version": lambda: s.version(),
        "cipher": lambda: s.cipher(),
        "shared_ciphers": lambda: s.shared_ciphers(),
        "compression": lambda: s.compression(),
        "selected_alpn_protocol": lambda: s.selected_alpn_protocol(),
        "pending": lambda: s.pending(),
        "session": lambda: s.session,
        "session_reused": lambda: s.session_reused,
        "get_channel_binding": lambda: s.get_channel_binding(),
        "get_channel_binding x": lambda: s.get_channel_binding("x"),
        "get_verified_chain": lambda: s.get_verified_chain(),
        "get_unverified_chain": lambda: s.get_unverified_chain(),
        "sendmsg": lambda: s.sendmsg([b""]),
        "recvmsg": lambda: s.recvmsg(1),
        "recvmsg_into": lambda: s.recvmsg_into([]),
        "dup": lambda: s.dup(),
        "gettimeout": lambda: s.gettimeout() is None,
    }


unconnected = client.wrap_socket(socket.socket())
report("unconnected", common(unconnected))
report(
    "unconnected",
    {
        "shutdown": lambda: unconnected.shutdown(2),
        "settimeout -1": lambda: unconnected.settimeout(-1),
        "accept": lambda: unconnected.accept(),
    },
)
unconnected.close()
report("closed", common(unconnected))
report("closed", {"fileno": lambda: unconnected.fileno(), "settimeout": lambda: unconnected.settimeout(1), "close": lambda: unconnected.close()})

listener = socket.socket()
listener.bind((HOST, 0))
listener.listen()
address = listener.getsockname()


def silent():
    return socket.create_connection(address)


impatient = client.wrap_socket(silent(), do_handshake_on_connect=False)
impatient.settimeout(0.05)
report("impatient", {name: common(impatient)[name] for name in ("read", "write", "do_handshake", "getpeercert", "version", "pending")})
report(
    "impatient",
    {
        "unwrap": lambda: impatient.unwrap(),
        "connect": lambda: impatient.connect(address),
        "recv flags": lambda: impatient.recv(1, 2),
        "send flags": lambda: impatient.send(b"", 2),
        "recvfrom": lambda: impatient.recvfrom(1),
        "recvfrom_into": lambda: impatient.recvfrom_into(bytearray(1)),
        "sendto": lambda: impatient.sendto(b"", 1),
        "recv -1": lambda: impatient.recv(-1),
    },
)
impatient.setblocking(False)
report("not blocking", {name: common(impatient)[name] for name in ("read", "write", "do_handshake", "gettimeout")})


def bare():
    return socket.socket()


def not_blocking():
    plain = silent()
    plain.setblocking(False)
    return plain


strict = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
report(
    "wrap_socket",
    {
        "None": lambda: client.wrap_socket(None),
        "int": lambda: client.wrap_socket(3),
        "datagrams": lambda: client.wrap_socket(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
        "server_hostname": lambda: server.wrap_socket(bare(), server_side=True, server_hostname="x"),
        "no name": lambda: strict.wrap_socket(bare()),
        "leading dot": lambda: client.wrap_socket(bare(), server_hostname=".x"),
        "not blocking": lambda: client.wrap_socket(not_blocking()),
        "wrong role": lambda: client.wrap_socket(silent(), server_side=True),
    },
)
waiting = server.wrap_socket(bare(), server_side=True)
report("server", {"connect": lambda: waiting.connect(address), "unwrap": lambda: waiting.unwrap()})


def pair(**keywords):
    near = silent()
    while True:
        far, peer = listener.accept()
        if peer == near.getsockname():
            break
    ends = {}
    thread = threading.Thread(target=lambda: ends.update(server=server.wrap_socket(far, server_side=True)))
    thread.start()
    ends["client"] = client.wrap_socket(near, **keywords)
    thread.join()
    return ends["client"], ends["server"]


near, far = pair()
far.close()
report("ragged", {"recv": lambda: near.recv(1), "recv again": lambda: near.recv(1), "recv_into": lambda: near.recv_into(bytearray(1))})
client.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
near, far = pair(suppress_ragged_eofs=False)
far.close()
report("ragged, not suppressed", {"recv": lambda: near.recv(1), "recv again": lambda: near.recv(1)})
near, far = pair()
far.sendall(b"last")
report("shutdown", {"recv": lambda: near.recv(4), "shutdown": lambda: near.shutdown(2), "read": lambda: near.read(1), "version": lambda: near.version()})
near, far = pair()
report("twice", {"do_handshake": lambda: near.do_handshake(), "recv 0": lambda: near.recv(0), "send nothing": lambda: near.send(b""), "send str": lambda: near.send("x")})
near, far = pair()
near.shutdown(1)
report(
    "in clear, shut down",
    {"send": lambda: near.send(b"x"), "sendall": lambda: near.sendall(b"x"), "do_handshake": lambda: near.do_handshake()},
)
near, far = pair()
near.close()
report("closed connection", common(near))
report("closed connection", {"recv 0": lambda: near.recv(0)})
near, far = pair()
near.settimeout(0.01)
report(
    "goodbye",
    {
        "unwrap": lambda: near.unwrap(),
        "send nothing": lambda: near.send(b""),
        "write nothing": lambda: near.write(b""),
        "sendall nothing": lambda: near.sendall(b""),
        "sendall": lambda: near.sendall(b"x"),
    },
)
print(json.dumps(found))
