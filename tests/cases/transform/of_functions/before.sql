-- CREATE OR REPLACE of a function with arguments of the type needs the transform that is there, whatever it says.
create language l handler plpgsql_call_handler;
create function f(internal) returns internal language internal immutable as 'bytea_sortsupport';
create transform for int language l (from sql with function f(internal));
create function drops(int) returns int transform for type int language l as 'begin return 1; end';
create function other(int) returns int transform for type int language l as 'begin return 1; end';
create function gets(text) returns int language l as 'begin return 1; end';
create view v as select drops(1), gets('a');
