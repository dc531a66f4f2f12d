create text search dictionary d (template = simple);
create text search configuration a (parser = "default");
alter text search configuration a add mapping for asciiword, asciihword with d;
create text search configuration b (copy = a);
comment on text search configuration b is 'copy';
