create table t (a int, owner text);
create policy p on t for select using (owner = current_user);
create policy q on t for update using (a > 0) with check (a > 1);
create policy r on t to case_reader using (a > 0);
comment on policy r on t is 'reads';
