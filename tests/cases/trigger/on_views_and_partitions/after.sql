create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table p (id int, d date, n int) partition by range (d);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create table p2 partition of p for values from ('2026-02-01') to ('2026-03-01') partition by list (id);
create table p2a partition of p2 for values in (1);
create table p2b partition of p2 default;
create trigger touch after insert or update of n on p for each row when (new.n > 0) execute function f();
create trigger local before update on p2a for each row execute function f();
alter table p2a disable trigger local;
