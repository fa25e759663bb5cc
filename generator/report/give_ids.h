// Ids for redactions that have none, written into the source.
//
// In:  a report without errors, and its file.
// Out: the file's text with an id for each redaction that lacked one; every other byte
//      stays as it was.
//
// An id is random: one that were made of the text would tell it to whoever tries
// candidates.
#pragma once

#include <functional>
#include <string>

#include "report/report.h"

namespace sable::report {

struct WithIds {
  std::string text;
  size_t given = 0;
};

// `random`: 32 bits, each time others.
WithIds give_ids(const base::SourceFile& file, const Report& report,
                 const std::function<uint32_t()>& random);

}  // namespace sable::report
