create table t (a int, who text);
create view mine as select a from t where who = current_user;
create table u (a int);
alter table u enable row level security;
create policy p on u using (a in (select a from mine));
comment on policy p on u is 'only mine';
