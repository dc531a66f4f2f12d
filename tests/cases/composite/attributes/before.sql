create type pair as (x int, y text);
