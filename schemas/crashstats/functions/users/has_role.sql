create function has_role(user_id int, wanted user_role) returns boolean
language sql stable
as $$
    select coalesce((select u.active and u.role >= wanted from user_account u where u.id = user_id), false)
$$;
