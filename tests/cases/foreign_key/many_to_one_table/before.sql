create table hub (id int primary key);
create table s1 (id int primary key, hub int references hub);
create table s2 (id int primary key, hub int references hub on delete cascade);
create table s3 (id int primary key, hub int, constraint s3_hub foreign key (hub) references hub not valid);
