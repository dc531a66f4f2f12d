create table t (id int primary key, who text);
alter table t owner to case_owner;
alter table t enable row level security;
alter table t force row level security;
create policy mine on t to case_reader using (who = current_user);
grant select (id), update (who) on t to case_reader;
