create type grade;
create function grade_in(cstring) returns grade immutable strict language internal as 'int4in';
create function grade_out(grade) returns cstring immutable strict language internal as 'int4out';
create type grade (input = grade_in, output = grade_out, internallength = 4, passedbyvalue, alignment = int4, category = 'N');

create type mark;
create function mark_in(cstring) returns mark immutable strict language internal as 'int4in';
create function mark_out(mark) returns cstring immutable strict language internal as 'int4out';
create function mark_recv(internal) returns mark immutable strict language internal as 'int4recv';
create function mark_send(mark) returns bytea immutable strict language internal as 'int4send';
create type mark (input = mark_in, output = mark_out, internallength = 4, passedbyvalue, alignment = int4, send = mark_send);
create table pupil (last mark);