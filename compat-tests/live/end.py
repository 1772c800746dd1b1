"""One end of a TLS 1.2 connection over two MemoryBIOs, driven by lines of JSON: bytes in, bytes and errors out."""
import json
import ssl
import sys
import warnings

warnings.simplefilter("ignore")


def make(told):
    is_server = told["role"] == "server"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if is_server else ssl.PROTOCOL_TLS_CLIENT)
    if not is_server:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    for name, value in told.get("set", {}).items():
        setattr(context, name, value)
    for method, args in told.get("call", []):
        getattr(context, method)(*args)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    wrapped = context.wrap_bio(incoming, outgoing, server_side=is_server)
    return wrapped, incoming, outgoing


def main():
    end = None
    for line in sys.stdin:
        told = json.loads(line)
        if "role" in told:
            end = make(told)
        wrapped, incoming, outgoing = end
        incoming.write(bytes.fromhex(told.get("bytes", "")))
        error = None
        try:
            wrapped.do_handshake()
            wrapped.read(1)
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as raised:
            error = raised.reason or type(raised).__name__
        print(json.dumps({"bytes": outgoing.read().hex(), "error": error}), flush=True)


main()
