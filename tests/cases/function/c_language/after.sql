create function two_parts(oid) returns void language c strict as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function one_part(internal) returns void language c cost 5 as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function plpgsql_call_handler() returns language_handler language c stable as '$libdir/plpgsql';
create function plpgsql_validator(oid) returns void language c as '$libdir/plpgsql';
