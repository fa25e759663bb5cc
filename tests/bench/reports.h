// The same report for sable and for its peers.
//
// A report is numbered sections, each an 80-word paragraph with a redaction,
// three 40-word bullets and a note of 15 words; about 45 lines a page.
#pragma once

#include <string>

namespace bench {

std::string sable_report(int sections);  // YAML
std::string troff_report(int sections);  // groff -ms
std::string latex_report(int sections);
std::string typst_report(int sections);

}  // namespace bench
