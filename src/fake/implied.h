/*
 * implied.h - columns that refer to another table though no foreign key says so
 *
 * "room_id" of a table beside "rooms" whose key is "id" or "room_id", with the same type. Rows that join are worth more
 * than rows that do not, and a trigger may ask for them; but where such a value does not suit, any other does.
 */
#pragma once

#include "fake/subject.h"

/* Fills "implied" of columns. Circles are left alone. */
void implied_find(Subject *subject);
