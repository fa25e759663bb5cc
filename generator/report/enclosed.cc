#include "report/enclosed.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::report {

namespace {

using base::error_at;
using source::Value;

// The path is a word of the report, and stays out of the message.
base::Diagnostic cannot_read(const Value& name, size_t most_bytes, const base::Diagnostic& why) {
  const bool large = why.code == "SBL0003";
  const bool missing = why.code == "SBL0001" || why.code == "SBL0005";
  base::Diagnostic diagnostic =
      error_at(name.span, "SBL0291",
               large     ? fmt::format("this file is larger than {} bytes", most_bytes)
               : missing ? "there is no such file beside the report"
                         : "this file cannot be read",
               large     ? "take out what is not shown, or split it"
               : missing ? "check the spelling; the name is taken from the folder of the report"
                         : "check its permissions");
  diagnostic.echo = name.text;
  // What a report names and is not there is wrong with the report.
  diagnostic.fault = missing ? base::Fault::input : why.fault;
  return diagnostic;
}

}  // namespace

bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\\n") != std::string_view::npos) {
    return false;
  }
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

std::optional<base::FileId> open_enclosed(const Value& name, const Enclosed& what,
                                          Context& context) {
  if (!expect_text(name, what.field, context.diagnostics)) return std::nullopt;
  if (context.enclosures == nullptr) {
    context.diagnostics.push_back(
        error_at(name.span, "SBL0290", "a report that is no file of a folder can name no files",
                 "save the report beside the file, and read it from there"));
    return std::nullopt;
  }
  if (!stays_inside(name.text)) {
    context.diagnostics.push_back(
        error_at(name.span, "SBL0290", "this file is not in the folder of the report",
                 fmt::format("put it there, or into a folder below, and name it from there: `{}`",
                             what.example)));
    context.diagnostics.back().echo = name.text;
    return std::nullopt;
  }
  const Enclosures& enclosures = *context.enclosures;
  const std::string path = base::join_path(enclosures.folder, name.text);
  base::Result<std::string> bytes = enclosures.world.read(path, what.most_bytes);
  if (!bytes) {
    context.diagnostics.push_back(cannot_read(name, what.most_bytes, bytes.error().front()));
    return std::nullopt;
  }
  return enclosures.sources.add(path, *std::move(bytes), base::Secrecy::sealed);
}

}  // namespace sable::report
