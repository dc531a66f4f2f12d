create table t (a int);
create policy p on t using (a > 0);
create policy q on t to case_owner, "Case Role" using (a > 1);
create policy r on t for select to case_owner using (a > 0);
create policy s on t for delete to case_reader using (a > 0);
create policy u on t for update using (a > 0) with check (a > 2);
