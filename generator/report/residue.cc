#include "report/residue.h"

#include "report/fields.h"
#include "report/redaction.h"

namespace sable::report {

namespace {

using source::Kind;
using source::Value;

constexpr size_t kLongestTerm = 200;  // bytes

// The words of a term, or nothing where there is none that can be looked for.
std::optional<std::string> words_of(const Value* value, base::Diagnostics& diagnostics) {
  if (value == nullptr || !expect_text(*value, "a term", diagnostics)) return std::nullopt;
  const bool blank = value->text.find_first_not_of(" \n") == std::string::npos;
  if (!blank && value->text.size() <= kLongestTerm) return value->text;
  diagnostics.push_back(base::error_at(value->span, "SBL0320",
                                       blank ? "this term has no words" : "this term is too long",
                                       "write a word, a name or a short phrase"));
  return std::nullopt;
}

std::vector<std::string> known_codes(const Value& value, const CodeBook& book,
                                     base::Diagnostics& diagnostics) {
  const WrittenCodes codes = read_codes(value, "`code`", diagnostics);
  for (size_t i = 0; i < codes.ids.size(); ++i) {
    if (book.find(codes.ids[i]) == nullptr) {
      diagnostics.push_back(unknown_code(book, codes.ids[i], codes.places[i]));
    }
  }
  return codes.ids;
}

// A term by itself, or `{term: …, code: …}`.
std::optional<ResidueTerm> read_term(const Value& value, const CodeBook& book,
                                     base::Diagnostics& diagnostics) {
  static const Shape shape = {"a term", {"term", "code"}, {}};
  ResidueTerm term;
  term.span = value.span;
  const Value* words = &value;
  if (value.kind == Kind::map) {
    const Fields fields(value, shape, diagnostics);
    words = fields.require("term");
    if (words != nullptr) term.span = words->span;
    if (const Value* code = fields.find("code")) {
      term.codes = known_codes(*code, book, diagnostics);
    }
  }
  const std::optional<std::string> text = words_of(words, diagnostics);
  if (!text) return std::nullopt;
  term.term = *text;
  return term;
}

std::optional<Waiver> read_waiver(const Value& value, base::Diagnostics& diagnostics) {
  static const Shape shape = {"a waiver", {"term", "because"}, {"by", "date"}};
  if (!expect_map(value, "a waiver", diagnostics)) return std::nullopt;
  const Fields fields(value, shape, diagnostics);
  const Value* words = fields.require("term");
  fields.require("because");
  const std::optional<std::string> text = words_of(words, diagnostics);
  if (!text) return std::nullopt;
  return Waiver{words->span, *text, fields.text("because").value_or("")};
}

}  // namespace

Residue read_residue(const Value& map, const CodeBook& book, base::Diagnostics& diagnostics) {
  static const Shape shape = {"`residue`", {"terms", "waivers"}, {}};
  Residue residue;
  if (!expect_map(map, "`residue`", diagnostics)) return residue;
  const Fields fields(map, shape, diagnostics);
  const Value* terms = fields.find("terms");
  if (terms != nullptr && expect_list(*terms, "`terms`", diagnostics)) {
    for (const Value& item : terms->items) {
      if (auto term = read_term(item, book, diagnostics)) residue.terms.push_back(*std::move(term));
    }
  }
  const Value* waivers = fields.find("waivers");
  if (waivers != nullptr && expect_list(*waivers, "`waivers`", diagnostics)) {
    for (const Value& item : waivers->items) {
      if (auto waiver = read_waiver(item, diagnostics)) {
        residue.waivers.push_back(*std::move(waiver));
      }
    }
  }
  return residue;
}

}  // namespace sable::report
