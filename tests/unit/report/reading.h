// What the tests of this room share: YAML in, a report or its diagnostics out,
// both in a notation that a test can compare whole.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/span.h"
#include "report/report.h"
#include "source/value.h"

namespace sable::report {

struct Read {
  base::SourceSet sources;
  base::FileId file = 0;
  source::Value tree;
  Report report;  // if it was read
  base::Diagnostics diagnostics;
  bool ok = false;
};

// Reads a whole report; `files` stand in its folder, "reports".
using Files = std::map<std::string, std::string>;
Read read_yaml(const std::string& yaml, const Files& files = {});

// A report with that body (a list, indented by two blanks) and notes, if any.
std::string report_with(const std::string& body, const std::string& notes = {});

// "error SBL0234 [b1x] this is not a known code | did you mean `b1`?", where the
// brackets hold the stretch of the file that is underlined.
std::vector<std::string> lines(const base::SourceSet& sources,
                               const base::Diagnostics& diagnostics);
// The same, of the code and the stretch alone: "SBL0234 [b1x]".
std::vector<std::string> codes(const base::SourceSet& sources,
                               const base::Diagnostics& diagnostics);
// What is wrong with a report of that body.
std::vector<std::string> wrong_in(const std::string& body, const std::string& notes = {});

// "Some em(text) and redact[b1](hidden)".
std::string notation(const Inlines& inlines);
std::string notation(const std::vector<Block>& blocks);

// Prose read alone, in notation; paragraphs parted by " / ".
struct Parsed {
  std::string notation;
  std::vector<std::string> wrong;  // codes and stretches
  bool operator==(const Parsed&) const = default;
};
Parsed parsed(const std::string& prose);

}  // namespace sable::report
