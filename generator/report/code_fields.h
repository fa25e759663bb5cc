// `codes:` and `statutes:` of a report.
//
// In:  sets of codes of its own, as a map, a file beside the report, or a list of files;
//      the statutes that codes name.
// Out: the report's code book and statutes.
#pragma once

#include <map>
#include <string>

#include "report/code_book.h"
#include "report/portion.h"

namespace sable::report {

void read_code_sets(const source::Value& value, CodeBook& book, Context& context);

// `statutes: {b3: 50 USC 3024(i)(1)}`
std::map<std::string, std::string> read_statutes(const source::Value& map, const CodeBook& book,
                                                 Context& context);

}  // namespace sable::report
