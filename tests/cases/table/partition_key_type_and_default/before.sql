create table log (id bigint, level smallint not null default 0, msg text) partition by list (level);
create table log_0 partition of log for values in (0, 1);
create table log_default partition of log default;
create index log_msg on log (msg);
alter table log_default add constraint only_errors check (level > 1);
