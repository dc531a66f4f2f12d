create type color as enum ('red', 'green');
create function to_color(int) returns color language sql as $$ select case $1 when 1 then 'red'::color else 'green' end $$;
create cast (int as color) with function to_color(int);
create cast (color as text) with inout as assignment;
create type pair as (a int, b int);
create type couple as (a int, b int);
create cast (text as pair) with inout;
comment on cast (color as text) is 'old';
