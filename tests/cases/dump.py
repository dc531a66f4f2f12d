"""pg_dump for servers of any version: the installed one where it can, else one in WebAssembly (tools/servers pg_dump).

pg_dump refuses servers that are newer than itself, and packages of newer ones are not to be had on Debian 12.
"""
import json
import pathlib
import select
import socket
import subprocess
import threading

HERE = pathlib.Path(__file__).resolve().parent
TOOL = HERE.parent.parent / "tools" / "servers"
INSTALLED = 15


class DumpError(Exception):
    pass


class _Worker:
    """A node process that dumps one database at a time; starting one costs more than a dump."""

    def __init__(self, module):
        self.near, far = socket.socketpair()
        # The child finds its end of the pair at descriptor 3, where the shell puts it.
        self.process = subprocess.Popen(["bash", "-c", f'exec node "$@" 3<&{far.fileno()}', "-", str(HERE / "dump.mjs"), module],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=[far.fileno()])
        far.close()

    def dump(self, server, arguments):
        """server: the path of its socket."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(server)
            self.process.stdin.write(json.dumps(arguments).encode() + b"\n")
            self.process.stdin.flush()
            answer = json.loads(self._carry(connection))
        if "error" in answer:
            raise DumpError(answer["error"])
        return answer["dump"]

    def _carry(self, connection):
        """Carries bytes between the worker and the server until the worker has answered."""
        answer, last, output = b"", b"", self.process.stdout
        ways = {self.near: connection, connection: self.near}
        while not answer.endswith(b"\n"):
            # A server that hangs up has been told to, or has refused: then the worker would wait for ever.
            patience = None if connection in ways else 5
            ready, _, _ = select.select([*ways, output], [], [], patience)
            if not ready:
                self.process.kill()
                raise DumpError(f"the server hung up: {last.decode(errors='replace')}")
            for source in ready:
                data = output.read1(1 << 20) if source is output else source.recv(1 << 20)
                if source is output:
                    if not data:
                        raise DumpError(f"node ended with {self.process.wait()}")
                    answer += data
                elif data:
                    last = data[-500:]
                    ways[source].sendall(data)
                else:
                    del ways[source]    # its other side may still send
        return answer


class Dumper:
    """Workers that are free are used again; as many are started as dump at once."""

    def __init__(self):
        self.free, self.lock = [], threading.Lock()
        done = subprocess.run([TOOL, "pg_dump"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise DumpError(done.stderr.strip())
        self.module = done.stdout.strip()

    def dump(self, host, port, database, *arguments):
        with self.lock:
            worker = self.free.pop() if self.free else None
        worker = worker or _Worker(self.module)
        text = worker.dump(f"{host}/.s.PGSQL.{port}", [*arguments, "-d", database])
        with self.lock:
            self.free.append(worker)
        return text
