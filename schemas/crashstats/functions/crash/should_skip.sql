create function should_skip(label text) returns boolean
language sql stable strict
as $$
    select exists (select from skip_rule r where r.category = 'ignore' and label ~ r.pattern)
$$;
