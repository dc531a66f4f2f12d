create extension btree_gist;
create table booking (room int not null, during tsrange not null, exclude using gist (room with =, during with &&));
