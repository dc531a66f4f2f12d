\if :pg14
create table packed (a text compression pglz, r int4multirange);
\endif
\if :pg15
create table distinct_nulls (a int, unique nulls not distinct (a));
create view invoker with (security_invoker = true) as select a from distinct_nulls;
\endif
\if :pg17
create domain required as text constraint "must be there" not null;
comment on constraint "must be there" on domain required is 'always';
\endif
\if :pg18
create table of_18 (id int constraint "must be" not null no inherit, v int generated always as (id * 2) virtual,
                    w int constraint told check (w > 0) not enforced);
create table temporal (room int4range, during tsrange, primary key (room, during without overlaps));
\endif
