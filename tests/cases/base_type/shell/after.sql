create type fresh;
create type "Kept one";
comment on type "Kept one" is 'to be';

create type becomes;
create function becomes_in(cstring) returns becomes immutable strict language internal as 'int4in';
create function becomes_out(becomes) returns cstring immutable strict language internal as 'int4out';
create type becomes (input = becomes_in, output = becomes_out, internallength = 4, passedbyvalue, alignment = int4);
