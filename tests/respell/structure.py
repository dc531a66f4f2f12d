"""The same declarations in other places: a key's long and short forms, constraints in a column's leaf or beside it."""
import re

import sql
from tree import List, Map, Text

TYPES_OF = {"columns", "domains"}            # whose leaves begin with a type
IN_SCHEMA = {"tables", "types", "domains"}
FRAGMENTS = {"triggers", "policies", "foreign_keys", "exclusions", "indexes", "unique", "primary_key", "rules", "statistics",
             "partitions"}
EXPRESSIONS = {"default", "generated", "using", "check"}
OWN_WORDS = {"true", "false", "null"}


def is_name(text):
    return re.fullmatch(r"[A-Za-z_\x80-\U0010ffff][\w$\x80-\U0010ffff]*", text) is not None


class Respeller:
    def __init__(self, rng, count, spelling, naming, default_schema):
        self.rng, self.count, self.spelling = rng, count, spelling
        self.naming, self.default_schema = naming, default_schema

    def chance(self, p=0.3):
        return self.rng.random() < p

    def quote(self, name):
        if re.fullmatch(r"[a-z_][a-z0-9_]*", name) and name not in self.spelling.keywords:
            return name
        return '"' + name.replace('"', '""') + '"'

    # Files

    def file(self, root):
        schema = root.get("schema")
        self.schema = schema.text if isinstance(schema, Text) else self.default_schema
        return Map([[key, self.plural(key, value)] for key, value in root.pairs])

    def plural(self, key, value):
        if not isinstance(value, Map) or key in ("schema", "external"):
            return value
        if key == "mixins":
            return Map([[name, self.table(None, mixin)] for name, mixin in value.pairs])
        return Map([[self.root_key(key, name), self.root(key, name, item)] for name, item in value.pairs])

    def root_key(self, plural, name):
        if plural in IN_SCHEMA and re.fullmatch(r"\w+", name) and self.chance(0.2):
            if self.chance() or not re.fullmatch(r"\w+", self.schema):
                self.count("key in SQL's quotes")
                return '"' + name + '"'
            self.count("qualified key")
            return f"{self.schema}.{name}"
        return name

    def root(self, plural, name, value):
        if plural == "tables":
            return self.table(name, value)
        if plural == "domains":
            return self.domain(value)
        if plural == "types" and isinstance(value, Map) and isinstance(value.get("composite"), Map):
            fields = value.get("composite")
            fields.pairs = [[field, self.one_type(text)] for field, text in fields.pairs]
        if plural in ("views", "materialized_views", "functions") and isinstance(value, Map):
            return Map([[key, self.child(key, None, item) if key in FRAGMENTS else item] for key, item in value.pairs])
        return value

    # Values

    def one_type(self, node):
        return Text(self.spelling.type(node.text)) if isinstance(node, Text) else node

    def expression(self, node, where=None):
        return Text(self.spelling.expression(node.text, where)) if isinstance(node, Text) else node

    def fragment(self, node):
        if isinstance(node, List):
            return List([item if not isinstance(item, Text) or is_name(item.text) else Text(self.spelling.fragment(item.text))
                         for item in node.items])
        return Text(self.spelling.fragment(node.text)) if isinstance(node, Text) else node

    def domain(self, value):
        if isinstance(value, Text):
            return self.definition(value)
        out = []
        for key, item in value.pairs:
            if key == "type":
                item = self.one_type(item)
            elif key == "default":
                item = self.expression(item)
            elif key == "definition":
                item = self.definition(item)
            elif key == "checks":
                item = self.child(key, None, item)
            out.append([key, item])
        return Map(out)

    # Tables

    def table(self, name, value):
        if not isinstance(value, Map):
            return self.fragment(value)
        where = None if name is None or "." in name or name.startswith('"') else (self.schema, name)
        columns = value.get("columns")
        if isinstance(columns, Map):
            value = Map([[key, item] for key, item in value.pairs])
            value.set("columns", Map([list(pair) for pair in columns.pairs]))
            if where is not None:
                self.move_constraints(name, value)
        return Map([[key, self.table_key(key, where, item)] for key, item in value.pairs])

    def table_key(self, key, where, value):
        if key == "columns" and isinstance(value, Map):
            return Map([[name, self.column(where, name, column)] for name, column in value.pairs])
        if key == "partitions" and isinstance(value, Map):
            return Map([[name, self.table(None, partition)] for name, partition in value.pairs])
        if key == "partition_by" or key == "bound":
            return self.fragment(value)
        if key == "checks" or key in FRAGMENTS:
            return self.child(key, where, value)
        return value

    def child(self, key, where, value):
        """All children of one kind, or the only one."""
        if key == "primary_key":
            return self.one_child(key, where, value)
        if isinstance(value, List):
            return List([self.one_child(key, where, item) for item in value.items])
        if isinstance(value, Map):
            return Map([[name, self.one_child(key, where, item)] for name, item in value.pairs])
        return value

    def one_child(self, key, where, value):
        if isinstance(value, Map):
            return Map([[name, self.leaf(key, where, item) if name == "definition" else
                         self.expression(item) if key == "policies" and name in EXPRESSIONS else item] for name, item in value.pairs])
        leaf = self.leaf(key, where, value)
        if self.chance(0.2):
            self.count("long form")
            return Map([["definition", leaf]])
        return leaf

    def leaf(self, key, where, value):
        if key == "checks":
            return self.expression(value, where)
        if isinstance(value, List) and all(isinstance(item, Text) for item in value.items) and self.chance():
            items = [self.quote(item.text) if is_name(item.text) else item.text for item in value.items]
            if all(item.text.lower() not in OWN_WORDS for item in value.items):
                self.count("list as leaf")
                return Text(self.spelling.fragment("(" + ", ".join(items) + ")"))
        if key == "foreign_keys" and isinstance(value, Text):
            value = Text(self.qualify(value.text))
        return self.fragment(value)

    def qualify(self, text):
        match = re.search(r"(?i)\breferences\s+([a-z_]\w*)(\s*\(|\s*$)", text)
        if match is None or not re.fullmatch(r"\w+", self.schema) or not self.chance():
            return text
        self.count("qualified name")
        return text[:match.start(1)] + self.schema + "." + text[match.start(1):]

    # Columns

    def definition(self, node, where=None, column=None):
        tokens = sql.lex(node.text)
        if not tokens:
            return node
        parts = sql.clauses(tokens)
        first = [self.spelling.type(sql.spell(parts[0]))]
        rest = [self.clause(where, column, part, sql.spell(parts[0])) for part in parts[1:]]
        fixed = any(part[0] == word for part in parts[1:] for word in ("collate", "options", "storage", "compression"))
        if len(rest) > 1 and not fixed and self.chance():
            self.count("clause order")
            self.rng.shuffle(rest)
        plain = not any(part[0] == word for part in parts[1:] for word in ("not", "null", "constraint", "primary", "generated"))
        if column is not None and plain and "serial" not in first[0].lower() and self.chance(0.2):
            self.count("null said")
            rest.append("null")
        return Text(" ".join(first + rest))

    def clause(self, where, column, part, its_type):
        if part[0] == "default":
            return "default " + self.default(where, column, sql.spell(part[1:]), its_type)
        return self.spelling.surface(self.spelling.types_behind_casts(self.spelling.casts(part)))

    def default(self, where, column, text, its_type):
        cast = text + "::" + its_type
        if where is not None and re.fullmatch(r"'[^']*'", text) and "serial" not in its_type and self.chance(0.6):
            if self.spelling.judge.same_default(where, column, text, cast):
                self.count("default cast")
                text = cast
            else:
                self.count("default cast that PostgreSQL tells apart")
        # no reserved word may begin an expression in a column's definition (b_expr): parentheses allow any
        return self.spelling.expression(text)

    def column(self, where, name, value):
        if isinstance(value, Map):
            return Map([[key, self.column_key(where, name, key, item, value)] for key, item in value.pairs])
        tokens = sql.lex(value.text)
        if tokens and self.chance(0.25):
            parts = sql.clauses(tokens)
            words = [part[0].text.lower() for part in parts[1:]]
            if set(words) <= {"not", "default"} and parts[0]:
                self.count("column in parts")
                pairs = [["type", self.one_type(Text(sql.spell(parts[0])))]]
                for part in parts[1:]:
                    pairs.append(["not_null", Text("true")] if part[0] == "not" else
                                 ["default", Text(self.default(where, name, sql.spell(part[1:]), sql.spell(parts[0])))])
                return Map(pairs)
        leaf = self.definition(value, where, name)
        if self.chance(0.15):
            self.count("long form")
            return Map([["definition", leaf]])
        return leaf

    def column_key(self, where, name, key, value, column):
        if key == "definition":
            return self.definition(value, where, name)
        if key == "type":
            return self.one_type(value)
        if key == "generated":
            return self.expression(value)
        if key == "default" and isinstance(value, Text) and isinstance(column.get("type"), Text):
            return Text(self.default(where, name, value.text, column.get("type").text))
        return value

    # Constraints between a column's leaf and the table

    def move_constraints(self, name, table):
        columns = table.get("columns")
        for pair in columns.pairs:
            if not isinstance(pair[1], Text) or sql.lex(pair[1].text) is None:
                continue
            if self.chance(0.5):
                self.out_of_leaf(table, pair)
            else:
                self.into_leaf(name, table, pair)

    def out_of_leaf(self, table, pair):
        parts = sql.clauses(sql.lex(pair[1].text))
        for part in parts[1:]:
            column, said = self.quote(pair[0]), sql.spell(part)
            if part[0] == "references" and not isinstance(table.get("foreign_keys"), Map):
                self.add(table, "foreign_keys", Text(f"({column}) {said}"))
            elif part[0] == "unique" and len(part) == 1 and not isinstance(table.get("unique"), Map):
                self.add(table, "unique", List([Text(pair[0])]) if is_name(pair[0]) and pair[0] not in OWN_WORDS else Text(f"({column})"))
            elif part[0] == "primary" and len(part) == 2 and table.get("primary_key") is None and is_name(pair[0]):
                table.set("primary_key", List([Text(pair[0])]))
            else:
                continue
            self.count("constraint beside its column")
            parts.remove(part)
            pair[1] = Text(" ".join(sql.spell(part) for part in parts))
            return

    @staticmethod
    def add(table, key, item):
        if table.get(key) is None:
            table.set(key, List([]))
        table.set(key, List(table.get(key).items + [item]))

    def columns_of(self, value):
        """The one column that a key is on, else None."""
        if isinstance(value, List) and len(value.items) == 1 and isinstance(value.items[0], Text) and is_name(value.items[0].text):
            return value.items[0].text
        return None

    def into_leaf(self, table_name, table, pair):
        if any(table.get(key) is not None for key in ("partition_by", "of_type", "inherits")):
            return
        for key, words in (("primary_key", "primary key"), ("unique", "unique"), ("foreign_keys", None), ("checks", "check")):
            value = table.get(key)
            items = value.pairs if isinstance(value, Map) else [[None, item] for item in value.items] if isinstance(value, List) else []
            if key == "primary_key":
                items = [[None, value]]
                if isinstance(value, Map) and set(dict(value.pairs)) == {"name", "definition"}:
                    items = [[value.get("name").text, value.get("definition")]]
            for name, item in items:
                said = self.inline(key, words, pair[0], name, item)
                if said is None:
                    continue
                self.count("constraint in its column's leaf")
                named = "" if name is None else f"constraint {self.quote(self.plain_key(name))} "
                pair[1] = Text(f"{pair[1].text} {named}{said}")
                self.take(table, key, name, item)
                return

    @staticmethod
    def plain_key(name):
        return name[1:-1].replace('""', '"') if name.startswith('"') else name

    def inline(self, key, words, column, name, item):
        if key in ("primary_key", "unique"):
            return words if self.columns_of(item) == column else None
        if not isinstance(item, Text):
            return None
        if key == "checks":
            return f"check ({item.text})" if name is not None and self.chance(0.2) else None
        match = re.match(r"(?is)\(\s*" + re.escape(self.quote(column)) + r"\s*\)\s*(references\b.*)$", item.text)
        return match.group(1) if match is not None else None

    @staticmethod
    def take(table, key, name, item):
        value = table.get(key)
        if key == "primary_key":
            table.remove(key)
        elif isinstance(value, Map):
            value = Map([pair for pair in value.pairs if pair[0] != name])
            table.set(key, value) if value.pairs else table.remove(key)
        else:
            value = List([other for other in value.items if other is not item])
            table.set(key, value) if value.items else table.remove(key)
