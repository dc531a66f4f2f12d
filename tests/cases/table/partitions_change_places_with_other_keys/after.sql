create table p (id bigint, k int not null default 100, primary key (id, k)) partition by list (k);
create table q (id bigint, k int not null default 100, primary key (k, id)) partition by list (k);
create table p1 partition of q for values in (1);
create table p2 partition of p for values in (2);
create index pi on p (id) where k > 0; create index qi on q (id);
