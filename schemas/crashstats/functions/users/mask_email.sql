-- What pages show to those who may not see addresses.
create function mask_email(address text) returns text
language sql immutable strict
as $$ select left(address, 1) || '...@' || split_part(address, '@', 2) $$;
