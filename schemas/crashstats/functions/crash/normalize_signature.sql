-- The signature of a stack: labels of the innermost frames that matter, joined by " | ".
-- A frame that a "prefix" rule matches is kept, but the one after it is wanted as well.
create function normalize_signature(frames stack_frame[], max_frames int default 5, max_length int default 255)
returns text
language plpgsql stable as $$
declare
    frame  stack_frame;
    label  text;
    labels text[] := '{}';
begin
    foreach frame in array coalesce(frames, '{}') loop
        label := frame_label(frame);
        continue when should_skip(label);
        labels := labels || label;
        exit when cardinality(labels) >= max_frames;
        exit when not exists (select from skip_rule r where r.category = 'prefix' and label ~ r.pattern);
    end loop;
    if cardinality(labels) = 0 then
        return 'EMPTY: no frames';
    end if;
    return left(array_to_string(labels, ' | '), max_length);
end
$$;

comment on function normalize_signature(stack_frame[], int, int) is 'The signature of a stack.';
