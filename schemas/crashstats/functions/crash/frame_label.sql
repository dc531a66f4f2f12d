-- A frame as a signature shows it: the symbol, else the module, else a mark that says so.
create function frame_label(frame stack_frame) returns text
language sql immutable
as $$ select coalesce(nullif((frame).symbol, ''), nullif((frame).module, ''), '(unknown)') $$;
