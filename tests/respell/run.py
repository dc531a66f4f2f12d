#!/usr/bin/env python3
"""Respells declarations and holds pleat to seeing no difference: tests/respell/run.py [--seeds N] [--seed S] [PATTERN]

For each schema a database is made from its declarations. Then the declarations are spelled in other legal ways, as a
seed decides, and "pleat check" must say that they are in sync; then one real change is hidden among the respellings, and
check must find it and nothing else. With the first seed, "pleat fmt --canonical" must keep them in sync, too. How often each sort of respelling was made is told; each must have been made.

Schemas: schemas/crashstats; what all of tests/cases make ("cases"); and, where PLEAT_REAL_SCHEMAS names a folder, the
.sql files in it. PATTERN: only those whose name holds it. --keep DIR: leave the respelled declarations there.
Prints TAP. A failure tells the seed and the lines of the files that pleat complains of.
"""
import argparse
import collections
import copy
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import changes
import sql
import structure
import tree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUN_DIR = HERE.parent / "cli" / "run-dir"
BUILD = pathlib.Path(os.environ.get("PLEAT_BUILD", ROOT / "build"))
SORTS = ["type alias", "array type", "cast spelling", "parentheses", "in list", "between", "default cast", "quoted name", "letter case",
         "white space", "block comment", "line comment", "qualified name", "qualified key", "key in SQL's quotes", "quoted key",
         "long form", "column in parts", "list as leaf", "clause order", "null said", "constraint beside its column",
         "constraint in its column's leaf", "yaml comment", "plain", "single", "double", "literal", "folded", "key order",
         "flow collection", "block collection"]


class Failure(Exception):
    pass


class Server:
    """The server of a test run, as the whole-program tests use it."""

    def __init__(self, run):
        self.run = run
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "GIT_", "PLEAT_CONFIG"))}
        self.environment |= {"HOME": f"{run}/home", "XDG_CACHE_HOME": f"{run}/cache", "XDG_RUNTIME_DIR": f"{run}/run",
                             "XDG_DATA_HOME": f"{run}/data", "PGHOST": f"{run}/pg", "PGUSER": "postgres", "LC_ALL": "C.UTF-8",
                             "TZ": "UTC", "PGOPTIONS": "-c client_min_messages=warning"}
        subprocess.run([RUN_DIR, "start-server", run], check=True)

    def command(self, *words, input=None):
        done = subprocess.run(words, capture_output=True, text=True, env=self.environment, input=input, timeout=600)
        return done.returncode, done.stdout, done.stderr

    def sql(self, database, text, *options):
        status, out, err = self.command("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, *options, input=text)
        return out.strip() if status == 0 else None

    def url(self, database):
        return f"postgresql://postgres@/{database}?host={self.run.replace('/', '%2F')}%2Fpg"

    def pleat(self, *words):
        return self.command(str(BUILD / "src/cli/pleat"), *words)

    def must(self, *words):
        status, out, err = self.pleat(*words)
        if status != 0:
            raise Failure(f"pleat {' '.join(words)}: exit status {status}\n{out}{err}")


class Judge:
    """PostgreSQL says which expressions are the same: those that it deparses alike."""

    def __init__(self, server, database):
        self.server, self.database, self.known = server, database, {}

    def ask(self, *key):
        if key not in self.known:
            self.known[key] = self.server.sql(self.database, key[-1]) == "t"
        return self.known[key]

    def same(self, where, one, other):
        schema, table = where
        views = "".join(f"create temp view {view} as select ({text}) as x from {quoted(table)};\n" for view, text in (("zz1", one), ("zz2", other)))
        return self.ask(f"set search_path = {quoted(schema)}, public; {views}"
                        "select pg_get_viewdef('zz1'::regclass) = pg_get_viewdef('zz2'::regclass)")

    def same_default(self, where, column, one, other):
        schema, table = where
        sets = "".join(f"alter table {quoted(table)} alter {quoted(column)} set default {text}; insert into zz select "
                       f"pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute a on attrelid = adrelid and attnum = adnum "
                       f"where adrelid = '{quoted(table)}'::regclass and attname = '{column}';\n" for text in (one, other))
        return self.ask(f"begin; set local search_path = {quoted(schema)}, public; create temp table zz (x text);\n{sets}"
                        "select count(*) = 2 and min(x) = max(x) from zz; rollback;")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class Project:
    """Declarations and the database that was made of them."""

    def __init__(self, server, name, folder, schemas, naming, rest):
        self.server, self.name, self.folder = server, name, folder
        self.schemas, self.naming, self.rest = schemas, naming, rest
        self.database = "respell_" + re.sub(r"\W", "_", name)
        self.files = {path.relative_to(folder): tree.read(str(BUILD / "tests/yaml-tree"), str(path))
                      for path in sorted((folder / "schema").rglob("*.yaml"))}

    def configure(self, folder):
        schemas = ", ".join(tree.double(schema) for schema in self.schemas)
        (folder / "pleat.yaml").write_text(f"databases: {{main: '{self.server.url(self.database)}'}}\nschemas: [{schemas}]\n{self.rest}")

    def create(self):
        self.server.sql("postgres", f"create database {self.database} template template0")
        self.configure(self.folder)
        self.server.must("-C", str(self.folder), "create")

    def copy(self, to):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to, ignore=shutil.ignore_patterns("*.yaml", "revisions"))

    def write(self, to, files, rng, count, keywords, judge):
        self.copy(to)
        self.configure(to)
        for path, root in files.items():
            spelling = sql.Spelling(rng, count, keywords, judge)
            respeller = structure.Respeller(rng, count, spelling, self.naming, self.schemas[0])
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            (to / path).write_text(tree.Writer(rng, count).document(respeller.file(copy.deepcopy(root))))


def complaint(folder, text):
    """The output, and beneath each place that it names the line there."""
    lines = []
    for line in text.splitlines()[:30]:
        lines.append(line)
        for path, number in re.findall(r"(schema/[^\s:]+):(\d+)", line)[:1]:
            source = (folder / path).read_text().split("\n")
            lines.append(f"    {path}:{number}: {source[int(number) - 1].strip()}")
    return "\n".join(lines)


def check(project, folder, seed, expected):
    status, out, err = project.server.pleat("-C", str(folder), "check")
    found = [line for line in out.splitlines() if re.search(r": (not|another|is|changed|declared|differs|missing|only|there)", line) or re.match(r"schema/\S+:\d+:\d+: ", line)]
    if expected is None and (status != 0 or "in sync" not in out):
        raise Failure(f"seed {seed}: not in sync (exit status {status})\n" + complaint(folder, out + err))
    if expected is not None and (status != 1 or len(found) != 1 or f"{expected}: " not in found[0]):
        raise Failure(f"seed {seed}: expected {expected} alone (exit status {status})\n" + complaint(folder, out + err))


def try_seed(project, seed, counts, keywords, judge, keep, canonical):
    for hidden in (False, True):
        rng = random.Random(f"{project.name} {seed}")
        files = copy.deepcopy(project.files)
        expected = changes.make(random.Random(f"{seed} hidden"), files, project.schemas[0])[1] if hidden else None
        folder = keep / f"{project.name}-{seed}{'-hidden' if hidden else ''}"
        # the same spellings twice would show no more
        count = counts.update if not hidden else lambda words: None
        project.write(folder, files, rng, lambda sort: count([sort]), keywords, judge)
        check(project, folder, seed, expected)
        if canonical and not hidden:
            fold(project, folder, seed)


def fold(project, folder, seed):
    """fmt --canonical takes the respellings back, and says the same; what it has written stays."""
    for words in (("fmt", "--canonical"), ("fmt", "--canonical", "--check")):
        status, out, err = project.server.pleat("-C", str(folder), *words)
        if status != 0:
            raise Failure(f"seed {seed}: pleat {' '.join(words)}: exit status {status}\n" + complaint(folder, out + err))
    check(project, folder, seed, None)


# What is respelled --------------------------------------------------------------------------------------------------

def crashstats(server, work):
    folder = work / "crashstats"
    shutil.copytree(ROOT / "schemas/crashstats", folder, ignore=shutil.ignore_patterns("app", "README.md"))
    text = (folder / "pleat.yaml").read_text()
    for role in ("crash_app", "crash_report"):
        server.sql("postgres", f"create role {role}")
    rest = "\n".join(re.findall(r"(?m)^(?:naming:\n(?:  .*\n)+|manage: .*\n)", text))
    return Project(server, "crashstats", folder, ["public", "reporting"], True, rest)


def reflected(server, work, name, database, schemas):
    folder = work / name
    folder.mkdir()
    project = Project(server, name, folder, schemas, False, "")
    project.database = database
    project.configure(folder)
    server.must("-C", str(folder), "reflect", "--no-revision")
    server.must("-C", str(folder), "fmt", "--check")
    return Project(server, name, folder, schemas, False, "")


# Their bodies name things that the database's search_path must find; among the other cases it finds none of theirs.
FOUND_BY_PATH = {"function/body_names_types_alone"}


def cases(server, work):
    """A schema for each case, with all that its after.sql makes; what cannot stand beside others is left out."""
    server.sql("postgres", "create database case_source template template0")
    for role in ("case_owner", "case_reader", "Case Role"):
        server.sql("postgres", f"create role {quoted(role)}")
    versions = [word for major in range(14, 30) for word in ("-v", f"pg{major}={str(major <= 15).lower()}")]
    schemas = ["public"]
    for path in sorted((ROOT / "tests/cases").glob("*/*/after.sql")):
        schema = f"{path.parent.parent.name}_{path.parent.name}".replace("-", "_")[:60]
        text = path.read_text()
        if str(path.parent.relative_to(ROOT / "tests/cases")) in FOUND_BY_PATH or re.search(r"(?i)\bpublic\.|create\s+(schema|database|role|event|extension|server|foreign|publication|subscription|cast|"
                     r"language|access|transform|operator|conversion)|default\s+privileges|owner\s+to", text):
            continue
        done = server.sql("case_source", f"begin; create schema {schema}; set search_path = {schema}; set check_function_bodies = off;\n{text}\n; commit;", *versions)
        if done is not None:
            schemas.append(schema)
    return reflected(server, work, "cases", "case_source", schemas)


def real(path):
    def make(server, work):
        name = re.sub(r"\W", "_", path.stem)
        database = f"source_{name}"
        server.sql("postgres", f"create database {database} template template0")
        roles = path.with_suffix(".roles.sql")
        for script in ([roles] if roles.exists() else []) + [path]:
            server.command("psql", "-X", "-q", "-d", database, "-f", str(script))
        schemas = server.sql(database, "select nspname from pg_namespace where nspname !~ '^pg_|information_schema' order by nspname <> 'public'").splitlines()
        return reflected(server, work, name, database, schemas)
    return make


def schemas_to_try(pattern):
    found = {"crashstats": crashstats, "cases": cases}
    folder = os.environ.get("PLEAT_REAL_SCHEMAS")
    for path in sorted(pathlib.Path(folder).glob("*.sql")) if folder else []:
        if not path.name.endswith(".roles.sql"):
            found[path.stem] = real(path)
    return {name: make for name, make in found.items() if pattern in name}


def keywords_of(server):
    return set(server.sql("postgres", "select word from pg_get_keywords()").split("\n"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seeds", type=int, default=2, help="how many seeds for each schema")
    arguments.add_argument("--seed", type=int, help="only this one")
    arguments.add_argument("--keep", type=pathlib.Path)
    arguments.add_argument("pattern", nargs="?", default="")
    options = arguments.parse_args()
    seeds = [options.seed] if options.seed is not None else range(1, options.seeds + 1)
    run = os.environ.get("PLEAT_TEST_RUN") or subprocess.run([RUN_DIR, "make"], capture_output=True, text=True, check=True).stdout.strip()
    counts, failed = collections.Counter(), False
    try:
        server = Server(run)
        wanted = schemas_to_try(options.pattern)
        print(f"1..{len(wanted) + 1}", flush=True)
        with tempfile.TemporaryDirectory(dir=run) as work:
            keep = options.keep or pathlib.Path(work)
            for number, (name, make) in enumerate(wanted.items(), 1):
                failed |= not try_schema(server, pathlib.Path(work), name, make, number, seeds, counts, keep)
        missing = [sort for sort in SORTS if counts[sort] == 0]
        for sort, times in sorted(counts.items()):
            print(f"# {times:6} {sort}")
        whole = options.pattern == "" and options.seed is None
        print(f"{'not ok' if missing and whole else 'ok'} {len(wanted) + 1} - every sort of respelling")
        for sort in missing:
            print(f"# never: {sort}")
        failed |= bool(missing) and whole
    finally:
        if "PLEAT_TEST_RUN" not in os.environ:
            subprocess.run([RUN_DIR, "remove", run])
    return 1 if failed else 0


def try_schema(server, work, name, make, number, seeds, counts, keep):
    problems = []
    try:
        project = make(server, work)
        project.create()
        judge, keywords = Judge(server, project.database), keywords_of(server)
        for seed in seeds:
            try:
                try_seed(project, seed, counts, keywords, judge, keep, seed == seeds[0])
            except Failure as problem:
                problems.append(str(problem))
    except Failure as problem:
        problems.append(str(problem))
    print(f"{'not ok' if problems else 'ok'} {number} - {name}", flush=True)
    for problem in problems:
        print("\n".join("# " + line for line in problem.splitlines()), flush=True)
    return not problems


if __name__ == "__main__":
    sys.exit(main())
