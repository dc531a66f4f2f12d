create conversion one for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create default conversion two for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create default conversion coming for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
