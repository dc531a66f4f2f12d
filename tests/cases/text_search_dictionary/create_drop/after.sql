create schema words;
create text search dictionary words."Odd one" (template = pg_catalog.synonym, synonyms = 'synonym_sample', casesensitive = 1);
create text search dictionary th (template = thesaurus, dictfile = 'thesaurus_sample', dictionary = 'pg_catalog.english_stem');
alter text search dictionary th owner to case_owner;
