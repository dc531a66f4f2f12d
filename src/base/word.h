/* word.h - words of ASCII letters, digits and "_", whatever their case */
#pragma once

#include <stdbool.h>

/* Consists of such letters alone, so that it is one word wherever it stands. */
bool word_is_plain(const char *text);

/* Whether a plain word stands in a text as a whole; what is not plain, whether it is somewhere in it. */
bool word_stands_in(const char *text, const char *word);
