create table log (a int);
