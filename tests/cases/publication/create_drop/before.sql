create table t (id bigint primary key, a text);
create publication gone for table t;
comment on publication gone is 'goes';
