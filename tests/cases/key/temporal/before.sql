create extension btree_gist;
create table room (id int, at daterange not null, other daterange);
create table stay (room_id int, at daterange);
