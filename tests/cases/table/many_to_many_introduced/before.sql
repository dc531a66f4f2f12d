create table tag (id int primary key, name text unique);
create table post (id int primary key, tag_id int references tag);
