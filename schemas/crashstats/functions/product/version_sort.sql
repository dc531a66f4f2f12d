-- A text that sorts as versions do: 9.0 before 10.0, 13.0b2 before 13.0b10 before 13.0.
create function version_sort(version text) returns text
language sql immutable strict parallel safe
as $$
    select string_agg(coalesce(lpad(part[1], 5, '0'), '') || coalesce(part[2], 'z'), '' order by place)
      from regexp_matches(version, '(\d+)([ab])?', 'g') with ordinality as m (part, place)
$$;
