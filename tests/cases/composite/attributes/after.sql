create type pair as (x bigint, y text, z date);
