create table hub (id uuid primary key, old_id int unique);
create table s1 (id int primary key, hub int references hub (old_id));
create table s2 (id int primary key, hub uuid references hub on delete cascade);
create table s3 (id int primary key, hub int);
