// Files that are no YAML at all: an export of a word processor, a PDF, a text in
// UTF-16.
//
// In:  the bytes of a file.
// Out: one finding for the whole of it. Read as YAML it would give hundreds.
#pragma once

#include <optional>
#include <string_view>

#include "source/findings.h"

namespace sable::source {

// What the file looks like, with the repair; nullopt if it may be YAML in UTF-8.
std::optional<Words> foreign_format(std::string_view bytes);

}  // namespace sable::source
