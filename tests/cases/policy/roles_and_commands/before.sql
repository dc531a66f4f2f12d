create table doc (id int primary key, author text);
alter table doc enable row level security;
create policy reading on doc for select to case_reader using (true);
create policy writing on doc for update to case_owner using (author = current_user) with check (author = current_user);
