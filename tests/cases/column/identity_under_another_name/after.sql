create table t (number int generated always as identity (sequence name t_numbers), n text, constraint t_pkey primary key (number));
create table u (id int, n text);
create sequence u_id_seq;
