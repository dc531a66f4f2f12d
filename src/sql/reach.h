/* reach.h - statements that make a server connect to another one: those about subscriptions */
#pragma once

#include <glib.h>
#include <stdbool.h>

/*
 * Would the statement reach the publisher, or let a worker do so? let_go: the names of subscriptions whose slot earlier
 * statements let go of (SET (slot_name = NONE)), which DROP then does not ask for; this one's is added. The words alone
 * are looked at: not what a DO block does.
 */
bool statement_reaches_out(const char *sql, GHashTable *let_go);
