create table t (a int);
create sequence t_id_seq as int;
