create table doc (id int primary key, author text);
alter table doc enable row level security;
create policy reading on doc for select to case_reader, case_owner using (id > 0);
create policy writing on doc for update to public using (author = current_user);
create policy making on doc for insert with check (author = current_user);
