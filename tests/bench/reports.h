// The same report for sable and for its peers.
//
// A report is numbered sections, each an 80-word paragraph with a redaction,
// three 40-word bullets and a note of 15 words; about 45 lines a page.
#pragma once

#include <string>

namespace bench {

enum class Kind {
  text,
  tables  // the same with contents, and in every fourth section a table
};

std::string sable_report(int sections, Kind kind);  // YAML
std::string troff_report(int sections, Kind kind);  // groff -ms, which has no contents
std::string latex_report(int sections, Kind kind);
std::string typst_report(int sections, Kind kind);

}  // namespace bench
