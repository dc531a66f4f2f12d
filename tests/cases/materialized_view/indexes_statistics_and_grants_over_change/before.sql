create table event (id bigint primary key, kind text, at timestamptz);
create materialized view by_kind as select kind, count(*) as n from event group by kind;
create unique index by_kind_kind on by_kind (kind);
create index by_kind_n on by_kind (n desc);
create statistics by_kind_stat on kind, n from by_kind;
comment on materialized view by_kind is 'refreshed each night';
grant select on by_kind to case_reader;
