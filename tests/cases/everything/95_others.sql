create collation other.plain (provider = libc, locale = 'C');
create function mood_rank(mood) returns int language sql immutable as $$ select case $1 when 'sad' then 0 else 1 end $$;
create cast (mood as int) with function mood_rank(mood) as assignment;
comment on cast (mood as int) is 'its rank';
create function mood_above(mood, mood) returns boolean language sql immutable as 'select mood_rank($1) > mood_rank($2)';
create operator other.>>> (leftarg = mood, rightarg = mood, function = mood_above);
create conversion other.latin for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
