create type color as enum ('red', 'green', 'blue');
create function to_color(int) returns color language sql as $$ select case $1 when 1 then 'red'::color else 'green' end $$;
create function from_color(color) returns int language sql as $$ select case $1 when 'red' then 1 else 2 end $$;
create cast (int as color) with function to_color(int) as assignment;
create cast (color as int) with function from_color(color);
create cast (color as varchar) with inout as implicit;
create table t (a int, b color default 1::color, check (b::int > 0));
comment on cast (color as int) is 'its number';
