// Where the holes of a release come from. It stays before the door.
#pragma once

#include <optional>

#include "base/span.h"
#include "report/report.h"

namespace sable::release {

struct HoleSource {
  base::Span span;
  std::optional<report::Redaction> redaction;  // none: a ceiling withholds it
};

}  // namespace sable::release
