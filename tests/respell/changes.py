"""One real change, hidden among respellings: what check must then say, and nothing else."""
import sql
from tree import Map, Text

SPECIAL = {"partition_by", "partitions", "inherits", "partition_of", "of_type", "include"}


def strip(key):
    name = key.rsplit(".", 1)[-1] if not key.startswith('"') else key
    return name.strip('"')


def tables(files):
    """Tables whose changes reach no other object: (file, key, mapping), keys as they are in the original."""
    for path, root in sorted(files.items()):
        group = root.get("tables")
        for name, value in group.pairs if isinstance(group, Map) else []:
            if isinstance(value, Map) and isinstance(value.get("columns"), Map) and not SPECIAL & set(dict(value.pairs)) \
                    and name.isidentifier():
                yield path, name, value


def add_column(rng, table):
    table.get("columns").pairs.append(["zz_new", Text("int")])
    return "column {}.zz_new"


def change_comment(rng, table):
    table.set("comment", Text("another one"))
    return "table {}"


def add_check(rng, table):
    checks = table.get("checks")
    if checks is not None and not isinstance(checks, Map):
        return None
    table.set("checks", Map((checks.pairs if checks is not None else []) + [["zz_check", Text("1 > 0")]]))
    return "check {}.zz_check"


def forbid_null(rng, table):
    pairs = [pair for pair in table.get("columns").pairs if isinstance(pair[1], Text) and sql.lex(pair[1].text) and
             len(sql.clauses(sql.lex(pair[1].text))) == 1 and "serial" not in pair[1].text.lower() and pair[0].isidentifier()]
    keys = str(vars(table.get("primary_key"))) if table.get("primary_key") is not None else ""
    pairs = [pair for pair in pairs if pair[0] not in keys and not keys]
    if not pairs:
        return None
    pair = rng.choice(pairs)
    pair[1] = Text(pair[1].text + " not null")
    return "column {}." + pair[0]


CHANGES = [add_column, change_comment, add_check, forbid_null]


def make(rng, files, default_schema):
    """Changes one table of the trees; returns its file and what is to be reported."""
    found = list(tables(files))
    for _ in range(100):
        path, name, table = rng.choice(found)
        expected = rng.choice(CHANGES)(rng, table)
        if expected is not None:
            schema = files[path].get("schema")
            schema = schema.text if isinstance(schema, Text) else default_schema
            return path, expected.format(f"{schema}.{name}")
    raise SystemExit("no table can be changed")
