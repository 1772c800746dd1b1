"""Carries out the steps of transcript.test.ts with CPython's ssl, and says what came of each."""
import json
import re
import ssl
import sys
import warnings

warnings.simplefilter("ignore")
# What callbacks raise is told of in transcripts.
sys.unraisablehook = lambda _: None


def given(value, names):
    if isinstance(value, list):
        return [given(item, names) for item in value]
    if isinstance(value, dict):
        if "bytes" in value:
            return bytes.fromhex(value["bytes"])
        if "name" in value:
            return names[value["name"]]
        if "number" in value:
            return (float if value["number"] in ("nan", "inf") else int)(value["number"])
        if "tuple" in value:
            return tuple(given(value["tuple"], names))
        if "callback" in value:
            return callback(value, names)
        return {key: given(item, names) for key, item in value.items()}
    return value


def callback(told, names):
    calls = names.setdefault(told["callback"], [])

    def called(*args):
        calls.append([
            {"length": len(arg)} if told["lengths"] and isinstance(arg, bytes) else shown(arg)
            for arg in args
        ])
        if told["context"] is not None:
            args[0].context = names[told["context"]]
        if told["raises"] is not None:
            raise ValueError(told["raises"])
        return given(told["returns"], names)

    return called


def shown(value):
    if isinstance(value, bool) or value is None or isinstance(value, (str, float)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": bytes(value).hex()}
    if isinstance(value, (list, tuple)):
        return [shown(item) for item in value]
    if isinstance(value, dict):
        return {"dict": [[key, shown(item)] for key, item in value.items()]}
    if isinstance(value, ssl.SSLSession):
        return {"session": [len(value.id), value.timeout, value.has_ticket, value.ticket_lifetime_hint]}
    return {"object": type(value).__name__}


def raised(error):
    text = re.sub(r" \(_ssl\.c:\d+\)$", "", str(error))
    told = {"raised": type(error).__name__, "text": text}
    if isinstance(error, ssl.SSLError):
        told["errno"] = error.errno
        for name in ("reason", "library", "verify_code", "verify_message"):
            told[name] = getattr(error, name, None)
    return told


def watcher(told):
    def callback(conn, direction, version, content_type, msg_type, data):
        header = data.hex() if content_type == 256 else len(data)
        told.append([direction, int(version), int(content_type), int(msg_type), header])

    return callback


def carry_out(step, names):
    kind, target, *rest = step
    if kind == "make":
        class_name, args, keep = rest
        names[keep] = getattr(ssl, class_name)(*given(args, names))
        return shown(names[keep])
    if kind == "call":
        method, args, keywords, keep = rest
        owner = ssl if target is None else names[target]
        result = getattr(owner, method)(*given(args, names), **given(keywords, names))
        if keep is not None:
            names[keep] = result
        return shown(result)
    if kind == "get":
        return shown(getattr(ssl if target is None else names[target], rest[0]))
    if kind == "watch":
        names[target]._msg_callback = watcher(names.setdefault(rest[0], []))
        return None
    if kind == "told":
        return shown(names[target])
    if kind == "keep":
        names[rest[1]] = getattr(names[target], rest[0])
        return shown(names[rest[1]])
    if kind == "set":
        setattr(names[target], rest[0], given(rest[1], names))
        return None
    if kind == "look":
        calls = names.get(target, [])[:]
        names.get(target, []).clear()
        return calls
    if kind == "move":
        moved = names[target].read()
        names[rest[0]].write(moved)
        return len(moved)
    if kind == "move record":
        header = names[target].read(5)
        body = b"" if len(header) < 5 else names[target].read(header[3] * 256 + header[4])
        return names[rest[0]].write(header) + names[rest[0]].write(body)
    raise ValueError(kind)


def main():
    names = {}
    answers = []
    for step in json.load(sys.stdin):
        try:
            answers.append(carry_out(step, names))
        except Exception as error:
            answers.append(raised(error))
    json.dump(answers, sys.stdout)


main()
