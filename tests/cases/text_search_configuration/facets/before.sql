create text search configuration c (copy = simple);
create text search configuration d (copy = simple);
comment on text search configuration d is 'one';
