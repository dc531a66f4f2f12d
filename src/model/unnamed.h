/* unnamed.h - declarations whose names PostgreSQL has chosen */
#pragma once

#include "model/schema.h"

/* Gives each part of a realised object that matches no declaration by its name the declaration without one that it
 * comes from (Node.declared), as far as the identifiers in both tell: the one with the most that the part has all of.
 */
void unnamed_attach(const Schema *realised);
