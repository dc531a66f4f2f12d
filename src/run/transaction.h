/*
 * transaction.h - one transaction, and again when others are in its way
 */
#pragma once

#include "run/runner.h"

/*
 * What happens between BEGIN and COMMIT. Each of the two goes in one message with what is beside it: BEGIN with the
 * first runner_statement(), COMMIT with the statements appended to "finish". A body that asks anything before its first
 * statement calls transaction_open().
 */
typedef bool TransactionBody(Runner *runner, void *data, GString *finish, GError **error);

bool transaction_open(Runner *runner, GError **error);

/*
 * Locks are waited for as long as the options say. After a refusal for the sake of others all is rolled back, waited
 * with backoff, and done again from the start; after the last attempt the error says so.
 */
bool transaction_run(Runner *runner, TransactionBody *body, void *data, GError **error);

/* Between two statements: once others wait behind a lock that this transaction holds, it waits for further ones only as
 * long as that may be held. Not where the transaction has set a lock_timeout of its own. */
bool transaction_hurry(Runner *runner, GError **error);

/* Ends a transaction that an error left open; keeps connection_sqlstate(). */
void transaction_abandon(PGconn *connection);
