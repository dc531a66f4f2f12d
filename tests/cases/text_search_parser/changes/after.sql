create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
create schema other;
create text search parser other."New Words" (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
comment on text search parser other."New Words" is 'it''s new';
create text search configuration plain (parser = words);
alter text search configuration plain add mapping for word with simple;
create text search configuration odd (parser = other."New Words");
create table t (a text);
create index t_search on t using gin (to_tsvector('plain', a));
