create schema app;
create function app.current_org() returns int language sql stable return 1;
create table app.org (id int primary key);
create table app.member (org_id int references app.org, who name, role text);
create table app.doc (id int primary key, org_id int references app.org, body text);
alter table app.doc enable row level security;
create policy members on app.doc for select using (exists (select from app.member m where m.org_id = doc.org_id and m.who = current_user));
create policy own on app.doc for insert with check (org_id = app.current_org());
