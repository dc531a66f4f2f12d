create table doc (id int primary key, owner_id bigint not null, title text);
alter table doc enable row level security;
create policy own on doc using (owner_id = 7);
comment on policy own on doc is 'mine alone';
