create table p (a int, b int, primary key (a, b));
create table c (id int primary key, a int, b int, constraint c_p foreign key (a, b) references p match full on update cascade on delete set default deferrable initially deferred);
