create function stats(n int, out lo int, out hi int) language sql as $$select n - 1, n + 1$$;
create view v as select * from stats(5);
