create table doc (id int, secret boolean);
alter table doc enable row level security;
create policy p on doc using (not secret);
