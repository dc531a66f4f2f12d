create table t (a bigint, owner text);
create policy p on t as restrictive for select using (owner = current_user);
create policy q on t for update to case_reader using (a > 5);
create policy s on t for insert with check (a > 0);
