create type state as (n int, s int);
create function step(state, int) returns state language plpgsql immutable as $$ begin return row(coalesce(($1).n, 0) + 1, $2)::state; end $$;
create function done(state) returns int language plpgsql immutable as $$ begin return ($1).n; end $$;
create aggregate counted(int) (sfunc = step, stype = state, finalfunc = done);
comment on aggregate counted(int) is 'counts';
create view v as select counted(x) as n from generate_series(1, 3) x;
