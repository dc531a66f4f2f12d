create schema s;

create type grade;
create function grade_in(cstring) returns grade immutable strict language internal as 'int4in';
create function grade_out(grade) returns cstring immutable strict language internal as 'int4out';
create function grade_recv(internal) returns grade immutable strict language internal as 'int4recv';
create function grade_send(grade) returns bytea immutable strict language internal as 'int4send';
create type grade (input = grade_in, output = grade_out, internallength = 4, passedbyvalue, alignment = int4, receive = grade_recv, send = grade_send, category = 'N', default = '1', delimiter = ';');

create function better(grade, grade) returns bool immutable language internal as 'int4gt';
create operator >> (function = better, leftarg = grade, rightarg = grade);
create cast (grade as int) without function as implicit;
create table pupil (name text, marks grade[], last grade default '3', check (last >> '0'));
create view best as select name from pupil where last >> '5'::grade;
alter type grade owner to case_owner;
comment on type grade is 'new';
revoke usage on type grade from public;
