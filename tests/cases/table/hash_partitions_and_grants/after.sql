create table h (id int not null, name text, size int) partition by hash (id);
create table h0 partition of h for values with (modulus 2, remainder 0) with (fillfactor = 70);
create table h1 partition of h for values with (modulus 2, remainder 1);
grant select, update on h to case_reader;
grant select on h0, h1 to case_reader;
comment on table h0 is 'even';
