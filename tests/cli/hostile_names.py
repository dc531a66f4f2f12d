#!/usr/bin/env python3
"""SQL of a schema in which every kind of object bears a hostile name, and defaults, checks, comments and bodies hold it.

    hostile_names.py before|after NAME...

One database schema for each NAME. "after" is the same with every kind changed; its objects have the same names.
"""
import sys

TEMPLATE = """
create schema {S};
set search_path = {S};
create type {e} as enum ({name}, {x});
create type {c} as ({N} int, {b} text{more_of_type});
create domain {d} as text default {text} constraint {k} check (value <> {text});
create sequence {s} increment {number};
create table {t} (
    {N} bigint generated always as identity, {a} text default {text} {not_null}, {f} text, {l} text, {more_columns}
    {q} {e} default {name}, {h} {d}, {i} {c}, {g} text generated always as ({f} || {text}) stored,
    constraint {pk} primary key ({N}), constraint {uq} unique ({f}{more_of_key}),
    constraint {ck} check ({f} <> {text}),
    constraint {ex} exclude (({l}) with =) where ({l} <> {text})
);
create table {u} (
    {N} bigint primary key, {x_} bigint,
    constraint {fk} foreign key ({x_}) references {t} ({N}) on delete {action}
);
create table {p} ({N} text, {x_} int) partition by list ({N});
create table {p1} partition of {p} for values in ({name}, {text});
create index {ix} on {t} ({a}, ({f} || {name})) where {f} <> {text};
create function {fn}({y} text default {text}, {N} {e} default {name}) returns int language sql as
    $hostile$ select length({text}) -- {line}
$hostile$;
create procedure {pr}({y} text) language sql as $hostile$ select {text} $hostile$;
create function {tf}() returns trigger language plpgsql as $hostile$ begin return new; end $hostile$;
create trigger {tr} before update of {f} on {t} for each row when (new.{f} <> {text})
    execute function {tf}({text}, {name});
create view {v} as select {N}, {a} as {y}, {name}::text as {w} {more_of_view} from {t};
create materialized view {m} as select {N}, {name}::text as {w} from {t};
create unique index {mi} on {m} ({N});
create function {st}(int, int) returns int language sql immutable as $hostile$ select $1 + $2 $hostile$;
create aggregate {ag}(int) (sfunc = {st}, stype = int, initcond = '{number}');
comment on schema {S} is {text};
comment on table {t} is {text};
comment on column {t}.{a} is {text};
comment on view {v} is {text};
comment on column {v}.{y} is {text};
comment on materialized view {m} is {text};
comment on index {ix} is {text};
comment on sequence {s} is {text};
comment on type {e} is {text};
comment on domain {d} is {text};
comment on constraint {ck} on {t} is {text};
comment on trigger {tr} on {t} is {text};
comment on function {tf}() is {text};
comment on procedure {pr}(text) is {text};
comment on aggregate {ag}(int) is {text};
do $hostile$ begin create role {r}; exception when duplicate_object then null; end $hostile$;
grant usage on schema {S} to {r};
grant {privilege} on {t} to {r};
grant {privilege} ({x_}) on {u} to {r};
grant execute on function {tf}() to {r};
grant usage on type {e} to {r};
"""

OBJECTS = "a b c ck d e ex f fk fn g h i ix k l m mi N ag p p1 pk pr q s st t tf tr u uq v w x_ y z_ n_".split()


def identifier(text):
    return '"' + text.replace('"', '""') + '"'


def literal(text):
    if "\\" in text:
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'"
    return "'" + text.replace("'", "''") + "'"


def statements(number, name, after):
    """The template with all its names put in at once: what a name holds is not looked at."""
    text = name + " changed" if after else name
    words = {key: identifier(("" if key == "N" else key) + name) for key in OBJECTS}
    words.update(
        S=identifier(f"S{number}{name}"),
        r=identifier(("c_" + name)[:40]),
        name=literal(name),
        x=literal("x" + name),
        text=literal(text),
        line=(text.splitlines() or [""])[0],
        number=2 if after else 1,
        not_null="not null" if after else "",
        action="set null" if after else "cascade",
        privilege="update" if after else "select",
        more_of_type=f", {words['n_']} int" if after else "",
        more_columns=f"{words['n_']} text default {literal(name)}," if after else "",
        more_of_key=f", {words['l']}" if after else "",
        more_of_view=f", 1 as {words['z_']}" if after else "",
    )
    return TEMPLATE.format(**words)


for index, hostile in enumerate(sys.argv[2:]):
    sys.stdout.write(statements(index, hostile, sys.argv[1] == "after"))
