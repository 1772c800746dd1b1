"""Makes the calls that it reads from standard input, and tells what came of each: a list of lines, as JSON."""
import asyncio
import json
import os
import socket
import ssl
import sys

FUNCTIONS = {
    "create_connection": lambda loop: loop.create_connection,
    "create_server": lambda loop: loop.create_server,
    "create_unix_connection": lambda loop: loop.create_unix_connection,
    "create_unix_server": lambda loop: loop.create_unix_server,
}


async def main():
    told = json.load(sys.stdin)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    folder = told["folder"]
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    known = {
        "@open": server.sockets[0].getsockname()[1],
        "@closed": closed.getsockname()[1],
        "@folder": folder,
        "@client": ssl.create_default_context(),
        "@server": ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        "@socket": socket.socket(),
        "@bytes": os.path.join(folder, "in-bytes").encode(),
    }
    known["@portText"] = str(known["@open"])

    def value(given):
        if isinstance(given, str) and given in known:
            return known[given]
        if isinstance(given, str) and given.startswith("@folder/"):
            return folder + given[len("@folder"):]
        return [value(each) for each in given] if isinstance(given, list) else given

    def one(error):
        # What tells a failed look-up apart has no class of its own on the other side.
        name = "OSError" if isinstance(error, socket.gaierror) else type(error).__name__
        text = f"{name}: {error}" if not isinstance(error, ExceptionGroup) else f"{name}: {error.message}"
        for word in ("@open", "@closed"):
            text = text.replace(str(known[word]), word)
        return text.replace(folder, "@folder")

    lines = []
    for function, args, keywords in told["calls"]:
        try:
            made = await FUNCTIONS[function](loop)(
                asyncio.Protocol, *value(args), **{name: value(each) for name, each in keywords.items()}
            )
        except Exception as error:
            each = [one(inner) for inner in error.exceptions] if isinstance(error, ExceptionGroup) else []
            lines.append(" | ".join([one(error), *each]))
        else:
            lines.append("made")
            if isinstance(made, tuple):
                made[0].abort()
            else:
                made.close()
    print(json.dumps(lines))


asyncio.run(main())
