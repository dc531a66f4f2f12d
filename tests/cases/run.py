#!/usr/bin/env python3
"""Proves the scripts that pleat diff writes: tests/cases/run.py [--renew] [--jobs N] [PATTERN]

A case is a folder KIND/NAME with before.sql and after.sql. Each is proved in both directions (before to after, and
after to before): load both, pleat diff --sql --down, run the script with psql, then
  - the dumps are equal but for the order of statements and of columns (tests/cli/normal_dump.py)
  - tables, sequences and columns that are in both are the same objects as before: nothing was dropped and made again
  - a second diff is empty
  - the way back runs, and the dump is what it was at the start.
up.sql and down.sql hold the scripts from before to after; --renew writes them anew.

Other files of a case:
  irreversible   why the way back does not lead all the way back (an enum's label stays); it must still run
  refused        a part of the one sentence with which pleat refuses both directions
  oneway         why only before to after is tried
  secrets        what of it is never written into declarations: round_trip.py leaves it out
  remakes        why columns or sequences may be made anew
  todo           what pleat does not do yet: the case is expected to fail
  labels         it needs a provider of security labels: skipped where the server has none
  since          the first major version that has what it is about: skipped on older ones
  until          the last one for which it is true: skipped on newer ones

Roles and tablespaces are cluster-wide, so the runner makes those that cases may use: case_owner, case_reader,
"Case Role", case_superuser; the tablespace "Case space".
Prints TAP. --major: on a server of that major version (tools/servers); --forth: only from before to after, and back;
--by-turns: on this one only some of the cases that concern it, and some of the others. On 15 all must have the scripts that they had,
which were proved when --renew wrote them; some are proved again, by turns.
--online: with columns whose type changes exchanged (pleat diff --online); up.sql and down.sql are not compared then, and
columns have other places.
--host, --port: on a server that runs already. up.sql and down.sql are those of 15, or of the version that "since" says:
others deparse in their own way, and on them the scripts are not compared.
"""
import argparse
import concurrent.futures
import difflib
import functools
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import zlib

import dump as dumps

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
import normal_dump

RUN_DIR = HERE.parent / "cli" / "run-dir"
SERVERS = HERE.parent.parent / "tools" / "servers"
BUILD = pathlib.Path(os.environ.get("PLEAT_BUILD", HERE.parent.parent / "build"))
PLEAT = BUILD / "src" / "cli" / "pleat"
GOLDEN = 15     # the major version that up.sql and down.sql are from
ROLES = "case_owner", "case_reader", "Case Role", "case_superuser"
SUPERUSER = "case_superuser"
TABLESPACE = "Case space"
OTHERS = 13, 14, 16, 17, 18
# With --by-turns one case in so many is tried on each of the others, and one of those that concern it; on 15 one in so many
# is proved again.
OTHER_TURNS, CONCERNING_TURNS, WHOLE_TURNS = 50, 3, 12

# Where an object lives, by its name: what keeps its name must keep its place.
PLACES = """
SELECT c.relkind::text || ' ' || c.oid::regclass, c.oid::text FROM pg_class c
WHERE c.relkind IN ('r', 'p', 'S') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'column ' || c.oid::regclass || ' ' || quote_ident(a.attname), a.attnum::text
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
"""

PLACES_OF = "-- places of"

# PostgreSQL drops no database that has one.
SUBSCRIBERS = "SELECT DISTINCT datname FROM pg_database d JOIN pg_subscription s ON s.subdbid = d.oid"
NO_SUBSCRIPTIONS = """
DO $$ DECLARE s text; BEGIN
  FOR s IN SELECT quote_ident(subname) FROM pg_subscription
           WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP
    EXECUTE 'ALTER SUBSCRIPTION ' || s || ' DISABLE';
    EXECUTE 'ALTER SUBSCRIPTION ' || s || ' SET (slot_name = NONE)';
    EXECUTE 'DROP SUBSCRIPTION ' || s;
  END LOOP;
END $$
"""


class Failure(Exception):
    pass


class Server:
    def __init__(self, host, port, variables):
        programs = subprocess.check_output([RUN_DIR, "programs"], text=True).strip()
        self.environment = {**os.environ, **variables, "PATH": f"{programs}:{os.environ['PATH']}", "PGUSER": "postgres", "PGHOST": host, "PGPORT": port, "TZ": "UTC",
                            "LC_ALL": "C.UTF-8", "PGOPTIONS": "-c client_min_messages=warning"}
        self.host, self.port = host, port
        self.major = int(self.sql("version", "postgres", "-c", "show server_version_num")) // 10000
        # "\\if :pg14" in a case's files: what only newer servers have, as in the kinds' queries.
        self.versions = [word for major in range(14, 30) for word in ("-v", f"pg{major}={str(major <= self.major).lower()}")]
        self.has_labels = bool(self.sql("labels", "postgres", "-c", "show session_preload_libraries").strip())
        self.dumper = dumps.Dumper() if self.major > dumps.INSTALLED else None

    def run(self, *command, input=None):
        done = subprocess.run(command, input=input, capture_output=True, env=self.environment, timeout=300)
        return done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode("utf-8", "replace")

    def must(self, what, *command, input=None):
        status, out, err = self.run(*command, input=input)
        if status != 0:
            raise Failure(f"{what}: {err.strip()}")
        return out

    def sql(self, what, database, *arguments):
        return self.must(what, "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments)

    def create_words(self, database):
        """What makes psql create a database; one of that name goes."""
        # copying the files takes half of what logging them would
        strategy = " strategy file_copy" if self.major >= 15 else ""
        return ["-c", f'drop database if exists "{database}" with (force)',
                "-c", f'create database "{database}" template template0{strategy}']

    def subscribers(self, databases):
        """Which of them have a subscription."""
        return [name for name in self.sql("subscribers", "postgres", "-c", SUBSCRIBERS).splitlines() if name in databases]

    def anew(self, what, databases, words):
        """psql in "postgres", which drops databases first: a subscription may hold one that is there."""
        try:
            return self.sql(what, "postgres", *words)
        except Failure:
            if not self.subscribers(databases):
                raise
            self.drop(*databases)
            return self.sql(what, "postgres", *words)

    def create(self, *databases):
        self.anew("create database", databases, [word for database in databases for word in self.create_words(database)])

    def load(self, what, files, places):
        """Creates databases, with a file in each, and tells where the objects of each live then, when "places" asks for it."""
        words = [word for database in files for word in self.create_words(database)]
        for database, path in files.items():
            words += ["-c", f"\\c {database}", "-c", r"\o /dev/null", "-f", str(path), "-c", r"\o"]
            words += ["-c", f"\\echo {PLACES_OF} {database}", "-c", "reset all", "-c", PLACES] * places
        out = self.anew(what, files, [*self.versions, *words])
        found, of = {database: [] for database in files}, []     # what a file says itself is in no list
        for line in out.splitlines():
            if line.startswith(PLACES_OF):
                of = found[line.removeprefix(PLACES_OF).strip()]
            else:
                of.append(line)
        return {database: read_places(lines) for database, lines in found.items()}

    def drop(self, *databases):
        commands = [word for database in databases for word in ("-c", f'drop database if exists "{database}" with (force)')]
        try:
            self.sql("drop database", "postgres", *commands)
        except Failure:
            for database in self.subscribers(databases):
                self.sql("drop subscriptions", database, "-c", NO_SUBSCRIPTIONS)
            self.sql("drop database", "postgres", *commands)

    def dump(self, database):
        return normal_dump.normal(self.raw_dump(database, "-N", "pleat"))

    def raw_dump(self, database, *arguments):
        if self.dumper is None:
            return self.must("pg_dump", "pg_dump", "-s", *arguments, "-d", database)
        try:
            return self.dumper.dump(self.host, self.port, database, "-s", *arguments)
        except dumps.DumpError as problem:
            raise Failure(f"pg_dump: {problem}") from problem

    def run_file(self, what, database, path):
        """Returns where its objects live afterwards."""
        out = self.sql(what, database, *self.versions, "-o", "/dev/null", "-f", str(path), "-c", r"\o", "-c", "reset all", "-c", PLACES)
        return read_places(out.splitlines())

    def uri(self, database):
        return f"postgresql://postgres@/{database}?host={self.host.replace('/', '%2F')}&port={self.port}"


def read_places(lines):
    return dict(line.rsplit("|", 1) for line in lines if "|" in line)


def compare(what, expected, got):
    if expected != got:
        lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got", "", n=1)
        raise Failure(what + "\n" + "\n".join(list(lines)[:60]))


def same_places(when, before, after):
    moved = sorted(name for name, place in before.items() if after.get(name, place) != place)
    if moved:
        raise Failure(f"{when}: dropped and made again: {', '.join(moved)}")


class Loaded:
    """A database with one of a case's files; places: where its objects live, dump: what pg_dump says of it."""

    def __init__(self, server, name, database, places):
        self.server, self.name, self.database, self.places = server, name, database, places

    @functools.cached_property
    def dump(self):
        """To be asked for before anything is changed."""
        return self.server.dump(self.database)


def database_of(name):
    """Of a file: both files' databases are there at once, and those of other threads. The next case takes their place."""
    thread = threading.current_thread().name.rpartition("_")[2]
    return f"k_{os.getpid()}_{thread}_{name}"


def load(server, case, *names, places=True):
    """Some of a case's files, each in a database."""
    files = {database_of(name): case / f"{name}.sql" for name in names}
    found = server.load(f"loading {' and '.join(names)}", files, places)
    return [Loaded(server, name, database, found[database]) for name, database in zip(names, files)]


class Direction:
    """One direction of a case, from what is loaded to what else is."""

    def __init__(self, server, case, now, wanted, scratch, online=False):
        self.server, self.case, self.scratch, self.online = server, case, scratch, online
        self.now, self.wanted = now, wanted
        self.uris = server.uri(now.database), server.uri(wanted.database)

    def has(self, name):
        return (self.case / name).exists()

    def diff(self):
        down = self.scratch / f"{self.now.database}.down.sql"
        status, out, err = self.server.run(str(PLEAT), "diff", *self.uris, "--sql", "--down", str(down), *["--online"] * self.online)
        if self.has("refused"):
            wanted = (self.case / "refused").read_text().strip()
            if status == 0 or wanted not in err:
                raise Failure(f"not refused with \"{wanted}\": {err or out}")
            return None, None
        if status != 0:
            raise Failure(f"pleat diff ends with {status}: {err.strip()}")
        return out, down.read_text()

    def apply(self, what, script, goal, places):
        """Runs a script, which is to lead to a dump; nothing that is in "places" may have another place then."""
        path = self.scratch / f"{self.now.database}.{what}.sql"
        path.write_text(script)
        try:
            after = self.server.run_file(what, self.now.database, path)
        except Failure as failure:
            raise Failure(f"{failure}\n{script}")
        if goal is not None:
            compare(f"dump after {what}:\n{script}", goal, self.server.dump(self.now.database))
        if not self.has("remakes") and not self.online:
            same_places(what, places, after)
        return after

    def prove(self):
        up, down = self.diff()
        if up is None:
            return None, None
        if self.now.dump == self.wanted.dump and up:
            raise Failure(f"equal dumps, yet a difference:\n{up}")
        places = self.apply("up", up, self.wanted.dump, self.now.places)
        left = self.server.must("second diff", str(PLEAT), "diff", *self.uris, "--sql")
        if left:
            raise Failure(f"the second diff is not empty:\n{left}\nafter:\n{up}")
        self.apply("down", down, None if self.has("irreversible") else self.now.dump, places)
        return up, down


def golden(case, name, text, renew):
    path = case / name
    if renew:
        path.write_text(text)
    elif not path.exists() or path.read_text() != text:
        compare(f"{name} is not what it was; if the new one is right: tests/cases/run.py --renew {case.parent.name}/{case.name}",
                path.read_text() if path.exists() else "", text)


def since(case):
    return int((case / "since").read_text()) if (case / "since").exists() else 0


def until(case):
    return int((case / "until").read_text()) if (case / "until").exists() else 99


def why_not(server, case):
    """Why a case cannot be tried on this server; None: it can."""
    if server.major > until(case):
        return f"until {until(case)}"
    if server.major < since(case):
        return f"since {since(case)}"
    if (case / "labels").exists() and not server.has_labels:
        return "no provider of security labels"
    return None


def prove(server, case, scratch, options):
    has_goldens = server.major == max(GOLDEN, since(case)) and not options.online
    is_proved = has_goldens and options.by_turns and not its_turn(case, WHOLE_TURNS)
    before, after = load(server, case, "before", "after", places=not is_proved)
    forth = Direction(server, case, before, after, scratch, options.online)
    up, down = forth.diff() if is_proved else forth.prove()
    if up is not None and has_goldens:
        golden(case, "up.sql", up, options.renew)
        golden(case, "down.sql", down, options.renew)
    if not is_proved and not options.forth and not (case / "oneway").exists():
        # What went forth and back is not what was loaded: the order of columns, say.
        Direction(server, case, after, *load(server, case, "before"), scratch, options.online).prove()


def run_case(server, case, scratch, options):
    """None when all is well, else what is wrong."""
    if why_not(server, case) is not None:
        return None
    try:
        prove(server, case, scratch, options)
    except (Failure, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return None


def turns(case, major):
    """Of how many cases like this one --by-turns tries one on this version: all that 15 cannot try."""
    if since(case) > GOLDEN and major in (since(case), max(OTHERS)):
        return 1
    differs = any(r"\if :pg" in (case / f"{name}.sql").read_text() for name in ("before", "after"))
    return CONCERNING_TURNS if differs or 0 < since(case) == major else OTHER_TURNS


def its_turn(case, turns, mine=0):
    """One case in so many, the same ones each time."""
    return zlib.crc32(f"{case.parent.name}/{case.name}".encode()) % turns == mine % turns


def make_surroundings(server):
    roles = "; ".join(f'do $$ begin create role "{role}"; exception when duplicate_object then end $$' for role in ROLES)
    server.sql("making roles", "postgres", "-c", roles)
    server.sql("making a superuser", "postgres", "-c", f'alter role "{SUPERUSER}" superuser')
    if TABLESPACE not in server.sql("tablespaces", "postgres", "-c", "select spcname from pg_tablespace"):
        server.sql("making a tablespace", "postgres", "-c", "set allow_in_place_tablespaces = on",
                   "-c", f"create tablespace \"{TABLESPACE}\" location ''")


def run_all(server, cases, options, scratch):
    make_surroundings(server)
    print(f"1..{len(cases)}")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda case: run_case(server, case, scratch, options), cases)
        for number, (case, problem) in enumerate(zip(cases, results), 1):
            todo = case / "todo"
            reason = f" # TODO {todo.read_text().strip()}" if todo.exists() else ""
            if why_not(server, case) is not None:
                reason = f" # SKIP {why_not(server, case)}"
            failed += problem is not None and not reason
            print(f"{'ok' if problem is None else 'not ok'} {number} - {case.parent.name}/{case.name}{reason}", flush=True)
            for line in (problem or "").splitlines():
                print(f"# {line}")
    server.drop(*(name for name in server.sql("databases", "postgres", "-c", "select datname from pg_database").splitlines()
                  if name.startswith(f"k_{os.getpid()}_")))
    return failed


def start(run, options):
    """The server to test on; None, having said so in TAP, where that version cannot be had."""
    if options.host is not None:
        return Server(options.host, options.port, {})
    if options.major in (None, GOLDEN):
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pattern", nargs="*", help="a part of KIND/NAME")
    parser.add_argument("--renew", action="store_true", help="write up.sql and down.sql anew")
    parser.add_argument("--online", action="store_true", help="exchange columns whose type changes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--major", type=int)
    parser.add_argument("--forth", action="store_true")
    parser.add_argument("--by-turns", action="store_true")
    parser.add_argument("--host")
    parser.add_argument("--port", default="5432")
    options = parser.parse_args()
    cases = sorted(path.parent for path in HERE.glob("*/*/before.sql"))
    cases = [case for case in cases
             if not options.pattern or any(word in f"{case.parent.name}/{case.name}" for word in options.pattern)]
    if options.by_turns:
        cases = [case for case in cases if options.major in (None, GOLDEN) or
                 its_turn(case, turns(case, options.major), OTHERS.index(options.major))]
    shared = os.environ.get("PLEAT_TEST_RUN")
    run = pathlib.Path(shared or subprocess.check_output([RUN_DIR, "make"], text=True).strip())
    try:
        server = start(run, options)
        if server is None:
            return False
        # Files of two servers' runs must not be mixed up.
        with tempfile.TemporaryDirectory(dir=run / "home") as scratch:
            return run_all(server, cases, options, pathlib.Path(scratch)) > 0
    finally:
        if shared is None:
            subprocess.run([RUN_DIR, "remove", run], check=True)


if __name__ == "__main__":
    sys.exit(main())
