create type gone;
create function gone_in(cstring) returns gone immutable strict language internal as 'int4in';
create function gone_out(gone) returns cstring immutable strict language internal as 'int4out';
create type gone (input = gone_in, output = gone_out, internallength = 4, passedbyvalue, alignment = int4);
comment on type gone is 'old';