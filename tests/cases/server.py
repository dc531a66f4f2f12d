"""A PostgreSQL server of any supported version, for tests: its databases, and whether two of them are the same."""
import difflib
import os
import pathlib
import subprocess
import sys
import threading

import dump as dumps

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
import normal_dump

RUN_DIR = HERE.parent / "cli" / "run-dir"
BUILD = pathlib.Path(os.environ.get("PLEAT_BUILD", HERE.parent.parent / "build"))
PLEAT = BUILD / "src" / "cli" / "pleat"
SERVERS = HERE.parent.parent / "tools" / "servers"
USUAL = 15      # the major version that is tested where nothing is said
ROLES = "case_owner", "case_reader", "Case Role"


class Failure(Exception):
    pass


class Server:
    def __init__(self, host, port, variables):
        self.environment = {**os.environ, **variables, "PGUSER": "postgres", "PGHOST": host, "PGPORT": port, "TZ": "UTC",
                            "LC_ALL": "C.UTF-8", "PGOPTIONS": "-c client_min_messages=warning"}
        self.host, self.port = host, port
        self.making = threading.Lock()   # two copies of one template at a time would disturb each other
        self.major = int(self.sql("version", "postgres", "-c", "show server_version_num")) // 10000
        # "\\if :pg14" in a case's files: what only newer servers have, as in the kinds' queries.
        self.versions = [word for major in range(14, 30) for word in ("-v", f"pg{major}={str(major <= self.major).lower()}")]
        self.dumper = dumps.Dumper() if self.major > dumps.INSTALLED else None

    def make_roles(self):
        """Roles are cluster-wide: those that cases may use are made once."""
        made = "; ".join(f'do $$ begin create role "{role}"; exception when duplicate_object then end $$' for role in ROLES)
        self.sql("making roles", "postgres", "-c", made)

    def run(self, *command, variables={}):
        done = subprocess.run(command, capture_output=True, env={**self.environment, **variables}, timeout=300)
        return done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "replace")

    def must(self, what, *command, variables={}):
        status, out, err = self.run(*command, variables=variables)
        if status != 0:
            raise Failure(f"{what} ends with {status}: {err.strip()}")
        return out

    def load(self, what, database, *files):
        self.sql(what, database, *self.versions, *(word for file in files for word in ("-f", str(file))))

    def sql(self, what, database, *arguments):
        return self.must(what, "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments)

    def create(self, database):
        with self.making:
            self.sql("create database", "postgres", "-c", f'drop database if exists "{database}" with (force)',
                     "-c", f'create database "{database}" template template0')

    def drop(self, *databases):
        for database in databases:
            self.sql("drop database", "postgres", "-c", f'drop database if exists "{database}" with (force)')

    def dump(self, database):
        arguments = "-s", "-N", "pleat"
        if self.dumper is None:
            return normal_dump.normal(self.must("pg_dump", "pg_dump", *arguments, "-d", database))
        try:
            return normal_dump.normal(self.dumper.dump(self.host, self.port, database, *arguments))
        except dumps.DumpError as problem:
            raise Failure(f"pg_dump: {problem}") from problem

    def uri(self, database):
        return f"postgresql://postgres@/{database}?host={self.host.replace('/', '%2F')}&port={self.port}"


def compare(what, expected, got):
    if expected != got:
        lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got", "", n=1)
        raise Failure(what + "\n" + "\n".join(list(lines)[:60]))


def start(run, options):
    """The server to test on; None, having said so in TAP, where that version cannot be had."""
    if options.host is not None:
        return Server(options.host, options.port, {})
    if options.major in (None, USUAL):
        subprocess.run([RUN_DIR, "start-server", run], check=True)
        return Server(str(run / "pg"), options.port, {})
    wanted = [str(options.major)] + ["pg_dump"] * (options.major > dumps.INSTALLED)
    found = subprocess.run([SERVERS, *wanted], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        print(f"1..0 # SKIP no PostgreSQL {options.major}: {' '.join(found.stderr.split())}")
        return None
    subprocess.run([RUN_DIR, "start-server", run, str(options.major)], check=True)
    binaries = {f"PLEAT_PG_BIN_{options.major}": found.stdout.split("\n")[0]}
    return Server(str(run / f"pg{options.major}"), options.port, binaries)
