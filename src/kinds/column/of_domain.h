/* of_domain.h - a new column of a domain with checks, for which PostgreSQL would write the table anew */
#pragma once

#include "model/action.h"

/* Adds the column while its domain has no checks, within one transaction; they come again not valid, refuse as before,
 * and are validated by reading the table. false, and nothing is added: it is of no such domain, or that would not do.
 */
bool add_of_domain(Actions *actions, const Node *column);
