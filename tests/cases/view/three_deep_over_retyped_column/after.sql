create table reading (id int primary key, value bigint not null, taken timestamptz not null);
create view daily as select taken::date as day, sum(value) as total from reading group by taken::date;
create view weekly as select date_trunc('week', day) as week, sum(total) as total from daily group by 1;
create view best_week as select max(total) as total from weekly;
comment on view weekly is 'by ISO week';
alter view best_week owner to case_owner;
grant select on daily to case_owner with grant option;
