create function acc(bigint, int) returns bigint language sql immutable as $$select $1 + $2$$;
create function inv(bigint, int) returns bigint language sql immutable as $$select $1 - $2$$;
create function comb(bigint, bigint) returns bigint language sql immutable as $$select $1 + $2$$;
create aggregate total(int) (sfunc = acc, stype = bigint, initcond = '0', combinefunc = comb, msfunc = acc, minvfunc = inv, mstype = bigint, minitcond = '0', parallel = restricted);
