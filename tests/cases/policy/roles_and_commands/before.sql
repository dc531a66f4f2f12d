create table t (a int);
create policy p on t to case_reader using (a > 0);
create policy q on t to case_reader, case_owner using (a > 0);
create policy r on t for all to case_owner using (a > 0) with check (a > 1);
create policy s on t for delete using (a > 0);
create policy u on t for update using (a > 0);
