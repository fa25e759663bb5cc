#include "report/code_fields.h"

#include <iterator>

#include <fmt/format.h>

#include "report/enclosed.h"
#include "report/redaction.h"
#include "source/read.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

constexpr size_t kMostBytes = 1u << 20;

void read_file(const Value& name, CodeBook& book, Context& context) {
  const auto file = open_enclosed(name, {"`codes`", "codes/ours.yaml", kMostBytes}, context);
  if (!file) return;
  base::Result<source::Document> document = source::read(context.sources, *file);
  if (!document) {
    std::move(document.error().begin(), document.error().end(),
              std::back_inserter(context.diagnostics));
    return;
  }
  book.add_file(document->tree, context.diagnostics);
}

}  // namespace

void read_code_sets(const Value& value, CodeBook& book, Context& context) {
  if (value.kind == Kind::map) {
    book.add_own(value, context.diagnostics);
  } else if (value.kind == Kind::list) {
    for (const Value& name : value.items) read_file(name, book, context);
  } else {
    read_file(value, book, context);
  }
}

std::map<std::string, std::string> read_statutes(const Value& map, const CodeBook& book,
                                                 Context& context) {
  std::map<std::string, std::string> statutes;
  if (!expect_map(map, "`statutes`", context.diagnostics)) return statutes;
  for (const source::Entry& entry : map.entries) {
    const Exemption* code = book.find(entry.key);
    if (code == nullptr) {
      context.diagnostics.push_back(unknown_code(book, entry.key, entry.key_span));
    } else if (!code->names_statute) {
      context.diagnostics.push_back(error_at(entry.key_span, "SBL0299",
                                             "this code names no other statute",
                                             "take it out: its own law is told without that"));
    }
    if (!expect_text(entry.value, "a statute", context.diagnostics)) continue;
    std::string statute = read_statute(Stretch::whole(entry.value), context.diagnostics);
    if (code != nullptr) statutes.emplace(code->id, std::move(statute));
  }
  return statutes;
}

}  // namespace sable::report
