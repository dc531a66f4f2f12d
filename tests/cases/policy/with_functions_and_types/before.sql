create type role as enum ('user', 'admin');
create table who (name name, role role);
create function my_role() returns role language sql stable begin atomic select role from who where name = current_user; end;
create table t (a int);
alter table t enable row level security;
create policy p on t using (my_role() = 'admin');
