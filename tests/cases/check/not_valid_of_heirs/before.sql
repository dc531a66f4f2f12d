-- An heir that is made behind a check that is not valid has it valid, and so has one that was validated.
create table p (a int, b int);
create table c () inherits (p);
create table g () inherits (c);
alter table p add constraint kept check (a > 0) not valid;
alter table p add constraint changed check (a > 0) not valid;
alter table p add constraint retyped check (b > 0) not valid;
alter table p add constraint no_more check (a < 9) not valid;
alter table c validate constraint no_more;
alter table g validate constraint retyped;
insert into g values (1, 1);
