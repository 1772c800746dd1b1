"""One end of a TLS 1.3 connection in CPython's ssl that asks, or is asked, for a certificate after the handshake."""

import json
import socket
import ssl
import sys

told = json.loads(sys.argv[1])
is_server = told["role"] == "server"

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if is_server else ssl.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(told["ca"])
context.post_handshake_auth = True
if told["present"]:
    context.load_cert_chain(told["present"])
if is_server:
    context.verify_mode = ssl.CERT_REQUIRED if told["required"] else ssl.CERT_OPTIONAL
    listener = socket.create_server(("127.0.0.1", 0))
    print("PORT", listener.getsockname()[1])
    plain, _ = listener.accept()
    connection = context.wrap_socket(plain, server_side=True)
else:
    plain = socket.create_connection(("127.0.0.1", told["port"]))
    connection = context.wrap_socket(plain, server_hostname="localhost")

try:
    for line in iter(lambda: connection.recv(100).decode(), ""):
        answer = line
        if is_server and line == "ask":
            connection.verify_client_post_handshake()
        elif line == "who":
            cert = connection.getpeercert()
            answer = cert["subject"][-1][0][1] if cert else "nobody"
        connection.sendall(answer.encode())
    connection.unwrap()
    print("DONE")
except ssl.SSLError as error:
    print("REASON", error.reason)
    # What came behind is unread, and closing would now take back the alert that we have sent.
    socket.socket(fileno=connection.detach()).recv(10_000)
