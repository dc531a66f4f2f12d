create function even(bigint) returns boolean language plpgsql as $$begin return $1 = 0 or odd($1 - 1); end$$;
create function odd(bigint) returns boolean language plpgsql as $$begin return $1 <> 0 and even($1 - 1); end$$;
create table t (n bigint check (even(n)));
