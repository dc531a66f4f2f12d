create function two_parts(oid) returns void language c strict as '$libdir/plpgsql', 'plpgsql_validator';
create function one_part(internal) returns void language c as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function plpgsql_call_handler() returns language_handler language c as '$libdir/plpgsql';
