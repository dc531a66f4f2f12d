create table t (a text, b text, c text, d numeric, e int);
alter table t alter b set storage plain, alter c set storage external;
alter table t alter a set statistics 0;
\if :pg14
alter table t alter d set compression pglz;
\endif
-- not every server is built with it
select exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) as lz4 \gset
\if :lz4
alter table t alter c set compression lz4;
\endif
alter table t alter e set (n_distinct = 7);
