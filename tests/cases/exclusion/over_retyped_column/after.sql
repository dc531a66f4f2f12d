create extension btree_gist;
create table booking (room bigint not null, during tstzrange not null, cancelled boolean not null default false, exclude using gist (room with =, during with &&) where (not cancelled));
