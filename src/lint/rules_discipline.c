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
    {{"PL811", "mixed-commit", "a commit changes declarations and revisions",
      "two commits: git reset HEAD^, then one each", SEVERITY_WARNING},
     "Where declarations and revisions are reviewed, reverted or deployed by different people, one commit of both "
     "cannot "
     "be taken apart. Teams differ, so it is looked for only where discipline.rules of pleat.yaml names it.",
     "None by itself."},
    {{"PL812", "change-without-revision", "a branch changes declarations and brings no revision",
      "pleat revision --autogenerate -m MESSAGE", SEVERITY_WARNING},
     "Once it is merged, declarations and databases differ, and the next one who makes a revision gets this change "
     "into "
     "his. So it is with what was changed once more since a new revision was made of it. Comments and layout are no "
     "change.",
     "None by itself."},
    {{"PL813", "reverted-declaration", "a declaration was reverted, and its revision stays",
      "roll forward: pleat revision --autogenerate -m MESSAGE writes the way back as a revision of its own, as pleat "
      "revision --revert does; where no database has run the revision yet, remove its files instead",
      SEVERITY_WARNING},
     "git revert takes the text back, not the databases that have run the revision. They keep what it did until "
     "another "
     "revision undoes it.",
     "None by itself."},
    {{"PL814", "edited-after-merge", "a revision that was merged does something else now, or is gone",
      "leave it as it was, and write another one; what only explains it (comments, the header) may change",
      SEVERITY_ERROR},
     "Databases that have run it have run what it was. Those that run it now do something else, and pleat upgrade "
     "refuses to go on where the checksums differ. What pleat squash replaces is no finding.",
     "None by itself."},
    {{"PL815", "routine-changed-twice", "two branches change one routine",
      "agree on one body: the one that is merged last must contain both changes, and so must its revision",
      SEVERITY_WARNING},
     "A revision replaces the whole body. The texts may merge without a conflict, or a conflict is solved in the "
     "declaration alone: the revision that runs last then takes the other change back.",
     "None by itself."},
    {{NULL}},
};
