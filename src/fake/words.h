/* words.h - lists that made-up texts are put together from */
#pragma once

#include <stddef.h>

typedef struct {
    const char *const *words;
    size_t count;
} WordList;

extern const WordList first_names, last_names, cities, countries, country_codes, states, streets, things, qualities,
    common_words, company_endings, host_endings, languages, currencies, colors, media_types, file_endings, statuses,
    time_zones, user_agents, jobs;
