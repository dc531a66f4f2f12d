create table log (id bigint not null, level smallint not null default 1, msg varchar(1000), at timestamptz not null default now()) partition by list (level);
create table log_0 partition of log for values in (0);
create table log_1 partition of log for values in (1);
create table log_default partition of log default;
create index log_msg_at on log (msg, at);
alter table log_default add constraint only_errors check (level > 1 and msg <> '');
