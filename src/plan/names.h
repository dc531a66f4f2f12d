/*
 * names.h - who mentions whom in declarations: the order of creation before a catalog can tell it
 *
 * Lexical, so it finds too much (a column called like a table) but seldom too little; bodies in quotes are not looked
 * into. Whoever makes the objects tries again what fails.
 */
#pragma once

#include "model/schema.h"

/* Adds edges to a Schema that has none. */
void names_link(Schema *schema);
