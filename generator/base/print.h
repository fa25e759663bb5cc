// Diagnostics as text for people.
//
// In:  diagnostics, the files they speak of.
// Out: "name:line:column: error: message [SBL0123]" with, where excerpts are
//      allowed, the line and a caret, then the help.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace sable::base {

struct PrintOptions {
  bool excerpts = false;  // may words of secret files be shown at all?
  bool color = false;
};

// Echoes and words of a secret file are shown only with `excerpts`, and never those from
// an opener of a redaction (well-formed or not) to the end of its block: the
// excerpt stops at the opener with "▒▒▒", and an echo there is left out.
std::string print(const Diagnostic& diagnostic, const SourceSet& sources,
                  const PrintOptions& options);
std::string print(const Diagnostics& diagnostics, const SourceSet& sources,
                  const PrintOptions& options);

// Offset in `text` of the first opener of a redaction in [from, to), or `to`.
// Sees directives (`:redact[`), near misses (`redact:[`, `:redact [`, `:Redact[`,
// `:redcat[`), unknown directives, and the keys `redact` and `withheld`.
size_t find_redaction_opener(std::string_view text, size_t from, size_t to);

}  // namespace sable::base
