/* mermaid.h - a diagram as Mermaid's erDiagram, which GitHub and GitLab draw */
#pragma once

#include "report/diagram.h"

/* Tables of which something differs and their neighbours: g_free. NULL: none, or so many that nobody could read it. */
char *diagram_mermaid(const Diagram *diagram);
