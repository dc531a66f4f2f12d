-- Its tree goes.
create table p (id bigint, k int not null default 100, primary key (id, k)) partition by list (k);
create table p1 partition of p for values in (1);
create index pi on p (k);
create table f (id bigint, k int, foreign key (id, k) references p1);
-- Its tree stays.
create table s (id bigint, k int not null default 100, primary key (id, k)) partition by list (k);
create table s1 partition of s for values in (1);
create index si on s (k);
