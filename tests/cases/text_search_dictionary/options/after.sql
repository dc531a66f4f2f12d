create text search dictionary en (template = snowball, language = 'english');
create text search dictionary plain (template = simple, stopwords = 'german', accept = false);
create text search dictionary bare (template = simple, accept = 'true');
