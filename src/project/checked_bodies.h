/* checked_bodies.h - what trying bodies has found, before a revision is written */
#pragma once

#include "project/autogenerate.h"

/*
 * Tells of bodies that a proved plan breaks, and of mistakes in those that it makes: findings of the rule broken-body,
 * on the lines of their declarations, with the severities and exceptions of the configuration. Of others, that they
 * name what goes. reason: why the revision is written all the same; NULL: none is given. *broken: one is an error that
 * nothing allows.
 */
void checked_bodies_tell(PleatSession *session, const Proposal *proposal, const Source *from, const Source *to,
                         const char *reason, bool *broken);
