/*
 * journals.h - where other migration tools remember what they applied
 *
 * Such tables are their tools' own: no declaration speaks of them, and nothing is to drop them. Known are those of
 * Alembic, Flyway and Sqitch, by their names and by columns that only they have. Sqitch's stand in a schema of their
 * own, whatever its name, which is a part of the journal.
 */
#pragma once

#include "model/schema.h"

/* The roots that belong to journals: address -> the tool's name ("Alembic"), both the Schema's or static. */
GHashTable *journals_find(const Schema *schema);
