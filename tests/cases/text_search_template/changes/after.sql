create text search template stem (init = dsimple_init, lexize = dsimple_lexize);
create text search template fresh (lexize = dsimple_lexize);
comment on text search template fresh is 'fresh';
create text search dictionary d (template = stem);
