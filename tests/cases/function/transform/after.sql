create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
create transform for bigint language sql (from sql with function prsd_lextype(internal), to sql with function int8recv(internal));
create function f(a int) returns int transform for type int, for type bigint language sql as 'select 1';
create function g(a int) returns int language sql as 'select 1';
create function h(a bigint) returns bigint transform for type bigint language sql as 'select 1::bigint';
create procedure p(a int) language sql as 'select 1';
