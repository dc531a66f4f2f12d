create table parent (passed_on int, kept int default 4, without int default 4, gained int default 4);
create table heir () inherits (parent);
alter table heir alter passed_on set default 2, alter kept set default 2, alter without set default 2, alter gained set default 5;
create table grandchild () inherits (heir);
alter table grandchild alter kept set default 3, alter without drop default, alter gained set default 6;
