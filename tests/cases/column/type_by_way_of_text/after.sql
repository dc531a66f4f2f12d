create type color as enum ('red', 'green');
create domain hue as color;
create domain small as int check (value < 100);
create function as_number(color) returns int language sql immutable as $$ select 1 $$;
create cast (color as int) with function as_number(color) as assignment;
create table t (a bigint, b text, c small[], d numeric[], e hue, f int, g color);
