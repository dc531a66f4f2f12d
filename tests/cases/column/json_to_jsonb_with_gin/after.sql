create table doc (id int primary key, body jsonb not null default '{}');
create index doc_body on doc using gin (body jsonb_path_ops);
create view tags as select id, body ->> 'tag' as tag from doc;
