/* rules_discipline.c - declarations, revisions and git together: found by revision, check and hooks, not by lint */
#include "lint/rule.h"

const Rule rules_discipline[] = {
    {{"PL801", "broken-body", "a routine's body does not fit what the change leads to",
      "change the body in the same revision, or keep what it names until nothing calls it", SEVERITY_ERROR},
     "PostgreSQL looks into the body of a routine when it is called: a column or table can go although bodies name it. "
     "pleat revision tries them while it proves the plan, after expand and after contract, and writes no revision that "
     "breaks one. Bodies in SQL are created once more with check_function_bodies; those in PL/pgSQL are looked at by "
     "plpgsql_check where the server has it, else by their single statements (docs/bodies.md).",
     "The first call after the deployment fails with \"column does not exist\"."},
    {{NULL}},
};
