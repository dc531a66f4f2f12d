create text search configuration c (parser = default);
alter text search configuration c add mapping for asciiword with english_stem, simple;
alter text search configuration c add mapping for "float" with simple;
alter text search configuration c add mapping for url, host, "file" with simple;
alter text search configuration c add mapping for email with simple, english_stem;
