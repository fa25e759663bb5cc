// Prose to inline content: directives, emphasis, code, escapes.
//
// In:  a scalar of the source.
// Out: paragraphs of Inlines, each with its exact place.
//
// The grammar is the product's own:
//   directive = ":" name "[" content "]" [ "{" … "}" ]
//   name      = redact | fn | ref | term | link | small-caps | var
//   content   = prose in which brackets balance; of fn, ref and var: an id
//   code      = backticks, prose without emphasis, as many backticks
//   emphasis  = CommonMark's rules for `*` and `_` (emphasis.h)
//   escape    = a backslash and one of  : [ ] { } * _ `  or a backslash
// It fails closed: what looks like a redaction and is none is an error. A
// redaction is found before emphasis, links and code, which may stand around it
// or inside it but may not cross its edge. Line ends are blanks; a line without
// text ends a paragraph.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "report/report.h"
#include "source/value.h"

namespace sable::report {

// None for a text of blanks.
std::vector<Inlines> parse_prose(const base::SourceSet& sources, const source::Value& prose,
                                 base::Diagnostics& diagnostics);

// Text whose white space counts, line ends with it. Of the directives only redactions
// are read, each within its line; a backslash is text, but before a colon.
Inlines parse_code(const source::Value& code, base::Diagnostics& diagnostics);

}  // namespace sable::report
