#!/usr/bin/env python3
"""Two dumps are equal when these print the same: tests/cli/normal_dump.py < DUMP

Reads the output of pg_dump -s and prints its statements sorted, and in each CREATE TABLE its columns and constraints
sorted, as well as the columns that statistics and a publication's table list, for PostgreSQL lists them in the table's order:
what may differ between equal schemas is the order of statements and of columns. All other bytes stay. pg_dump's
SETs of the default table space and access method, which hold for the CREATEs after them, are told with each CREATE.
"""
import re
import sys

# What must be stepped over as one piece: quoted texts, quoted names, dollar quotes, comments. The tag of a
# dollar quote follows no letter (lexical structure, 4.1.2.4). E'...' knows backslashes.
PIECE = re.compile(r"""
    (?:(?<![\w$])[eE])'(?:[^'\\]|\\.|'')*'
  | '(?:[^']|'')*'
  | "(?:[^"]|"")*"
  | (?<![\w$])(?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?P=tag)
  | --[^\n]*
  | /\*.*?\*/
  | \bBEGIN[ ]ATOMIC\b.*?^END(?=;)     # a body in SQL's own words: its END stands alone at the margin in a dump
""", re.X | re.S | re.M)


def split_at(text, mark):
    """The parts of a text between marks that stand outside of quotes and parentheses."""
    parts, start, at, depth = [], 0, 0, 0
    while at < len(text):
        piece = PIECE.match(text, at)
        if piece:
            at = piece.end()
            continue
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth -= 1
        elif text[at] == mark and depth == 0:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def without_comments(statement):
    """A statement without the comment lines that pg_dump puts before it."""
    return re.sub(r"\A(\s*--[^\n]*(\n|\Z))*\s*", "", statement).rstrip()


def closing(text, at):
    """The index of the parenthesis that closes the one at an index."""
    depth = 0
    while at < len(text):
        piece = PIECE.match(text, at)
        if piece:
            at = piece.end()
            continue
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
        at += 1
    return len(text)


def sort_columns(statement):
    """CREATE TABLE with its items in one order: no other statement changes."""
    head = re.match(r'CREATE (UNLOGGED |FOREIGN )?TABLE ("(?:[^"]|"")*"|[\w$.])+ (PARTITION OF [^(]*)?\(', statement)
    if head is None or head[3]:
        return statement
    end = closing(statement, head.end() - 1)
    items = sorted(without_chosen_names(item.strip()) for item in split_at(statement[head.end():end], ","))
    return statement[:head.end()] + "\n    " + ",\n    ".join(items) + "\n" + statement[end:]


def sort_list(statement):
    """CREATE STATISTICS and ALTER PUBLICATION ... ADD TABLE with the listed columns in one order."""
    name = r'(?:"(?:[^"]|"")*"|[\w$.])+'
    statistics = re.match(rf"CREATE STATISTICS {name}(?: \([^)]*\))? ON (.*) FROM {name}\Z", statement, re.S)
    table = re.match(rf"ALTER PUBLICATION {name} ADD TABLE ONLY {name} (?=\()", statement)
    if statistics:
        start, end = statistics.span(1)
    elif table:
        start, end = table.end() + 1, closing(statement, table.end())
    else:
        return statement
    items = sorted(item.strip() for item in split_at(statement[start:end], ","))
    return statement[:start] + ", ".join(items) + statement[end:]


def without_chosen_names(item):
    """The name of a NOT NULL that PostgreSQL chose says only where the column was made: in which partitioned table; of a domain, under which name."""
    return re.sub(r' CONSTRAINT ("(?:[^"]|"")*_not_null\d*"|[\w$]+_not_null\d*) NOT NULL\b', " NOT NULL", item)


def normal_statements(dump):
    dump = re.sub(r"^\\(un)?restrict .*\n", "", dump, flags=re.M)
    place = {}
    for statement in map(without_comments, split_at(dump, ";")):
        setting = re.match(r"SET (default_tablespace|default_table_access_method) = (.*)", statement)
        if setting:
            place[setting[1]] = setting[2]
        elif re.match(r"CREATE (UNLOGGED |FOREIGN )?(TABLE|MATERIALIZED VIEW|INDEX|UNIQUE INDEX)\b|ALTER TABLE .*"
                      r"ADD CONSTRAINT .* (PRIMARY KEY|UNIQUE|EXCLUDE)\b", statement, re.S):
            told = "".join(f"-- {key} {value}\n" for key, value in sorted(place.items()) if value not in ("''", "heap"))
            yield told + sort_columns(statement) + ";"
        elif statement.startswith("CREATE DOMAIN "):
            yield without_chosen_names(statement) + ";"
        elif statement:
            yield sort_list(statement) + ";"


def normal(dump):
    return "".join(statement + "\n\n" for statement in sorted(normal_statements(dump)))


def main():
    # Bytes that are no UTF-8 go through as they are.
    dump = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    sys.stdout.buffer.write(normal(dump).encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()
