create type color as enum ('red', 'green', 'blue');
create language "L l" handler plpgsql_call_handler;
create function f(internal) returns internal language internal immutable as 'bytea_sortsupport';
create function g(internal) returns color language internal immutable as 'enum_in';
create transform for color language "L l" (from sql with function f(internal), to sql with function g(internal));
comment on transform for color language "L l" is 'a color';
