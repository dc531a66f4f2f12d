create table h (id int not null, name text) partition by hash (id);
create table h0 partition of h for values with (modulus 2, remainder 0);
create table h1 partition of h for values with (modulus 2, remainder 1);
grant select on h to case_reader;
grant select, insert on h1 to case_owner;
