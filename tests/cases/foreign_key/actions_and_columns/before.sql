create table p (a int, b int, primary key (a, b));
create table c (a int, b int, x int);
alter table c add constraint k1 foreign key (a, b) references p on delete set null;
alter table c add constraint k2 foreign key (a, b) references p match full on update cascade;
alter table c add constraint k3 foreign key (b, a) references p (b, a) not valid;
alter table c add constraint k4 foreign key (a, b) references p deferrable;
comment on constraint k1 on c is 'first';
