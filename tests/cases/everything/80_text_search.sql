create text search dictionary plain (template = simple, accept = false);
create text search configuration words (copy = simple);
alter text search configuration words alter mapping for word, asciiword with plain, simple;
comment on text search configuration words is 'of all';
