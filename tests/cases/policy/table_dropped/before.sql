create table t (a int);
alter table t enable row level security;
create policy p on t to case_reader using (a > 0);
create table other (a int);
create policy sees on other using (exists (select from t where t.a = other.a));
