create conversion c for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
alter conversion c owner to case_superuser;
create conversion d for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
comment on conversion d is 'two';
