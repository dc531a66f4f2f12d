create table t (a bigint, who text, gone boolean);
create view mine as select a from t where who = current_user and not gone;
create table u (a bigint);
alter table u enable row level security;
create policy p on u using (a in (select a from mine));
