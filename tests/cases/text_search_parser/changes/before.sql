create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search parser gone (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
comment on text search parser words is 'as the default one';
create text search configuration plain (parser = words);
alter text search configuration plain add mapping for word with simple;
create table t (a text);
create index t_search on t using gin (to_tsvector('plain', a));
