create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
create transform for bigint language sql (from sql with function prsd_lextype(internal), to sql with function int8recv(internal));
create function f(a int) returns int transform for type int language sql as 'select 1';
create function g(a int) returns int transform for type int language sql as 'select 1';
create procedure p(a int) transform for type int language sql as 'select 1';
