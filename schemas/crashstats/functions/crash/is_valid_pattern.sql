create function is_valid_pattern(pattern text) returns boolean
language plpgsql immutable strict as $$
begin
    perform '' ~ pattern;
    return true;
exception when invalid_regular_expression then
    return false;
end
$$;
