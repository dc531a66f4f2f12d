create type state as (n bigint, s int);
create function step(state, int) returns state language plpgsql immutable as $$ begin return row(coalesce(($1).n, 0) + 1, $2)::state; end $$;
create function done(state) returns bigint language plpgsql immutable as $$ begin return ($1).n; end $$;
create aggregate counted(int) (sfunc = step, stype = state, finalfunc = done);
alter aggregate counted(int) owner to case_owner;
revoke execute on function counted(int) from public;
create view v as select counted(x) as n from generate_series(1, 3) x;
