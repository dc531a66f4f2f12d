/* constants.h - what is constant in a check, computed by PostgreSQL */
#pragma once

#include "fake/reader.h"

/* The column of a name: -1 when there is none. */
int reader_find(const Reader *reader, const char *name);

/* Does the text name no column? */
bool reader_is_constant(const Reader *reader, const char *text);

/* The value of an expression, as a value of the maker's type where there is one; *out is NULL for null. False where
 * the server cannot compute it. */
bool constants_value(const Reader *reader, const char *expression, const Maker *maker, char **out);

/* The elements of an array, likewise; NULL where they cannot be computed. */
const ValueSet *constants_list(const Reader *reader, const char *expression, const Maker *maker);

/* A set of one value, written as the maker writes it. */
const ValueSet *constants_one(const Reader *reader, const Maker *maker, const char *text);

/* Literals in the text become hints for the columns that it names. */
void constants_hint(const Reader *reader, const char *text);
