create table parent (passed_on int default 1, kept int default 1, without int default 1, gained int);
create table heir () inherits (parent);
alter table heir alter passed_on drop default, alter kept set default 2, alter without set default 2;
create table grandchild () inherits (heir);
alter table grandchild alter kept set default 3, alter without drop default;
