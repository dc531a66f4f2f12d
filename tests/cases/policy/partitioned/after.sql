create table t (a int, day date) partition by range (day);
create table t1 partition of t for values from ('2026-01-01') to ('2027-01-01');
create policy all_of_it on t for all to public using (a > 0);
create policy one on t1 for select using (a > 1);
alter table t enable row level security;
