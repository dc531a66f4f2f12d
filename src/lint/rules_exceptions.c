/* rules_exceptions.c - exceptions from rules; exceptions.c finds them */
#include "lint/rule.h"

const Rule rules_exceptions[] = {
    {{"PL901", "exception-without-reason", "an exception without a reason",
      "say why: \"-- pleat: allow RULE REASON\", \"reason:\" in pleat.yaml", SEVERITY_ERROR},
     "An exception is a decision, and the next reader has to know why it was made. One without a reason does not "
     "count.",
     "None by itself."},
    {{"PL902", "exception-for-nothing", "an exception for a rule that does not exist", "pleat lint --rules lists them",
      SEVERITY_WARNING},
     "A mistyped code allows nothing.",
     "None by itself."},
    {{"PL903", "exception-unused", "an exception that nothing needs any more", "take it out", SEVERITY_NOTICE},
     "It would silence a finding that nobody has looked at.",
     "None by itself."},
    {{NULL}},
};
