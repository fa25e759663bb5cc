#include "report/code_book.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/code_sets.h"
#include "report/fields.h"
#include "source/read.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Entry;
using source::Kind;
using source::Value;

// Lower case for ASCII alone: independent of the locale.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// What tells two codes apart: letters and digits, without case.
std::string folded(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c != '(' && c != ')' && c != ' ') out += lower(c);
  }
  return out;
}

// One line, without a redaction: it is printed as it stands.
std::string line_of(const Fields& fields, std::string_view name, base::Diagnostics& diagnostics) {
  const std::string text = fields.text(name).value_or("");
  if (text.find('\n') == std::string::npos) return text;
  diagnostics.push_back(error_at(fields.find(name)->span, "SBL0298",
                                 fmt::format("`{}` has to be one line of text", name),
                                 "take out the line ends"));
  return {};
}

Exemption read_code(const Entry& entry, base::Diagnostics& diagnostics) {
  static const Shape shape = {"a code", {"printed", "law", "title", "names-statute"}, {}};
  Exemption code;
  if (!is_identifier(entry.key)) {
    diagnostics.push_back(error_at(entry.key_span, "SBL0216", "this is not an id for a code",
                                   "an id begins with a letter or digit and has letters, digits, "
                                   "`.`, `_` and `-` (64 at most)"));
    diagnostics.back().echo = entry.key;
  }
  if (!expect_map(entry.value, "a code", diagnostics)) return code;
  const Fields fields(entry.value, shape, diagnostics);
  fields.require("printed");
  code.printed = line_of(fields, "printed", diagnostics);
  code.law = line_of(fields, "law", diagnostics);
  code.title = line_of(fields, "title", diagnostics);
  code.names_statute = fields.truth("names-statute").value_or(false);
  return code;
}

}  // namespace

// What is wrong with a set that comes with the program is found by the tests.
const CodeBook& CodeBook::shipped() {
  static const CodeBook shipped = [] {
    CodeBook book;
    for (const ShippedSet& set : shipped_code_sets()) {
      base::SourceSet sources;
      base::Diagnostics diagnostics;
      const base::FileId file =
          sources.add(std::string(set.name), std::string(set.text), base::Secrecy::open);
      book.add_set(source::examine(sources, file).tree, true, diagnostics);
    }
    return book;
  }();
  return shipped;
}

const Exemption* CodeBook::find(std::string_view written) const {
  const std::string wanted = folded(written);
  for (const CodeSet& set : sets_) {
    for (const Exemption& code : set.codes) {
      if (folded(code.id) == wanted) return &code;
    }
  }
  return nullptr;
}

const CodeSet* CodeBook::find_set(std::string_view name) const {
  const auto found = std::find_if(sets_.begin(), sets_.end(), [name](const CodeSet& set) {
    return !set.name.empty() && set.name == name;
  });
  return found == sets_.end() ? nullptr : &*found;
}

std::vector<std::string> CodeBook::ids() const {
  std::vector<std::string> ids;
  for (const CodeSet& set : sets_) {
    for (const Exemption& code : set.codes) ids.push_back(code.id);
  }
  return ids;
}

void CodeBook::add_codes(const Value& map, bool shipped, CodeSet& set,
                         base::Diagnostics& diagnostics) {
  for (const Entry& entry : map.entries) {
    Exemption code = read_code(entry, diagnostics);
    // Of a code of one's own no spelling is better than another: see normal_code.
    code.id = shipped ? entry.key : folded(entry.key);
    const bool twice = std::any_of(set.codes.begin(), set.codes.end(), [&](const Exemption& one) {
      return folded(one.id) == folded(code.id);
    });
    if (twice || find(entry.key) != nullptr) {
      diagnostics.push_back(error_at(entry.key_span, "SBL0297",
                                     "there is a code of this id already",
                                     "give the code an id of its own"));
      diagnostics.back().echo = entry.key;
    } else {
      set.codes.push_back(std::move(code));
    }
  }
}

void CodeBook::add_set(const Value& tree, bool shipped, base::Diagnostics& diagnostics) {
  static const Shape shape = {"a set of codes", {"sable-codes", "set", "title", "codes"}, {}};
  if (!expect_map(tree, "a set of codes", diagnostics)) return;
  const Fields fields(tree, shape, diagnostics);
  const Value* version = fields.require("sable-codes");
  if (version != nullptr && (version->kind != Kind::text || version->text != "1")) {
    diagnostics.push_back(error_at(version->span, "SBL0206", "this version reads format 1 only",
                                   "write `sable-codes: 1`"));
  }
  CodeSet set;
  const Value* name = fields.require("set");
  set.name = fields.text("set").value_or("");
  if (find_set(set.name) != nullptr) {
    diagnostics.push_back(error_at(name->span, "SBL0297", "there is a set of this name already",
                                   "give the set a name of its own"));
  }
  set.title = line_of(fields, "title", diagnostics);
  const Value* codes = fields.require("codes");
  if (codes != nullptr && expect_map(*codes, "`codes`", diagnostics)) {
    add_codes(*codes, shipped, set, diagnostics);
  }
  sets_.push_back(std::move(set));
}

void CodeBook::add_file(const Value& tree, base::Diagnostics& diagnostics) {
  add_set(tree, false, diagnostics);
}

void CodeBook::add_own(const Value& map, base::Diagnostics& diagnostics) {
  CodeSet set;
  add_codes(map, false, set, diagnostics);
  sets_.push_back(std::move(set));
}

std::optional<std::string> normal_code(std::string_view written) {
  if (const Exemption* shipped = CodeBook::shipped().find(written)) return shipped->id;
  std::string other = folded(written);
  if (!is_identifier(other)) return std::nullopt;
  return other;
}

}  // namespace sable::report
