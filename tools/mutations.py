"""Random migration steps: what people do to a schema, as statements about what a database holds.

A step is a function of a Migration that gives the statements of one change, or None where the schema has nothing to
change so. It reads the catalogs, so that any schema will do. Steps keep coming back to a few tables: changes that touch
each other are where a differ goes wrong.
"""
import re
import subprocess

STEPS = []

NO_SYSTEM = r"n.nspname !~ '^(pg_|information_schema$)'"
NO_EXTENSION = "NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = {0}.oid AND x.classid = {0}.tableoid AND x.deptype = 'e')"
TYPES = ["integer", "bigint", "smallint", "text", "text", "character varying(40)", "character varying", "boolean", "date", "timestamp with time zone",
         "timestamp without time zone", "numeric(10,2)", "numeric", "jsonb", "uuid", "double precision", "bytea", "text[]", "integer[]", "interval", "inet",
         "character(3)", "int4range", "json", "xml"]
DEFAULTS = {"integer": ["0", "42", "1 + 1"], "bigint": ["0"], "smallint": ["1"], "text": ["''", "'new'", "upper('a')", "CURRENT_USER"],
            "character varying": ["'x'"], "boolean": ["false", "true"], "date": ["CURRENT_DATE"], "timestamp": ["now()"], "numeric": ["0.5"],
            "jsonb": ["'{}'", "jsonb_build_object('a', 1)"], "uuid": ["gen_random_uuid()"], "text[]": ["'{}'"], "integer[]": ["ARRAY[1, 2]"], "double": ["1.5"]}
WORDS = ["status", "kind", "note", "owner_id", "created_by", "Updated At", "amount", "label", "order", "position", "flags", "parent_id", "external_id", "slug",
         "archived", "version", "payload", "tags", "user", "région"]
ROLES = ["case_owner", "case_reader", '"Case Role"', "case_superuser"]


def step(weight=1):
    def add(function):
        STEPS.extend([function] * weight)
        return function
    return add


class Migration:
    """The steps so far of a database; sql: the statements of those that PostgreSQL took."""

    def __init__(self, server, database, chance):
        self.server, self.database, self.chance = server, database, chance
        self.sql, self.count = [], 0
        self.focus = [row[0] for row in self.sample(self.tables(), 3)]

    def run(self, count):
        for _ in range(count * 5):
            self.count += 1
            text = self.chance.choice(STEPS)(self)
            if text and apply(self.server, self.database, text):
                self.sql.append(text)
            if len(self.sql) == count:
                break

    # What is there. Lists are ordered, so that a seed gives the same steps again.

    def rows(self, query):
        out = self.server.sql("facts", self.database, "-F", "\x1f", "-R", "\x1e", "-c", "SET search_path = ''", "-c", query)
        return [row.split("\x1f") for row in out.rstrip("\n").split("\x1e") if row]

    def sample(self, rows, most):
        return self.chance.sample(rows, min(most, len(rows)))

    def any(self, query):
        rows = self.rows(query)
        return self.chance.choice(rows) if rows else None

    def tables(self, kinds="rp", where="true"):
        kinds = ", ".join(f"'{kind}'" for kind in kinds)
        return self.rows(f"SELECT c.oid::regclass, c.relkind, n.nspname, quote_ident(c.relname), c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                         f"WHERE c.relkind IN ({kinds}) AND {NO_SYSTEM} AND {NO_EXTENSION.format('c')} AND {where} ORDER BY c.oid::regclass::text COLLATE \"C\"")

    def table(self, kinds="rp", where="true"):
        rows = self.tables(kinds, where)
        near = [row for row in rows if row[0] in self.focus]
        if near and self.chance.random() < 0.7:
            return self.chance.choice(near)
        return self.chance.choice(rows) if rows else None

    def columns(self, table, where="true"):
        """Name, type, not null, type's category."""
        return self.rows("SELECT quote_ident(attname), format_type(atttypid, atttypmod), attnotnull, typcategory, attidentity, attgenerated, attname, attislocal "
                         f"FROM pg_attribute a JOIN pg_type t ON t.oid = atttypid WHERE attrelid = $q${table}$q$::regclass AND attnum > 0 AND NOT attisdropped AND {where} ORDER BY attname COLLATE \"C\"")

    def column(self, table, where="true"):
        rows = self.columns(table, where)
        return self.chance.choice(rows) if rows else None

    def types(self, kinds="edc"):
        kinds = ", ".join(f"'{kind}'" for kind in kinds)
        return self.rows(f"SELECT t.oid::regtype, t.typtype, n.nspname, quote_ident(t.typname) FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class k ON k.oid = typrelid "
                         f"WHERE typtype IN ({kinds}) AND (typrelid = 0 OR relkind = 'c') AND {NO_SYSTEM} AND {NO_EXTENSION.format('t')} ORDER BY t.oid::regtype::text COLLATE \"C\"")

    def type(self, kinds="edc"):
        rows = self.types(kinds)
        return self.chance.choice(rows) if rows else None

    def schemas(self):
        return [row[0] for row in self.rows(f"SELECT quote_ident(nspname) FROM pg_namespace n WHERE {NO_SYSTEM} AND {NO_EXTENSION.format('n')} ORDER BY nspname COLLATE \"C\"")]

    def routine(self, where="true", kinds="f"):
        kinds = ", ".join(f"'{kind}'" for kind in kinds)
        rows = self.rows(f"SELECT p.oid::regprocedure, p.prokind, pg_get_functiondef(p.oid), format('%I.%I', nspname, proname), prorettype::regtype, quote_ident(proname) "
                         f"FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace JOIN pg_language l ON l.oid = prolang WHERE prokind IN ({kinds}) AND lanname IN ('sql', 'plpgsql') "
                         f"AND {NO_SYSTEM} AND {NO_EXTENSION.format('p')} AND {where} ORDER BY p.oid::regprocedure::text COLLATE \"C\"")
        if not rows:
            return None
        kind, = self.chance.sample(("FUNCTION", "PROCEDURE")[:1] if rows else (), 1)
        row = self.chance.choice(rows)
        return [*row, "PROCEDURE" if row[1] == "p" else kind]

    def constraint(self, types, table=None):
        types = ", ".join(f"'{one}'" for one in types)
        query = (f"SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(k.oid), contype FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace "
                 f"WHERE contype IN ({types}) AND conrelid <> 0 AND conislocal AND {NO_SYSTEM} AND %s ORDER BY conrelid::regclass::text COLLATE \"C\", conname COLLATE \"C\"")
        table = table or (self.table() or [None])[0]
        return self.any(query % f"conrelid = $q${table}$q$::regclass") or self.any(query % "true")

    def index(self, where="true"):
        query = (f"SELECT i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), i.indrelid::regclass, quote_ident(c.relname) FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace "
                 f"WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x')) AND NOT relispartition AND {NO_SYSTEM} AND {where} AND %s ORDER BY i.indexrelid::regclass::text COLLATE \"C\"")
        table = (self.table("rpm") or [None])[0]
        return self.any(query % f"indrelid = $q${table}$q$::regclass") or self.any(query % "true")

    def views(self, kinds="v"):
        return self.tables(kinds)

    def dependants(self, relation):
        """The views on a relation, and those on these, as statements that make them, in an order that will do."""
        found = self.rows(f"""
            WITH RECURSIVE d(oid, depth) AS (
              SELECT $q${relation}$q$::regclass::oid, 0
              UNION SELECT r.ev_class, d.depth + 1 FROM d JOIN pg_depend x ON x.refobjid = d.oid AND x.refclassid = 'pg_class'::regclass AND x.classid = 'pg_rewrite'::regclass
              JOIN pg_rewrite r ON r.oid = x.objid WHERE r.ev_class <> d.oid AND depth < 12)
            SELECT d.oid::regclass, relkind, pg_get_viewdef(d.oid) FROM d JOIN pg_class c ON c.oid = d.oid WHERE depth > 0 AND relkind IN ('v', 'm')
            GROUP BY 1, 2, 3 ORDER BY max(depth), d.oid::regclass::text COLLATE "C" """)
        return "".join(f"CREATE {'MATERIALIZED ' if kind == 'm' else ''}VIEW {name} AS {query.rstrip(';')};\n" for name, kind, query in found)

    # What is new.

    def word(self, prefix=""):
        """A name; some come again, as a dropped thing's name does."""
        word = prefix + self.chance.choice(WORDS)
        if self.chance.random() < 0.6:
            word += f"_{self.count}"
        return quote(word)

    def new_type(self):
        if self.chance.random() < 0.25:
            own = self.type("edc")
            if own:
                return own[0] + self.chance.choice(["", "", "", "[]"])
        if self.chance.random() < 0.04:
            table = self.table("r")
            return table[0] if table else "text"
        return self.chance.choice(TYPES)

    def default(self, type_name):
        if type_name.endswith("[]"):
            return "'{}'"
        choices = DEFAULTS.get(type_name) or DEFAULTS.get(re.split(r"[ (]", type_name)[0])
        return self.chance.choice(choices) if choices else None

    def column_definition(self, name=None):
        type_name = self.new_type()
        text = f"{name or self.word()} {type_name}"
        default = self.default(type_name)
        if default and self.chance.random() < 0.5:
            text += f" DEFAULT {default}"
        if self.chance.random() < 0.4:
            text += " NOT NULL"
        return text

    def condition(self, table):
        """Something that can be said of a row of a table."""
        column = self.column(table)
        if column is None:
            return "true"
        name, category = column[0], column[3]
        if category == "N":
            return self.chance.choice([f"{name} > 0", f"{name} BETWEEN 1 AND 1000", f"{name} IN (1, 2, 3)", f"{name} <> -1 OR {name} IS NULL"])
        if category == "S":
            return self.chance.choice([f"{name} <> ''", f"length({name}::text) < 100", f"{name} IN ('a', 'b')", f"{name} ~ '^[a-z]+$'"])
        if category == "B":
            return self.chance.choice([name, f"NOT {name}", f"{name} IS TRUE"])
        if category == "D":
            return f"{name} > '2001-01-01'"
        return f"{name} IS NOT NULL"

    def expression(self, column):
        name, category = column[0], column[3]
        if category == "N":
            return self.chance.choice([f"({name} + 1)", f"abs({name})", name])
        if category == "S":
            return self.chance.choice([f"lower({name}::text)", f"({name} || 'x')", name])
        return self.chance.choice([name, name, f"({name} IS NULL)"])

    def choice(self, *values):
        return self.chance.choice(values)

    def maybe(self, text, chance=0.5):
        return text if self.chance.random() < chance else ""


def quote(name):
    return name if re.fullmatch(r"[a-z_][a-z0-9_]*", name) and name not in ("order", "user") else '"' + name.replace('"', '""') + '"'


def apply(server, database, text):
    """Whether PostgreSQL takes a step."""
    command = "psql", "-X", "-q", "-1", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", "SET search_path = ''", "-c", "SET statement_timeout = '20s'", "-c", text
    try:
        return server.run(*command)[0] == 0
    except subprocess.TimeoutExpired:
        return False


# Columns

@step(5)
def add_column(m):
    table = m.table()
    if not table:
        return None
    extra = m.choice("", "", "", f" CHECK ({'true' if m.chance.random() < .3 else m.condition(table[0])})", " UNIQUE")
    return ";\n".join(f"ALTER TABLE {table[0]} ADD COLUMN {m.column_definition()}{extra}" for _ in range(m.choice(1, 1, 2, 3)))


@step()
def add_generated_column(m):
    table = m.table()
    column = table and m.column(table[0], "attgenerated = ''")
    if not column:
        return None
    return f"ALTER TABLE {table[0]} ADD COLUMN {m.word('calc_')} text GENERATED ALWAYS AS (({m.expression(column)})::text) STORED"


@step(4)
def drop_column(m):
    table = m.table()
    column = table and m.column(table[0])
    return column and f"ALTER TABLE {table[0]} DROP COLUMN {column[0]}{m.maybe(' CASCADE')}"


@step(3)
def rename_column(m):
    table = m.table("rpvmc")
    column = table and m.column(table[0])
    if not column:
        return None
    what = {"v": "VIEW", "m": "MATERIALIZED VIEW", "c": "TYPE"}.get(table[1], "TABLE")
    return f"ALTER {what} {table[0]} RENAME {'ATTRIBUTE' if table[1] == 'c' else 'COLUMN'} {column[0]} TO {m.word()}"


def other_type(m, type_name, category):
    near = {"N": ["bigint", "integer", "numeric(12,3)", "text", "double precision", "smallint"], "S": ["text", "character varying(100)", "character varying(20)", "character(9)", "bytea", "text COLLATE pg_catalog.\"C\""],
            "D": ["timestamp with time zone", "timestamp without time zone", "date", "text"], "B": ["text", "integer"], "U": ["jsonb", "json", "text"],
            "E": ["text", "character varying(30)"], "A": ["text", "text[]"]}.get(category, ["text"])
    if category in "SE" and m.chance.random() < 0.3:
        own = m.type("ed")
        if own:
            return own[0]
    return m.choice(*near)


@step(5)
def retype_column(m):
    table = m.table()
    column = table and m.column(table[0], "attgenerated = ''")
    if not column:
        return None
    name, old, category = column[0], column[1], column[3]
    new = other_type(m, old, category)
    using = f" USING {name}::text::{new.split(' COLLATE')[0]}"
    if m.chance.random() < 0.6:
        views = m.dependants(table[0])
        drops = "".join(f"DROP {'MATERIALIZED ' if kind else ''}VIEW IF EXISTS {view} CASCADE;\n" for kind, view in re.findall(r"^CREATE (MATERIALIZED )?VIEW ((?:\"[^\"]*\"|[\w.])+) AS", views, re.M))
        return f"{drops}ALTER TABLE {table[0]} ALTER COLUMN {name} DROP DEFAULT;\nALTER TABLE {table[0]} ALTER COLUMN {name} TYPE {new}{using};\n{views}"
    return f"ALTER TABLE {table[0]} ALTER COLUMN {name} TYPE {new}{m.choice('', using)}"


@step(2)
def reorder_columns(m):
    """Away and back again, at the end."""
    table = m.table("r")
    column = table and m.column(table[0], "attgenerated = '' AND attidentity = ''")
    if not column:
        return None
    return (f"ALTER TABLE {table[0]} ADD COLUMN moved_ {column[1]};\nALTER TABLE {table[0]} DROP COLUMN {column[0]} CASCADE;\n"
            f"ALTER TABLE {table[0]} RENAME COLUMN moved_ TO {column[0]}")


@step(3)
def not_null(m):
    table = m.table()
    column = table and m.column(table[0])
    return column and f"ALTER TABLE {table[0]} ALTER COLUMN {column[0]} {'DROP' if column[2] == 't' else 'SET'} NOT NULL"


@step(3)
def column_default(m):
    table = m.table("rpv")
    column = table and m.column(table[0], "attgenerated = '' AND attidentity = ''")
    if not column:
        return None
    default = m.default(column[1])
    return f"ALTER TABLE {table[0]} ALTER COLUMN {column[0]} " + (f"SET DEFAULT {default}" if default and m.chance.random() < 0.7 else "DROP DEFAULT")


@step()
def column_settings(m):
    table = m.table("rpm")
    column = table and m.column(table[0])
    what = m.choice("SET STATISTICS 500", "SET STATISTICS 0", "SET STORAGE EXTERNAL", "SET STORAGE MAIN", "SET (n_distinct = 5)", "SET COMPRESSION pglz")
    kind = "MATERIALIZED VIEW" if table and table[1] == "m" else "TABLE"
    return column and f"ALTER {kind} {table[0]} ALTER COLUMN {column[0]} {what}"


@step(2)
def column_identity(m):
    """serial to identity, and what else becomes of it."""
    table = m.table("r", "NOT c.relispartition")
    column = table and m.column(table[0], "atttypid IN (20, 21, 23) AND attnotnull AND attgenerated = ''")
    if not column:
        return None
    alter = f"ALTER TABLE {table[0]} ALTER COLUMN {column[0]}"
    if column[4]:
        return m.choice(f"{alter} DROP IDENTITY", f"{alter} SET GENERATED ALWAYS", f"{alter} SET INCREMENT BY 5 SET CACHE 10", f"{alter} RESTART SET START WITH 100")
    owned = m.rows(f"SELECT d.objid::regclass FROM pg_depend d JOIN pg_attribute a ON a.attrelid = refobjid AND attnum = refobjsubid WHERE refobjid = $q${table[0]}$q$::regclass AND quote_ident(attname) = $q${column[0]}$q$ AND d.deptype = 'a' AND d.classid = 'pg_class'::regclass ORDER BY 1")
    drop = "".join(f"DROP SEQUENCE {row[0]};\n" for row in owned)
    return f"{alter} DROP DEFAULT;\n{drop}{alter} ADD GENERATED {m.choice('ALWAYS', 'BY DEFAULT')} AS IDENTITY"


@step()
def add_serial_column(m):
    table = m.table("r")
    return table and f"ALTER TABLE {table[0]} ADD COLUMN {m.word('no_')} {m.choice('serial', 'bigserial', 'bigint GENERATED ALWAYS AS IDENTITY')}"


# Constraints

@step(2)
def add_check(m):
    table = m.table()
    if not table:
        return None
    both = m.condition(table[0]) + m.maybe(f" OR {m.condition(table[0])}", 0.4)
    return f"ALTER TABLE {table[0]} ADD CONSTRAINT {m.word('check_')} CHECK ({both}){m.choice('', '', ' NOT VALID', ' NO INHERIT')}"


@step(2)
def add_unique(m):
    table = m.table()
    columns = table and m.sample(m.columns(table[0]), m.choice(1, 2, 3))
    if not columns:
        return None
    names = ", ".join(column[0] for column in columns)
    return f"ALTER TABLE {table[0]} ADD CONSTRAINT {m.word('uq_')} UNIQUE ({names}){m.choice('', '', ' DEFERRABLE', ' DEFERRABLE INITIALLY DEFERRED')}"


@step(3)
def add_foreign_key(m):
    table = m.table()
    key = m.any(f"SELECT conrelid::regclass, string_agg(quote_ident(attname), ', ' ORDER BY ord), array_agg(atttypid::regtype::text ORDER BY ord) FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace, "
                f"unnest(conkey) WITH ORDINALITY u(no, ord), pg_attribute a WHERE contype IN ('p', 'u') AND attrelid = conrelid AND attnum = no AND {NO_SYSTEM} AND NOT condeferrable GROUP BY k.oid ORDER BY conrelid::regclass::text COLLATE \"C\", conname COLLATE \"C\"")
    if not table or not key or "," in key[1]:
        return None
    action = m.choice("", "", " ON DELETE CASCADE", " ON DELETE SET NULL ON UPDATE CASCADE", " DEFERRABLE INITIALLY DEFERRED", " MATCH FULL")
    if m.chance.random() < 0.5:
        return f"ALTER TABLE {table[0]} ADD COLUMN {m.word('ref_')} {key[2].strip('{}').strip(chr(34))} REFERENCES {key[0]} ({key[1]}){action}"
    column = m.column(table[0], f"atttypid::regtype::text = $q${key[2].strip('{}').strip(chr(34))}$q$")
    return column and f"ALTER TABLE {table[0]} ADD CONSTRAINT {m.word('fk_')} FOREIGN KEY ({column[0]}) REFERENCES {key[0]} ({key[1]}){action}{m.maybe(' NOT VALID', .2)}"


@step(3)
def drop_constraint(m):
    found = m.constraint("cufpx")
    return found and f"ALTER TABLE {found[0]} DROP CONSTRAINT {found[1]}{m.maybe(' CASCADE')}"


@step(2)
def change_constraint(m):
    found = m.constraint("cufp")
    if not found:
        return None
    table, name, definition, kind = found
    if kind == "f":
        definition = m.choice(re.sub(r" ON (DELETE|UPDATE) [A-Z]+( NULL| ACTION| DEFAULT)?", "", definition), definition + " DEFERRABLE", re.sub(r"(\) REFERENCES \S+\([^)]*\)).*", r"\1 ON DELETE CASCADE", definition))
    elif kind == "c":
        definition = m.choice(definition.replace("CHECK (", "CHECK (true AND ", 1), f"CHECK ({m.condition(table)})", definition.replace(" NOT VALID", ""))
    else:
        column = m.column(table)
        definition = m.choice(definition + " DEFERRABLE", definition.replace(")", f", {column[0]})", 1) if column else definition)
    return f"ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE;\nALTER TABLE {table} ADD CONSTRAINT {m.choice(name, name, m.word('k_'))} {definition}"


@step()
def constraint_settings(m):
    found = m.constraint("cufp")
    if not found:
        return None
    if found[3] == "f" and m.chance.random() < 0.5:
        return f"ALTER TABLE {found[0]} ALTER CONSTRAINT {found[1]} {m.choice('DEFERRABLE', 'NOT DEFERRABLE', 'DEFERRABLE INITIALLY DEFERRED')}"
    if found[2].endswith("NOT VALID"):
        return f"ALTER TABLE {found[0]} VALIDATE CONSTRAINT {found[1]}"
    return f"ALTER TABLE {found[0]} RENAME CONSTRAINT {found[1]} TO {m.word('k_')}"


@step(2)
def primary_key(m):
    table = m.table()
    columns = table and m.columns(table[0], "attgenerated = ''")
    if not columns:
        return None
    old = m.rows(f"SELECT quote_ident(conname) FROM pg_constraint WHERE conrelid = $q${table[0]}$q$::regclass AND contype = 'p'")
    drop = f"ALTER TABLE {table[0]} DROP CONSTRAINT {old[0][0]} CASCADE;\n" if old else ""
    names = ", ".join(column[0] for column in m.sample(columns, m.choice(1, 1, 2)))
    return drop + m.choice(f"ALTER TABLE {table[0]} ADD PRIMARY KEY ({names})", f"ALTER TABLE {table[0]} ADD CONSTRAINT {m.word('pk_')} PRIMARY KEY ({names})",
                           f"ALTER TABLE {table[0]} ADD COLUMN {m.word('id_')} bigserial PRIMARY KEY")


@step()
def exclusion(m):
    table = m.table("r")
    column = table and m.column(table[0], "typcategory = 'R'")
    if not column:
        return table and f"ALTER TABLE {table[0]} ADD COLUMN {m.word('during_')} tstzrange, ADD CONSTRAINT {m.word('ex_')} CHECK (true)"
    return f"ALTER TABLE {table[0]} ADD CONSTRAINT {m.word('ex_')} EXCLUDE USING gist ({column[0]} WITH &&){m.maybe(f' WHERE ({m.condition(table[0])})')}"


# Indexes

@step(4)
def add_index(m):
    table = m.table("rpm")
    columns = table and m.sample(m.columns(table[0], "typcategory NOT IN ('P') AND atttypid NOT IN ('json'::regtype, 'xml'::regtype, 'point'::regtype)"), m.choice(1, 1, 2, 3))
    if not columns:
        return None
    keys = ", ".join((m.expression(column) if m.chance.random() < 0.4 else column[0]) + m.choice("", "", "", " DESC", " NULLS FIRST", " DESC NULLS LAST") for column in columns)
    where = m.maybe(f" WHERE {m.condition(table[0])}", 0.3)
    include = m.maybe(f" INCLUDE ({m.column(table[0])[0]})", 0.15)
    options = m.choice("", "", "", " WITH (fillfactor = 70)", " WITH (deduplicate_items = off, fillfactor = 80)")
    if m.chance.random() < 0.1:
        return f"CREATE INDEX {m.word('ix_')} ON {table[0]} USING hash ({columns[0][0]})"
    if m.chance.random() < 0.1:
        column = m.column(table[0], "atttypid = 'jsonb'::regtype OR typcategory = 'A'")
        return column and f"CREATE INDEX {m.word('ix_')} ON {table[0]} USING gin ({column[0]})"
    return f"CREATE {m.choice('', '', 'UNIQUE ')}INDEX {m.word('ix_') if m.chance.random() < .7 else ''} ON {table[0]} ({keys}){include}{options}{where}"


@step(2)
def drop_index(m):
    found = m.index()
    return found and f"DROP INDEX {found[0]}{m.maybe(' CASCADE', .2)}"


@step(2)
def change_index(m):
    found = m.index()
    if not found:
        return None
    name, definition, table, _ = found
    changed = m.choice(re.sub(r" WHERE .*", "", definition), definition.replace(")", " DESC)", 1), re.sub(r"^CREATE (UNIQUE )?", lambda k: "CREATE " if k[1] else "CREATE UNIQUE ", definition),
                       definition + (f" WHERE {m.condition(table)}" if " WHERE " not in definition else ""))
    return f"DROP INDEX {name};\n{changed}"


@step()
def index_settings(m):
    found = m.index()
    if not found:
        return None
    return m.choice(f"ALTER INDEX {found[0]} SET (fillfactor = 60)", f"ALTER INDEX {found[0]} RESET (fillfactor)", f"ALTER INDEX {found[0]} RENAME TO {m.word('ix_')}",
                    f"ALTER TABLE {found[2]} CLUSTER ON {found[3]}", f"ALTER TABLE {found[2]} REPLICA IDENTITY USING INDEX {found[3]}", f"ALTER TABLE {found[2]} REPLICA IDENTITY FULL")


# Views

def view_of(m, relation, name, materialized=False):
    columns = m.sample(m.columns(relation), m.choice(1, 2, 3, 4))
    if not columns:
        return None
    items = [m.choice(column[0], column[0], f"{m.expression(column)} AS {column[0]}", f"t.{column[0]}") for column in columns]
    kind = m.choice("plain", "plain", "group", "where", "row", "star", "union", "join", "cte")
    query = f"SELECT {', '.join(items)} FROM {relation} t"
    if kind == "group":
        query = f"SELECT {columns[0][0]}, count(*) AS how_many FROM {relation} t GROUP BY {columns[0][0]}"
        key = m.rows(f"SELECT string_agg(quote_ident(attname), ', ') FROM pg_constraint, unnest(conkey) no, pg_attribute WHERE conrelid = $q${relation}$q$::regclass AND contype = 'p' AND attrelid = conrelid AND attnum = no")
        if key and key[0][0] and m.chance.random() < 0.6:
            query = f"SELECT {', '.join(items)} FROM {relation} t GROUP BY {key[0][0]}"
    elif kind == "where":
        query += f" WHERE {m.condition(relation)}"
    elif kind == "row":
        query = f"SELECT t AS whole, {columns[0][0]} FROM {relation} t"
    elif kind == "star":
        query = f"SELECT * FROM {relation} t" + m.maybe(f" ORDER BY {columns[0][0]}")
    elif kind == "union":
        query = f"{query} UNION ALL {query}"
    elif kind == "cte":
        query = f"WITH w AS (SELECT * FROM {relation}) SELECT {', '.join(items)} FROM w t"
    elif kind == "join":
        other = m.table("rpv")
        shared = other and sorted({row[0] for row in m.columns(other[0])} & {row[0] for row in m.columns(relation)})
        if shared:
            query = f"SELECT * FROM {relation} t {m.choice('', 'LEFT ')}JOIN {other[0]} u USING ({shared[0]})" if len(shared) == 1 else f"SELECT t.*, u.{shared[0]} AS other_ FROM {relation} t JOIN {other[0]} u USING ({shared[0]})"
    options = "" if materialized else m.choice("", "", "", " WITH (security_barrier = true)")
    return f"CREATE {'MATERIALIZED ' if materialized else ''}VIEW {name}{options} AS {query}"


@step(4)
def add_view(m):
    relation = m.table("rrpvvm")
    return relation and view_of(m, relation[0], f"{quote(relation[2])}.{m.word('view_')}")


@step(2)
def add_materialized_view(m):
    relation = m.table("rpvm")
    if not relation:
        return None
    name = f"{quote(relation[2])}.{m.word('mat_')}"
    made = view_of(m, relation[0], name, True)
    return made and made + m.choice("", "", " WITH NO DATA")


@step(4)
def change_view(m):
    view = m.table("vvm")
    if not view:
        return None
    query = m.rows(f"SELECT pg_get_viewdef($q${view[0]}$q$::regclass)")[0][0].rstrip(";")
    columns = [row[0] for row in m.columns(view[0])]
    materialized = "MATERIALIZED " if view[1] == "m" else ""
    changed = m.choice(f"SELECT v_.*, 1 AS {m.word('extra_')} FROM ({query}) v_", f"SELECT * FROM ({query}) v_ WHERE {m.condition(view[0])}",
                       f"SELECT {', '.join(m.sample(columns, max(1, len(columns) - 1)))} FROM ({query}) v_", f"SELECT {', '.join(reversed(columns))} FROM ({query}) v_",
                       f"SELECT {columns[0]}::text AS {columns[0]}{''.join(', ' + column for column in columns[1:])} FROM ({query}) v_", f"{query} LIMIT 10")
    if not materialized and m.chance.random() < 0.3:
        return f"CREATE OR REPLACE VIEW {view[0]} AS {changed}"
    dependants = m.maybe(m.dependants(view[0]), 0.7)
    if m.chance.random() < 0.1:
        materialized, old = ("", materialized) if materialized else ("MATERIALIZED ", "")
    else:
        old = materialized
    return f"DROP {old}VIEW {view[0]} CASCADE;\nCREATE {materialized}VIEW {view[0]} AS {changed};\n{dependants}"


@step(2)
def drop_view(m):
    view = m.table("vm")
    return view and f"DROP {'MATERIALIZED ' if view[1] == 'm' else ''}VIEW {view[0]}{m.maybe(' CASCADE', .6)}"


@step()
def view_settings(m):
    view = m.table("vvm")
    if not view:
        return None
    if view[1] == "m":
        return f"ALTER MATERIALIZED VIEW {view[0]} {m.choice('SET (fillfactor = 50)', 'SET (autovacuum_enabled = false)', 'RESET (fillfactor)', 'SET (toast.autovacuum_enabled = false)')}"
    return f"ALTER VIEW {view[0]} {m.choice('SET (security_barrier = true)', 'RESET (security_barrier)', 'SET (check_option = local)', 'SET (security_invoker = true)')}"


@step()
def table_to_view(m):
    """The table goes on under another name, its old name is a view."""
    table = m.table("r")
    if not table:
        return None
    new = m.word("base_")
    return f"ALTER TABLE {table[0]} RENAME TO {new};\nCREATE VIEW {table[0]} AS SELECT * FROM {quote(table[2])}.{new}"


@step()
def rule(m):
    table = m.table("rv")
    return table and f"CREATE RULE {m.word('rule_')} AS ON {m.choice('DELETE', 'INSERT', 'UPDATE')} TO {table[0]} {m.maybe(f'WHERE {m.condition(table[0]) if 0 else True} ')}DO {m.choice('INSTEAD NOTHING', 'ALSO NOTIFY changed_')}"


# Routines

@step(3)
def change_body(m):
    found = m.routine()
    if not found:
        return None
    text = found[2]
    if "LANGUAGE plpgsql" in text:
        return re.sub(r"\bBEGIN\b", "BEGIN\n  -- changed\n  PERFORM 1;", text, count=1, flags=re.I)
    return re.sub(r"AS (\$\w*\$)", r"AS \1 /* changed */", text, count=1)


@step(2)
def routine_settings(m):
    found = m.routine(kinds="fp")
    if not found:
        return None
    kind = found[-1]
    what = m.choice("SECURITY DEFINER", "SET search_path = pg_catalog, public", "SET work_mem = '10MB'", "RESET ALL")
    if kind == "FUNCTION":
        what = m.choice(what, "STABLE", "IMMUTABLE", "VOLATILE", "STRICT", "CALLED ON NULL INPUT", "COST 5", "PARALLEL SAFE", "LEAKPROOF")
    return f"ALTER {kind} {found[0]} {what}"


@step(2)
def drop_routine(m):
    found = m.routine(kinds="fp")
    return found and f"DROP {found[-1]} {found[0]}{m.maybe(' CASCADE')}"


@step(2)
def rename_routine(m):
    found = m.routine(kinds="fp")
    return found and f"ALTER {found[-1]} {found[0]} RENAME TO {m.word('fn_')}"


@step(2)
def change_signature(m):
    found = m.routine("prorettype <> 'trigger'::regtype")
    if not found:
        return None
    text = found[2]
    head = text.split(" RETURNS ")[0]
    if m.chance.random() < 0.5:
        closed = head.rstrip().rstrip(")")
        new = closed + ("" if closed.endswith("(") else ", ") + f"{m.word('arg_')} {m.choice('integer DEFAULT 0', 'text DEFAULT NULL::text', 'boolean DEFAULT false')})\n"
        text = new + text[len(head):]
    else:
        text = re.sub(r"RETURNS (SETOF )?(\S.*)", lambda k: f"RETURNS {k[1] or ''}{m.choice('text', 'bigint', 'SETOF text', 'integer')}", text, count=1)
    return f"DROP FUNCTION {found[0]} CASCADE;\n{text}"


@step(3)
def add_function(m):
    table = m.table("rpv")
    if not table:
        return None
    name = f"{m.choice(*m.schemas())}.{m.word('fn_')}"
    column = m.column(table[0])
    if column is None:
        return None
    own = m.type("edc")
    return m.choice(
        f"CREATE FUNCTION {name}(a {table[0]}) RETURNS text LANGUAGE sql AS $$ SELECT 'x'::text $$",
        f"CREATE FUNCTION {name}(a integer DEFAULT 1) RETURNS SETOF {table[0]} LANGUAGE sql STABLE AS $$ SELECT * FROM {table[0]} $$",
        f"CREATE FUNCTION {name}(a text, VARIADIC b integer[]) RETURNS TABLE(one {column[1]}, two text) LANGUAGE sql AS $$ SELECT {column[0]}, 'a'::text FROM {table[0]} $$",
        f"CREATE FUNCTION {name}(a {column[1]}) RETURNS {column[1]} LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN a; END $$",
        f"CREATE FUNCTION {name}(a {table[0]}.{column[0]}%TYPE, OUT b text, OUT c {table[0]}) LANGUAGE plpgsql AS $$ BEGIN b := 'x'; END $$",
        f"CREATE FUNCTION {name}(a {own[0] if own else 'text'}) RETURNS {own[0] + '[]' if own else 'text[]'} LANGUAGE sql RETURN ARRAY[a]",
        f"CREATE FUNCTION {name}() RETURNS bigint BEGIN ATOMIC SELECT count({column[0]}) FROM {table[0]}; END",
        f"CREATE FUNCTION {name}(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a + 1 $$;\nALTER TABLE {table[0]} ADD COLUMN {m.word()} integer DEFAULT {name}(1)",
        f"CREATE FUNCTION {name}(a {column[1]}) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT true $$;\nALTER TABLE {table[0]} ADD CONSTRAINT {m.word('k_')} CHECK ({name}({column[0]}))",
        f"CREATE PROCEDURE {name}(a integer) LANGUAGE sql AS $$ SELECT 1 $$",
        f"CREATE FUNCTION {name}(s {own[0] if own else 'text'}, a integer) RETURNS {own[0] if own else 'text'} LANGUAGE sql AS $$ SELECT s $$;\nCREATE AGGREGATE {name}(integer) (sfunc = {name}, stype = {own[0] if own else 'text'})")


@step()
def view_over_function(m):
    found = m.routine("prorettype <> 'trigger'::regtype AND pronargs - pronargdefaults = 0")
    schema = m.choice(*m.schemas())
    return found and f"CREATE VIEW {schema}.{m.word('view_')} AS SELECT * FROM {found[3]}() f"


# Triggers

@step(3)
def add_trigger(m):
    table = m.table("rpv")
    found = m.routine("prorettype = 'trigger'::regtype")
    if not table:
        return None
    made, name = "", found and found[3]
    if not found or m.chance.random() < 0.4:
        name = f"{quote(table[2])}.{m.word('tg_fn_')}"
        made = f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\n"
    column = m.column(table[0])
    if table[1] == "v":
        return f"{made}CREATE TRIGGER {m.word('tg_')} INSTEAD OF INSERT ON {table[0]} FOR EACH ROW EXECUTE FUNCTION {name}()"
    event = m.choice("INSERT", "UPDATE", "INSERT OR UPDATE OR DELETE", f"UPDATE OF {column[0] if column else 'x'}", "DELETE")
    when = f" WHEN (NEW.{column[0]} IS NOT NULL)" if column and "DELETE" not in event and m.chance.random() < 0.3 else ""
    if m.chance.random() < 0.15:
        return f"{made}CREATE CONSTRAINT TRIGGER {m.word('tg_')} AFTER {event} ON {table[0]} DEFERRABLE FOR EACH ROW{when} EXECUTE FUNCTION {name}()"
    if m.chance.random() < 0.15:
        return f"{made}CREATE TRIGGER {m.word('tg_')} AFTER INSERT ON {table[0]} REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    arguments = m.choice("", "", "'a', 'b'")
    return f"{made}CREATE TRIGGER {m.word('tg_')} {m.choice('BEFORE', 'AFTER')} {event} ON {table[0]} FOR EACH ROW{when} EXECUTE FUNCTION {name}({arguments})"


def a_trigger(m):
    return m.any(f"SELECT quote_ident(tgname), tgrelid::regclass, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE NOT tgisinternal AND tgparentid = 0 AND {NO_SYSTEM} ORDER BY tgrelid::regclass::text COLLATE \"C\", tgname COLLATE \"C\"")


@step(2)
def change_trigger(m):
    found = a_trigger(m)
    if not found:
        return None
    name, table, text = found
    return m.choice(f"DROP TRIGGER {name} ON {table}", f"ALTER TABLE {table} DISABLE TRIGGER {name}", f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}", f"ALTER TRIGGER {name} ON {table} RENAME TO {m.word('tg_')}",
                    f"DROP TRIGGER {name} ON {table};\n" + m.choice(text.replace("BEFORE", "AFTER"), text.replace(" INSERT OR ", " "), text.replace("FOR EACH ROW", "FOR EACH STATEMENT")))


# Types

@step(2)
def add_enum(m):
    table = m.table()
    if not table:
        return None
    name = f"{quote(table[2])}.{m.word('enum_')}"
    return (f"CREATE TYPE {name} AS ENUM ('new', 'open', 'It''s done')"
            + m.maybe(f";\nALTER TABLE {table[0]} ADD COLUMN {m.word()} {name}{m.maybe(' DEFAULT ' + chr(39) + 'new' + chr(39))}{m.maybe(' NOT NULL')}", .7))


@step(3)
def change_enum(m):
    found = m.type("e")
    if not found:
        return None
    labels = [row[0] for row in m.rows(f"SELECT quote_literal(enumlabel) FROM pg_enum WHERE enumtypid = $q${found[0]}$q$::regtype ORDER BY enumsortorder")]
    if not labels:
        return None
    label = m.choice(*labels)
    new = f"'label_{m.count}'"
    if m.chance.random() < 0.6:
        return m.choice(f"ALTER TYPE {found[0]} ADD VALUE {new}{m.choice('', f' BEFORE {label}', f' AFTER {label}')}", f"ALTER TYPE {found[0]} RENAME VALUE {label} TO {new}")
    # A label goes: the type is made anew, as everyone does it.
    left = [one for one in labels if one != label]
    uses = m.rows(f"SELECT attrelid::regclass, quote_ident(attname), pg_get_expr(adbin, adrelid) FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum WHERE atttypid = $q${found[0]}$q$::regtype AND relkind IN ('r', 'p') AND attislocal AND NOT attisdropped ORDER BY 1, 2")
    text = f"ALTER TYPE {found[0]} RENAME TO old_enum_;\nCREATE TYPE {found[0]} AS ENUM ({', '.join(m.sample(left, len(left)))});\n"
    for table, column, default in uses:
        text += f"ALTER TABLE {table} ALTER {column} DROP DEFAULT, ALTER {column} TYPE {found[0]} USING {column}::text::{found[0]};\n"
        if default:
            text += f"ALTER TABLE {table} ALTER {column} SET DEFAULT {default.split('::')[0]};\n"
    return text + f"DROP TYPE {quote(found[2])}.old_enum_ CASCADE"


@step(2)
def add_domain(m):
    table = m.table()
    if not table:
        return None
    name = f"{quote(table[2])}.{m.word('dom_')}"
    made = m.choice(f"CREATE DOMAIN {name} AS text CHECK (VALUE <> '')", f"CREATE DOMAIN {name} AS integer DEFAULT 3 NOT NULL CONSTRAINT positive CHECK (VALUE > 0)", f"CREATE DOMAIN {name} AS character varying(12) COLLATE pg_catalog.\"C\"")
    return made + m.maybe(f";\nALTER TABLE {table[0]} ADD COLUMN {m.word()} {name}", .7)


@step(2)
def change_domain(m):
    found = m.type("d")
    if not found:
        return None
    check = m.any(f"SELECT quote_ident(conname) FROM pg_constraint WHERE contypid = $q${found[0]}$q$::regtype ORDER BY conname COLLATE \"C\"")
    what = ["SET NOT NULL", "DROP NOT NULL", "DROP DEFAULT", f"ADD CONSTRAINT {m.word('k_')} CHECK (VALUE IS NOT NULL)", f"ADD CONSTRAINT {m.word('k_')} CHECK (length(VALUE::text) < 50) NOT VALID"]
    if check:
        what += [f"DROP CONSTRAINT {check[0]}", f"RENAME CONSTRAINT {check[0]} TO {m.word('k_')}"]
    return f"ALTER DOMAIN {found[0]} {m.choice(*what)}"


@step()
def add_composite(m):
    table = m.table()
    if not table:
        return None
    name = f"{quote(table[2])}.{m.word('comp_')}"
    return f"CREATE TYPE {name} AS (a {m.new_type()}, b {m.new_type()}, c text)" + m.maybe(f";\nALTER TABLE {table[0]} ADD COLUMN {m.word()} {name}")


@step(2)
def change_composite(m):
    found = m.type("c")
    attribute = found and m.column(found[0])
    if not attribute:
        return None
    alter = f"ALTER TYPE {found[0]}"
    return m.choice(f"{alter} ADD ATTRIBUTE {m.word()} {m.new_type()}", f"{alter} DROP ATTRIBUTE {attribute[0]}", f"{alter} ALTER ATTRIBUTE {attribute[0]} TYPE {other_type(m, attribute[1], attribute[3])} CASCADE", f"{alter} ADD ATTRIBUTE {m.word()} {m.new_type()} CASCADE")


@step()
def drop_type(m):
    found = m.type()
    return found and f"DROP {'DOMAIN' if found[1] == 'd' else 'TYPE'} {found[0]}{m.maybe(' CASCADE', .7)}"


@step()
def rename_type(m):
    found = m.type()
    return found and f"ALTER {'DOMAIN' if found[1] == 'd' else 'TYPE'} {found[0]} RENAME TO {m.word('type_')}"


@step()
def add_range(m):
    return f"CREATE TYPE {m.choice(*m.schemas())}.{m.word('range_')} AS RANGE (subtype = {m.choice('text', 'double precision', 'bigint')})"


# Sequences

@step(2)
def sequences(m):
    found = m.table("S")
    table = m.table("r")
    if not found or m.chance.random() < 0.3:
        if not table:
            return None
        name = f"{quote(table[2])}.{m.word('seq_')}"
        column = m.column(table[0], "typcategory = 'N' AND attgenerated = '' AND attidentity = ''")
        return f"CREATE SEQUENCE {name}{m.choice('', ' AS integer', ' INCREMENT 2 START 10', ' CYCLE MAXVALUE 1000')}" + (f";\nALTER TABLE {table[0]} ALTER {column[0]} SET DEFAULT nextval('{name}');\n" + m.maybe(f"ALTER SEQUENCE {name} OWNED BY {table[0]}.{column[0]}") if column else "")
    return m.choice(f"ALTER SEQUENCE {found[0]} {m.choice('INCREMENT 3', 'CACHE 20', 'MAXVALUE 5000', 'NO MAXVALUE', 'CYCLE', 'AS bigint', 'AS integer', 'OWNED BY NONE', 'START 7')}",
                    f"ALTER SEQUENCE {found[0]} RENAME TO {m.word('seq_')}", f"DROP SEQUENCE {found[0]} CASCADE")


# Said about things

@step(2)
def comment(m):
    table = m.table("rpvm")
    if not table:
        return None
    kind = {"v": "VIEW", "m": "MATERIALIZED VIEW"}.get(table[1], "TABLE")
    places = [f"{kind} {table[0]}"]
    column, index, found, key, own, trigger = m.column(table[0]), m.index(), m.routine(), m.constraint("cufp"), m.type(), a_trigger(m)
    places += [f"COLUMN {table[0]}.{column[0]}"] if column else []
    places += [f"INDEX {index[0]}"] if index else []
    places += [f"FUNCTION {found[0]}"] if found else []
    places += [f"CONSTRAINT {key[1]} ON {key[0]}"] if key else []
    places += [f"{'DOMAIN' if own[1] == 'd' else 'TYPE'} {own[0]}"] if own else []
    places += [f"TRIGGER {trigger[0]} ON {trigger[1]}"] if trigger else []
    places += [f"SCHEMA {m.choice(*m.schemas())}"]
    return f"COMMENT ON {m.choice(*places)} IS {m.choice('NULL', repr(f'What it is for {m.count}'))}"


@step(2)
def owner(m):
    table = m.table("rpvmS")
    if not table:
        return None
    kind = {"v": "VIEW", "m": "MATERIALIZED VIEW", "S": "SEQUENCE"}.get(table[1], "TABLE")
    places = [f"{kind} {table[0]}"] * 3
    found, own = m.routine(kinds="fp"), m.type()
    places += [f"{found[-1]} {found[0]}"] if found else []
    places += [f"{'DOMAIN' if own[1] == 'd' else 'TYPE'} {own[0]}"] if own else []
    places += [f"SCHEMA {m.choice(*m.schemas())}"]
    return f"ALTER {m.choice(*places)} OWNER TO {m.choice(*ROLES)}"


@step(3)
def grant(m):
    role = m.choice(*ROLES, "PUBLIC")
    way, to = m.choice(("GRANT", "TO"), ("GRANT", "TO"), ("GRANT", "TO"), ("REVOKE", "FROM"))
    table = m.table("rpvm")
    if not table:
        return None
    column = m.column(table[0])
    places = [f"{m.choice('SELECT', 'ALL', 'INSERT, UPDATE', 'SELECT, DELETE')} ON {table[0]}"] * 3
    places += [f"SELECT ({column[0]}), UPDATE ({column[0]}) ON {table[0]}"] * 2 if column else []
    found, own, sequence = m.routine(kinds="fp"), m.type(), m.table("S")
    places += [f"EXECUTE ON {found[-1]} {found[0]}"] * 2 if found else []
    places += [f"USAGE ON {'DOMAIN' if own[1] == 'd' else 'TYPE'} {own[0]}"] if own else []
    places += [f"{m.choice('USAGE', 'ALL', 'SELECT')} ON SEQUENCE {sequence[0]}"] if sequence else []
    places += [f"{m.choice('USAGE', 'ALL')} ON SCHEMA {m.choice(*m.schemas())}"]
    return f"{way} {m.choice(*places)} {to} {role}{m.maybe(' WITH GRANT OPTION', .2) if way == 'GRANT' and role != 'PUBLIC' else ''}"


@step()
def default_privileges(m):
    scope = m.choice("", f" IN SCHEMA {m.choice(*m.schemas())}")
    what = m.choice("SELECT ON TABLES", "EXECUTE ON FUNCTIONS", "USAGE ON SEQUENCES")
    return f"ALTER DEFAULT PRIVILEGES{m.maybe(' FOR ROLE case_owner')}{scope} GRANT {what} TO {m.choice(*ROLES)}"


# Whole tables

@step(2)
def move(m):
    """To another schema."""
    table = m.table("rpvm")
    schema = m.choice(*m.schemas(), m.word("schema_"))
    create = f"CREATE SCHEMA IF NOT EXISTS {schema};\n"
    found, own = m.routine(), m.type()
    places = [f"{ {'v': 'VIEW', 'm': 'MATERIALIZED VIEW'}.get(table[1], 'TABLE')} {table[0]}"] * 3 if table else []
    places += [f"FUNCTION {found[0]}"] if found else []
    places += [f"{'DOMAIN' if own[1] == 'd' else 'TYPE'} {own[0]}"] if own else []
    return places and f"{create}ALTER {m.choice(*places)} SET SCHEMA {schema}"


@step()
def rename_table(m):
    table = m.table("rpvm")
    if not table:
        return None
    kind = {"v": "VIEW", "m": "MATERIALIZED VIEW"}.get(table[1], "TABLE")
    return f"ALTER {kind} {table[0]} RENAME TO {m.word('renamed_')}"


@step()
def rename_schema(m):
    schema = m.choice(*m.schemas())
    return (schema != "public" and m.maybe(f"ALTER SCHEMA {schema} RENAME TO {m.word('schema_')}", .3)) or f"CREATE SCHEMA {m.word('schema_')}"


@step(2)
def drop_table(m):
    table = m.table("rpf")
    return table and f"DROP TABLE {table[0]}{m.maybe(' CASCADE', .7)}"


@step(4)
def add_table(m):
    near = m.table()
    schema = m.choice(*m.schemas())
    name = f"{schema}.{m.word('table_')}"
    items = [m.choice("id serial PRIMARY KEY", "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "id uuid DEFAULT gen_random_uuid() PRIMARY KEY", "id integer NOT NULL")]
    items += [m.column_definition(f"c{number}") for number in range(m.choice(0, 1, 2, 4))]
    key = near and m.any(f"SELECT quote_ident(attname), atttypid::regtype FROM pg_constraint, pg_attribute WHERE conrelid = $q${near[0]}$q$::regclass AND contype = 'p' AND array_length(conkey, 1) = 1 AND attrelid = conrelid AND attnum = conkey[1]")
    if key:
        items.append(f"near_id {key[1]} REFERENCES {near[0]} ({key[0]}){m.choice('', ' ON DELETE CASCADE')}")
    items += m.choice([], [], ["CHECK (id IS NOT NULL)"], ["UNIQUE (id)"])
    m.focus.append(name)
    return f"CREATE {m.maybe('UNLOGGED ', .1)}TABLE {name} (\n  " + ",\n  ".join(items) + "\n)" + m.maybe(f";\nCREATE INDEX ON {name} (id)", .3)


@step()
def add_table_like(m):
    table = m.table("r")
    if not table:
        return None
    name = f"{quote(table[2])}.{m.word('copy_')}"
    m.focus.append(name)
    return f"CREATE TABLE {name} (LIKE {table[0]} {m.choice('', 'INCLUDING ALL EXCLUDING IDENTITY', 'INCLUDING DEFAULTS INCLUDING CONSTRAINTS')})"


@step()
def make_anew(m):
    """A table is copied, dropped and renamed: nothing else of it stays."""
    table = m.table("r")
    if not table:
        return None
    return f"CREATE TABLE {quote(table[2])}.anew_ (LIKE {table[0]} INCLUDING {m.choice('ALL EXCLUDING IDENTITY', 'DEFAULTS')});\nDROP TABLE {table[0]} CASCADE;\nALTER TABLE {quote(table[2])}.anew_ RENAME TO {table[3]}"


# Partitions and heirs

@step(2)
def add_partitioned(m):
    schema = m.choice(*m.schemas())
    name, part = f"{schema}.{m.word('parted_')}", f"{schema}.{m.word('part_')}"
    m.focus += [name, part]
    key = m.choice("", ", PRIMARY KEY (at, id)", ", UNIQUE (id, at)")
    parts = f"CREATE TABLE {part}_a PARTITION OF {name} FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\nCREATE TABLE {part}_b PARTITION OF {name} DEFAULT;\n" if part[-1] != '"' else ""
    return f"CREATE TABLE {name} (id bigint NOT NULL, at date NOT NULL, {m.column_definition('c')}{key}) PARTITION BY RANGE (at);\n{parts}{m.maybe(f'CREATE INDEX ON {name} (id)')}"


@step(3)
def change_partitions(m):
    table = m.table("p")
    if not table:
        return None
    part = m.any(f"SELECT inhrelid::regclass, pg_get_expr(relpartbound, c.oid), relkind FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = $q${table[0]}$q$::regclass ORDER BY 1")
    year = 1990 + m.count
    if not part or m.chance.random() < 0.4:
        bound = m.rows(f"SELECT pg_get_partkeydef($q${table[0]}$q$::regclass)")[0][0]
        values = m.choice("DEFAULT", f"FOR VALUES FROM ('{year}-01-01') TO ('{year}-02-01')") if bound.startswith("RANGE") else m.choice("DEFAULT", f"FOR VALUES IN ('{m.count}')") if bound.startswith("LIST") else "FOR VALUES WITH (MODULUS 4, REMAINDER 3)"
        return f"CREATE TABLE {quote(table[2])}.{m.word('part_')} PARTITION OF {table[0]} {values}"
    m.focus.append(part[0])
    return m.choice(f"ALTER TABLE {table[0]} DETACH PARTITION {part[0]}", f"DROP TABLE {part[0]}", f"ALTER TABLE {table[0]} DETACH PARTITION {part[0]};\nALTER TABLE {part[0]} RENAME TO {m.word('old_')}",
                    f"ALTER TABLE {table[0]} DETACH PARTITION {part[0]};\nALTER TABLE {table[0]} ATTACH PARTITION {part[0]} {'DEFAULT' if part[1] != 'DEFAULT' else 'FOR VALUES FROM (MINVALUE) TO (MAXVALUE)'}")


@step()
def to_partitioned(m):
    """A table becomes a partitioned one of the same name, and its one partition. Seldom: pleat refuses to."""
    table = m.table("r") if m.chance.random() < 0.1 else None
    column = table and m.column(table[0], "attnotnull AND typcategory IN ('N', 'D', 'S')")
    if not column:
        return None
    old = m.word("part_")
    return (f"ALTER TABLE {table[0]} RENAME TO {old};\nCREATE TABLE {table[0]} (LIKE {quote(table[2])}.{old} INCLUDING DEFAULTS) PARTITION BY RANGE ({column[0]});\n"
            f"ALTER TABLE {table[0]} ATTACH PARTITION {quote(table[2])}.{old} DEFAULT")


@step(2)
def heirs(m):
    table = m.table("r")
    if not table:
        return None
    child = m.any(f"SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class c ON c.oid = inhparent WHERE inhparent = $q${table[0]}$q$::regclass AND relkind = 'r' ORDER BY 1")
    if child and m.chance.random() < 0.5:
        return f"ALTER TABLE {child[0]} NO INHERIT {table[0]}"
    name = f"{quote(table[2])}.{m.word('child_')}"
    m.focus.append(name)
    return m.choice(f"CREATE TABLE {name} ({m.column_definition('own')}) INHERITS ({table[0]})", f"CREATE TABLE {name} () INHERITS ({table[0]})",
                    f"CREATE TABLE {name} (LIKE {table[0]} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);\nALTER TABLE {name} INHERIT {table[0]}")


# The rest

@step(2)
def policies(m):
    table = m.table()
    if not table:
        return None
    found = m.any(f"SELECT quote_ident(polname), polrelid::regclass FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE {NO_SYSTEM} ORDER BY 2, 1")
    if found and m.chance.random() < 0.5:
        return m.choice(f"DROP POLICY {found[0]} ON {found[1]}", f"ALTER POLICY {found[0]} ON {found[1]} TO case_reader USING ({m.condition(found[1])})", f"ALTER POLICY {found[0]} ON {found[1]} RENAME TO {m.word('pol_')}", f"ALTER TABLE {found[1]} FORCE ROW LEVEL SECURITY")
    return f"ALTER TABLE {table[0]} ENABLE ROW LEVEL SECURITY;\nCREATE POLICY {m.word('pol_')} ON {table[0]}{m.choice('', ' AS RESTRICTIVE', ' FOR SELECT')} TO {m.choice(*ROLES, 'PUBLIC')} USING ({m.condition(table[0])})"


@step(2)
def statistics(m):
    found = m.any(f"SELECT format('%I.%I', nspname, stxname) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = stxnamespace WHERE {NO_SYSTEM} ORDER BY 1")
    if found and m.chance.random() < 0.4:
        return m.choice(f"DROP STATISTICS {found[0]}", f"ALTER STATISTICS {found[0]} SET STATISTICS 99", f"ALTER STATISTICS {found[0]} RENAME TO {m.word('st_')}")
    table = m.table("rpm")
    columns = table and m.sample(m.columns(table[0]), m.choice(2, 3))
    return columns and f"CREATE STATISTICS {quote(table[2])}.{m.word('st_')}{m.choice('', ' (ndistinct)', ' (mcv, dependencies)')} ON {', '.join(m.choice(column[0], f'({m.expression(column)})') if m.chance.random() < .3 else column[0] for column in columns)} FROM {table[0]}"


@step(2)
def table_settings(m):
    table = m.table("r")
    what = m.choice("SET (fillfactor = 70)", "SET (autovacuum_enabled = false, fillfactor = 80)", "RESET (fillfactor)", "SET (toast.autovacuum_enabled = false)", "SET UNLOGGED", "SET LOGGED", "REPLICA IDENTITY FULL", "SET (autovacuum_vacuum_scale_factor = 0.01)", "RESET (autovacuum_enabled)",
                    "ENABLE ROW LEVEL SECURITY", "SET WITHOUT CLUSTER", "DISABLE ROW LEVEL SECURITY")
    return table and f"ALTER TABLE {table[0]} {what}"


@step()
def publications(m):
    tables = m.sample(m.tables("r"), 2)
    found = m.any("SELECT quote_ident(pubname) FROM pg_publication ORDER BY 1")
    if found and m.chance.random() < 0.5:
        return f"DROP PUBLICATION {found[0]}"
    return tables and f"CREATE PUBLICATION {m.word('pub_')} FOR TABLE {', '.join(table[0] for table in tables)}"


@step()
def extensions(m):
    name = m.choice("citext", "hstore", "pg_trgm", "pgcrypto", "btree_gist")
    present = m.rows(f"SELECT extname FROM pg_extension WHERE extname = '{name}'")
    return f"DROP EXTENSION {name} CASCADE" if present else f"CREATE EXTENSION {name} SCHEMA {m.choice(*m.schemas())}"
