create text search template stem (init = dsnowball_init, lexize = dsnowball_lexize);
create text search template gone (lexize = dsimple_lexize);
comment on text search template stem is 'stems';
create text search dictionary d (template = stem, language = 'english');
