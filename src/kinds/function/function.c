/*
 * CREATE FUNCTION. The body is replaced in place; what OR REPLACE refuses (manual, CREATE FUNCTION: another result,
 * other argument names, fewer defaults) drops the routine and makes it again.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"

const Kind kind_function = {
    .name = "function",
    .title = "function",
    .plural = "functions",
    .folder = "functions",
    .statement = "FUNCTION",
    .space = SPACE_ROUTINE,
    .in_schema = true,
    .has_signature = true,
    .on_alter = DEPENDANT_RECREATE, /* a BEGIN ATOMIC body holds on to its columns (manual, ALTER TABLE) */
    .attrs = routine_attrs,
    .n_attrs = N_ROUTINE_ATTRS,
    .create = "{definition}",
    .drop = "DROP FUNCTION {node}",
    .rename = "ALTER FUNCTION {node} RENAME TO {new}",
    .alias = alias_routine,
    .identify = "FUNCTION {node}",
    .grant_on = "FUNCTION {node}",
    .public_default = "EXECUTE",
    .owner = "FUNCTION {node}",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may still call it"},
    .alter = routine_alter,
    .tears = routine_tears,
    .tears_because = "it keeps what the old body gave; queries go without it until it is built anew",
    .takes_place = routine_takes_place,
    .meanwhile = routine_meanwhile,
    .find_id = routine_find_id,
    .catalog = "pg_proc",
    .query = function_sql,
};
