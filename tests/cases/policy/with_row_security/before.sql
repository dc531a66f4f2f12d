create table t (a int, "Who" text);
create table u (a int);
alter table u enable row level security;
alter table u force row level security;
create policy own on u using (a > 0);
