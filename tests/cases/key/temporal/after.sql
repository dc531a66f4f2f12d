create extension btree_gist;
create table room (id int, at daterange not null, other daterange, constraint room_key primary key (id, at without overlaps), constraint room_other unique (id, other without overlaps));
create table stay (room_id int, at daterange, constraint stays foreign key (room_id, period at) references room (id, period at));
create table fresh (id int4range, at daterange, constraint fresh_key primary key (id, at without overlaps));
