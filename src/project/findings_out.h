/* findings_out.h - findings in the session's format, to where it writes */
#pragma once

#include "project/session.h"
#include "report/findings.h"

/* Is --format one of those for findings, and not text? */
bool findings_are_asked(const PleatSession *session);

/* Machine formats name files from the root of the repository, and put what stands nowhere on pleat.yaml. */
void findings_write(PleatSession *session, const Findings *findings);
