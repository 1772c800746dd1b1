"""asyncio's streams in CPython, as the other end: an echo of lines, with TLS from the start or by STARTTLS."""

import asyncio
import json
import ssl
import sys

told = json.loads(sys.argv[1])
starttls = told["starttls"]


def server_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(told["certs"] + "p256.pem")
    context.minimum_version = context.maximum_version = ssl.TLSVersion[told["version"]]
    return context


def client_context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(told["certs"] + "ca.crt")
    context.minimum_version = context.maximum_version = ssl.TLSVersion[told["version"]]
    return context


async def serve():
    gone = asyncio.get_running_loop().create_future()

    async def handle(reader, writer):
        if starttls:
            assert await reader.readline() == b"STARTTLS\n"
            writer.write(b"GO\n")
            await writer.start_tls(server_context())
        async for line in reader:
            writer.write(line)
            await writer.drain()
        print("END", writer.get_extra_info("ssl_object").version(), flush=True)
        writer.close()
        try:
            await writer.wait_closed()
            gone.set_result("in order")
        except Exception as error:
            gone.set_result(repr(error))

    context = None if starttls else server_context()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context)
    print("PORT", server.sockets[0].getsockname()[1], flush=True)
    print("GONE", await gone, flush=True)


async def call():
    keywords = {} if starttls else {"ssl": client_context(), "server_hostname": "localhost"}
    reader, writer = await asyncio.open_connection("127.0.0.1", told["port"], **keywords)
    if starttls:
        writer.write(b"STARTTLS\n")
        assert await reader.readline() == b"GO\n"
        await writer.start_tls(client_context(), server_hostname="localhost")
    print("FACTS", writer.get_extra_info("cipher")[0], flush=True)
    for count in range(50):
        writer.write(b"%09d\n" % count * 100)
        await writer.drain()
        assert await reader.readexactly(1000) == b"%09d\n" % count * 100
    writer.close()
    try:
        await writer.wait_closed()
        print("GONE in order", flush=True)
    except Exception as error:
        print("GONE", repr(error), flush=True)


asyncio.run(serve() if told["role"] == "server" else call())
