create table p1 (id bigint primary key, k int not null default 100);
create index p1_k_idx on p1 (k desc);
create table f (id bigint references p1, k int);
create table s (id bigint, k int not null default 100, primary key (id, k)) partition by list (k);
create table s1 (id bigint primary key, k int not null default 100);
create index si on s (k);
create index s1_k_idx on s1 (k desc);
