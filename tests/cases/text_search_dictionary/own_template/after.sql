create text search template stem (init = dsnowball_init, lexize = dsnowball_lexize);
create text search dictionary en (template = stem, language = 'english', stopwords = 'english');
create text search configuration c (parser = default);
alter text search configuration c add mapping for word, asciiword with en;
create table t (a int);
