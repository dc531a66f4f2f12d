create table member (who text primary key, team int);
create table doc (id int primary key, team int, body text);
alter table doc enable row level security;
create function my_team() returns int language sql stable as $$select team from member where who = current_user$$;
create policy team_only on doc using (team = my_team());
