create conversion gone for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion kept for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create conversion other for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
comment on conversion kept is 'old';
