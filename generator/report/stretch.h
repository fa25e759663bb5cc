// A stretch of a scalar's text that still knows its place in the file.
//
// Attributes of a directive and fields of a `redact:` map are read by the same
// functions; what the two have in common is that both are stretches.
#pragma once

#include <string_view>

#include "source/value.h"

namespace sable::report {

struct Stretch {
  const source::Value* value = nullptr;
  size_t begin = 0;
  size_t end = 0;

  static Stretch whole(const source::Value& value) { return {&value, 0, value.text.size()}; }

  std::string_view text() const { return std::string_view(value->text).substr(begin, end - begin); }
  base::Span span() const { return value->span_of(begin, end); }
  // Bytes [from, to) of this stretch.
  Stretch part(size_t from, size_t to) const { return {value, begin + from, begin + to}; }
  // Without blanks and line ends around it.
  Stretch trimmed() const;
};

}  // namespace sable::report
