create function f() returns trigger language plpgsql as $$ begin return new; end $$;
create table p (id int, d date, amount numeric) partition by range (d);
create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');
create table p2 partition of p for values from ('2026-02-01') to ('2026-03-01');
create view totals as select d, sum(amount) as amount from p group by d;
create view first as select id, amount from p1;
create materialized view months as select date_trunc('month', d) as month, amount from totals;
create policy own on p1 using (amount > 0);
create trigger touch before insert on p for each row execute function f();
