// Redactions: codes, extent, label and id, as a directive's attributes or as a
// `redact:` map give them.
//
// In:  stretches of the source.
// Out: report::Redaction; every part that is wrong is an error (fail closed).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/attributes.h"
#include "report/code_book.h"
#include "report/report.h"
#include "report/stretch.h"

namespace sable::report {

// Codes and where they stand. Whether there are such codes is for the report to say,
// which may have sets of its own.
struct WrittenCodes {
  std::vector<std::string> ids;  // in normal spelling, each once, in the order written
  std::vector<base::Span> places;
};

// With commas between them. What no code could be spelled like is reported and left out.
WrittenCodes read_codes(const Stretch& written, base::Diagnostics& diagnostics);
// The same of a text or a list of texts; `what` names the field in messages.
WrittenCodes read_codes(const source::Value& value, std::string_view what,
                        base::Diagnostics& diagnostics);
base::Diagnostic unknown_code(const CodeBook& book, std::string_view written, base::Span place);

// `words`, `2 words`, `3 lines`, `paragraph`, `half page`, `page`, `4 pages`, `undisclosed`.
std::optional<Extent> read_extent(const Stretch& written, base::Diagnostics& diagnostics);

// Of a statute that a code names: one line, public.
std::string read_statute(const Stretch& written, base::Diagnostics& diagnostics);
std::string read_label(const Stretch& written, base::Diagnostics& diagnostics);
std::string read_id(const Stretch& written, base::Diagnostics& diagnostics);

// A `redact:` map. The result has no codes where those are wrong, so that what
// depends on it can still be checked.
Redaction read_redaction(const source::Value& map, base::Diagnostics& diagnostics);

// The attributes of a `:redact[…]` whose opener stands at that place.
Redaction read_redaction(const Attributes& attributes, base::Span opener,
                         base::Diagnostics& diagnostics);

// Attribute names of a redaction.
const std::vector<std::string>& redaction_attributes();

}  // namespace sable::report
