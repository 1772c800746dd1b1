"""What a client of CPython's asyncio makes of a server; the same as `probe()` in hostile.test.ts."""

import asyncio
import json
import ssl
import sys

told = json.loads(sys.argv[1])


def name(error):
    return [type(error).__name__, getattr(error, "reason", None), getattr(error, "verify_code", None)]


async def attempt(awaitable):
    try:
        return await awaitable
    except Exception as error:
        return error


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if told["trust"]:
        context.load_verify_locations(told["certs"] + "ca.crt")
    report = []
    opened = await attempt(
        asyncio.open_connection(
            "127.0.0.1",
            told["port"],
            ssl=context,
            server_hostname=told["hostname"],
            ssl_handshake_timeout=told["patience"],
        )
    )
    if isinstance(opened, Exception):
        return [["open", name(opened)]]
    reader, writer = opened
    report.append(["open", writer.get_extra_info("ssl_object").version()])
    data = b""
    while True:
        part = await attempt(reader.read(100))
        if isinstance(part, Exception) or not part:
            break
        data += part
        if told["acknowledge"]:
            writer.write(b".")
    report.append(["read", data.decode()])
    report.append(["end", name(part) if isinstance(part, Exception) else "in order"])
    writer.close()
    closed = await attempt(writer.wait_closed())
    report.append(["closed", name(closed) if isinstance(closed, Exception) else "in order"])
    return report


print(json.dumps(asyncio.run(main())))
