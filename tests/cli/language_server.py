#!/usr/bin/env python3
"""Asks a YAML language server about a text, as an editor does: language_server.py SERVER FILE [LINE CHARACTER]

Prints the diagnostics of FILE, a line each, "LINE: message" (lines from 1); with a position, then what can be completed
there, "completion: KEY". The schema is the one that the text's first line names.
"""
import json
import pathlib
import subprocess
import sys


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.count = 0

    def send(self, method, params, **more):
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the language server has ended")
        return json.loads(self.process.stdout.read(length))

    def until(self, is_it):
        """Goes on until a message comes; what the server asks meanwhile is answered with nothing."""
        while not is_it(message := self.receive()):
            if "method" in message and "id" in message:
                wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
                result = None if wanted is None else [SETTINGS.get(item.get("section")) for item in wanted]
                body = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}).encode()
                self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
                self.process.stdin.flush()
        return message

    def ask(self, method, params):
        self.count += 1
        self.send(method, params, id=self.count)
        return self.until(lambda message: message.get("id") == self.count and "method" not in message)["result"]


SETTINGS = {"yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}}}


def main(program, file, *position):
    path = pathlib.Path(file).resolve()
    server = Server(program)
    server.ask("initialize", {"processId": None, "rootUri": path.parent.as_uri(), "capabilities":
                              {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}})
    server.send("initialized", {})
    server.send("workspace/didChangeConfiguration", {"settings": SETTINGS})
    server.send("textDocument/didOpen", {"textDocument": {"uri": path.as_uri(), "languageId": "yaml", "version": 1,
                                                          "text": path.read_text(encoding="utf-8")}})
    said = server.until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
    for each in said["params"]["diagnostics"]:
        print(f"{each['range']['start']['line'] + 1}: {each['message']}")
    if position:
        result = server.ask("textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position":
                                                        {"line": int(position[0]) - 1, "character": int(position[1])}})
        for item in result["items"]:
            print("completion:", item["label"])
    server.process.kill()


main(*sys.argv[1:])
