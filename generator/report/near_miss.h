// What looks like a redaction and is none.
//
// In:  prose.
// Out: where such a thing begins or ends. The source is scanned for it before
//      YAML is read; prose is scanned again, because folding and escapes of YAML
//      can bring together what stood apart in the file.
#pragma once

#include <string_view>

namespace sable::report {

// Whether a word behind a colon is meant as `redact`: in any case.
bool is_redaction_word(std::string_view word);

// With `redact[`, `redact:[`, `redact: [` and the like at the bracket at
// `offset`: where the word begins. `offset` itself otherwise, as for the English
// "to redact [the name]" and after an escaped colon.
size_t redaction_before_bracket(std::string_view prose, size_t offset);

// With an attribute of a redaction (`{code=`) at the brace at `offset`: behind
// its `=`. `offset` itself otherwise.
size_t stray_attribute(std::string_view prose, size_t offset);

// Whether a text holds a redaction, or what looks like one. For fields that are
// no prose: there it would be printed as it stands.
bool holds_redaction(std::string_view text);

}  // namespace sable::report
