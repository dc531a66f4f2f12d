create function old_one(integer, integer, cstring, internal, integer
\if :pg14
, boolean
\endif
) returns
\if :pg14
integer
\else
void
\endif
language c strict as '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
create conversion c for 'LATIN1' to 'UTF8' from old_one;
comment on conversion c is 'kept';
