create table t (a int, "Who" text);
alter table t enable row level security;
create policy "the owner's" on t using ("Who" = current_user) with check ("Who" = current_user and a is not null);
create policy no_delete on t as restrictive for delete to case_owner, "Case Role" using (false);
create table u (a int);
