"""Schemas that become declarations, and these a database again.

A schema is loaded in a database, reflected, and created from the declarations in another database. Then
  - pleat fmt has nothing to do
  - pleat check finds both databases in sync, without a scratch server: what reflect writes is spelled as the catalog is
  - the dumps are equal but for the order of statements and of columns (normal_dump.py).

Schemas are after.sql of each case (before.sql, too, where asked for), everything/*.sql as one, and, where
$PLEAT_REAL_SCHEMAS names a folder, each NAME.sql in it, with the roles of NAME.roles.sql.
"""
import os
import pathlib
import shutil

from server import HERE, PLEAT, Failure, compare


class Item:
    """What is loaded: files, one after the other."""

    def __init__(self, name, *files, case=None, roles=None):
        self.name, self.files, self.case, self.roles = name, files, case, roles


def items(cases, sides):
    for case in cases:
        for side in sides:
            yield Item(f"{case.parent.name}/{case.name}/{side}", case / f"{side}.sql", case=case)
    yield Item("everything", *sorted((HERE / "everything").glob("*.sql")))
    real = os.environ.get("PLEAT_REAL_SCHEMAS")
    for path in sorted(pathlib.Path(real).glob("*.sql")) if real else []:
        if not path.name.endswith(".roles.sql"):
            yield Item(f"real/{path.stem}", path, roles=path.with_suffix(".roles.sql"))


class RoundTrip:
    def __init__(self, server, item, scratch):
        self.server, self.item = server, item
        stem = "r_" + item.name.replace("/", "_")[:50]
        self.first, self.second = stem + "_1", stem + "_2"
        self.project = scratch / stem

    def pleat(self, what, *arguments, **variables):
        return self.server.must(what, str(PLEAT), *arguments, variables=variables)

    def check(self, what, database):
        """Nothing may be needed but the files and the database."""
        status, out, err = self.server.run(str(PLEAT), "check", "-d", self.server.uri(database), str(self.project),
                                           variables={f"PLEAT_PG_BIN_{self.server.major}": "/nonexistent"})
        if status != 0 or not out.startswith("in sync\n"):
            raise Failure(f"check of {what}: {err or out}\n{self.declarations()}")

    def declarations(self):
        files = sorted(path for path in self.project.rglob("*") if path.is_file())
        return "\n".join(f"--- {path.relative_to(self.project)}\n{path.read_text()}" for path in files)[:4000]

    def load(self):
        for database in self.first, self.second:
            self.server.create(database)
        if self.item.case is not None or self.item.roles is None:
            self.server.load("loading", self.first, *self.item.files)
            return
        if self.item.roles.exists():
            self.server.run("psql", "-X", "-q", "-d", "postgres", "-f", str(self.item.roles))
        # A dump may name a role of its home: that is not what this is about.
        self.server.run("psql", "-X", "-q", "-d", self.first, "-f", str(self.item.files[0]))

    def prove(self):
        self.load()
        self.pleat("reflect", "reflect", "-d", self.server.uri(self.first), "--no-revision", "--out", str(self.project))
        self.check("what was reflected", self.first)
        self.pleat("fmt --check", "-C", str(self.project), "fmt", "--check")
        with open(self.project / "pleat.yaml", "a", encoding="utf-8") as config:
            config.write("scratch: target\n")     # no server to start for each
        try:
            self.pleat("create", "create", "-d", self.server.uri(self.second), str(self.project))
            compare("dump of what was created", self.server.dump(self.first), self.server.dump(self.second))
        except Failure as failure:
            raise Failure(f"{failure}\n{self.declarations()}") from failure
        self.check("what was created", self.second)

    def run(self):
        try:
            self.prove()
        finally:
            self.server.drop(self.first, self.second)
            shutil.rmtree(self.project, ignore_errors=True)
