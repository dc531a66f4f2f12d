create table p (a int, b int, primary key (a, b));
create table c (a int, b int, x int);
alter table c add constraint k1 foreign key (a, b) references p on delete set null (b);
alter table c add constraint k2 foreign key (a, b) references p on update set default on delete restrict;
alter table c add constraint k3 foreign key (b, a) references p (b, a);
alter table c add constraint k4 foreign key (a, b) references p deferrable initially deferred;
comment on constraint k4 on c is 'fourth';
