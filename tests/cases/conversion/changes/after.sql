create schema s;
create default conversion s."Fresh one" for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create conversion kept for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion other for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
alter conversion kept owner to case_owner;
comment on conversion kept is 'new';
