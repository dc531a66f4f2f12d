create table doc (id int, secret boolean);
alter table doc enable row level security;
create policy p on doc as restrictive using (not secret);
