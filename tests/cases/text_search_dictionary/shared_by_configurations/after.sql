create text search dictionary d (template = snowball, language = german, stopwords = german);
create text search dictionary e (template = simple, accept = false);
create text search configuration a (parser = "default");
alter text search configuration a add mapping for asciiword, asciihword with e, d;
create text search configuration b (parser = "default");
alter text search configuration b add mapping for word with d;
comment on text search dictionary e is 'first';
