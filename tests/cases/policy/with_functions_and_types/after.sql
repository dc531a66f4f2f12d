create type role as enum ('user', 'admin', 'owner');
create table who (name name, role role not null default 'user');
create function my_role() returns role language sql stable begin atomic select role from who where name = current_user limit 1; end;
create table t (a int);
alter table t enable row level security;
create policy p on t using (my_role() >= 'admin');
