create table t (id int primary key generated always as identity (sequence name t_numbers), n text);
create table u (id int generated always as identity, n text);
