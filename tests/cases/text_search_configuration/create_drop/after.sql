create schema other;
create text search configuration other."New" (copy = german);
create text search configuration empty (parser = default);
comment on text search configuration empty is 'nothing';
