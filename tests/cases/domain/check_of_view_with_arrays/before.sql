create domain score as int;
create domain level as int constraint low check (value > 0);
create materialized view scores as select array[1, 2]::score[] as all_of_them;
create materialized view levels as select array[1, 2]::level[] as all_of_them, row(1)::text as t;
create index on levels (all_of_them);
create view top as select all_of_them[1] from levels;
