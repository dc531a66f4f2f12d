create table member (who text primary key, team int, admin boolean not null default false);
create table doc (id int primary key, team int, body text);
alter table doc enable row level security;
alter table doc force row level security;
create function my_team() returns int language sql stable as $$select team from member where who = current_user$$;
create policy team_only on doc using (team = my_team()) with check (team = my_team());
create policy admins on doc as permissive for all to case_owner using (exists (select from member where admin and who = current_user));
