"""Whether CPython's ssl reads certificates: a line of hexadecimal in, a word out."""
import ssl
import sys

for line in sys.stdin:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=bytes.fromhex(line))
        print("read")
    except ssl.SSLError:
        print("refused")
