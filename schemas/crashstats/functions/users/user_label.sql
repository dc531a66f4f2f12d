create function user_label(user_id int) returns text
language sql stable strict
as $$
    select u.first_name || ' ' || u.last_name || case when u.active then '' else ' (inactive)' end
      from user_account u
     where u.id = user_id
$$;
