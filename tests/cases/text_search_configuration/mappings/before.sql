create text search configuration c (parser = default);
alter text search configuration c add mapping for asciiword, word with simple;
alter text search configuration c add mapping for "int", "float" with simple;
alter text search configuration c add mapping for email with english_stem, simple;
