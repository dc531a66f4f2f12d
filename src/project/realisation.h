/*
 * realisation.h - declarations in the catalog's form, with as little work as possible
 *
 * What was realised before is kept in the user's cache, with a fingerprint of every declaration. Only what is declared
 * otherwise since then, what depends on it, and what these need to exist, is made on scratch again. Where there is no
 * cache yet, what the database itself spells in the very words of the declarations serves in its place.
 */
#pragma once

#include "project/source.h"

/* Fills declarations->schema. database: what they are to be compared with; NULL: nothing is. The scope is applied. */
bool realisation_get(PleatSession *session, Source *declarations, const Source *database, int major, GError **error);

/* Keeps what declarations->schema holds. Failing to is no error. */
void realisation_keep(PleatSession *session, const Source *declarations);
