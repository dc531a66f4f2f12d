create function stats(inout n int, out lo bigint, out hi bigint, out mid int) language sql as $$select n, n - 1::bigint, n + 1::bigint, n$$;
create view v as select lo, hi, mid from stats(5);
