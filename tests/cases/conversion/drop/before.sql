create schema s;
create schema gone;
create conversion s.a for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create default conversion gone.b for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
alter conversion gone.b owner to case_owner;
