"""asyncio's streams over loopback, for bench/sockets.ts: reads a question a line, prints a figure a line."""

import asyncio
import ssl
import sys
import time

FOLDER = sys.argv[1]
HOST = "127.0.0.1"
REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
CHUNK = bytes(1 << 16)

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(FOLDER + "/p256.pem")
client_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client_context.load_verify_locations(FOLDER + "/ca.crt")


async def answer(reader, writer):
    try:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(RESPONSE)
            await writer.drain()
    except (asyncio.IncompleteReadError, OSError):
        pass
    finally:
        writer.close()


# Whether the bulk server is to go on: asyncio writes to a transport that the peer has broken off without an error.
wanted = True


async def pour(reader, writer):
    while wanted:
        writer.write(CHUNK)
        await writer.drain()
    writer.close()


async def connect(server):
    port = server.sockets[0].getsockname()[1]
    return await asyncio.open_connection(HOST, port, ssl=client_context, server_hostname="localhost")


async def ask(reader, writer):
    writer.write(REQUEST)
    await reader.readuntil(b"\r\n\r\n")
    await reader.readexactly(5)


async def requests(server, seconds):
    reader, writer = await connect(server)
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        await ask(reader, writer)
        count += 1
    elapsed = time.perf_counter() - start
    writer.close()
    return count / elapsed


async def connections(server, seconds):
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        reader, writer = await connect(server)
        await ask(reader, writer)
        writer.close()
        count += 1
    return count / (time.perf_counter() - start)


async def bulk(server, seconds):
    global wanted
    wanted = True
    reader, writer = await connect(server)
    await reader.read(1 << 16)
    received, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        received += len(await reader.read(1 << 18))
    elapsed = time.perf_counter() - start
    wanted = False
    await reader.read()
    writer.close()
    return received / 1e6 / elapsed


MEASURES = {"requests": (answer, requests), "connections": (answer, connections), "bulk": (pour, bulk)}


async def measure(name, seconds):
    serve, run = MEASURES[name]
    server = await asyncio.start_server(serve, HOST, 0, ssl=server_context)
    figure = await run(server, seconds)
    server.close()
    return figure


for line in sys.stdin:
    name, seconds = line.split()
    print(asyncio.run(measure(name, float(seconds))), flush=True)
