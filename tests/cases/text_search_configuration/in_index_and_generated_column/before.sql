create text search configuration mine (copy = simple);
create table doc (id int primary key, body text, tsv tsvector generated always as (to_tsvector('mine', body)) stored);
create index doc_fts on doc using gin (to_tsvector('mine', body));
create index doc_tsv on doc using gin (tsv);
