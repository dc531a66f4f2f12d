create function even(int) returns boolean language plpgsql as $$begin return $1 = 0 or odd($1 - 1); end$$;
create function odd(int) returns boolean language plpgsql as $$begin return $1 <> 0 and even($1 - 1); end$$;
create table t (n int check (even(n)));
