create text search dictionary d (template = snowball, language = 'english');
comment on text search dictionary d is 'stems';
create text search configuration c (copy = english);
alter text search configuration c alter mapping for asciiword with d, simple;
create table t (a text);
create index t_search on t using gin (to_tsvector('c', a));
