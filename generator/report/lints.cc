#include "report/lints.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "report/lint_stretches.h"
#include "words/sentences.h"

namespace sable::report {

namespace {

using base::warning_at;
using source::Kind;
using source::Value;

struct Term {
  std::string_view words;
  std::string_view meant;  // of a term that is in neither row: which of them stands for it
};

// The two rows of terms for the same seven ranges of likelihood.
constexpr std::string_view kFirstRow[] = {"almost no chance",    "very unlikely",   "unlikely",
                                          "roughly even chance", "likely",          "very likely",
                                          "almost certain",      "almost certainly"};
constexpr std::string_view kSecondRow[] = {"remote chance", "highly improbable", "improbable",
                                           "improbably",    "roughly even odds", "probable",
                                           "probably",      "highly probable",   "nearly certain"};
constexpr Term kOutside[] = {{"possibly", "`unlikely`, or what is meant"},
                             {"conceivably", "`very unlikely`, or what is meant"},
                             {"perhaps", "what is meant"},
                             {"in all likelihood", "`very likely`"},
                             {"in all probability", "`highly probable`"},
                             {"cannot rule out", "`unlikely`, or what is meant"},
                             {"cannot be ruled out", "`unlikely`, or what is meant"},
                             {"good chance", "`likely`"},
                             {"fair chance", "`likely`, or what is meant"},
                             {"slim chance", "`very unlikely`"},
                             {"fifty-fifty", "`roughly even chance`"},
                             {"virtually certain", "`almost certain`"},
                             {"doubtful", "`unlikely`"},
                             {"doubtless", "`almost certain`"}};
constexpr std::string_view kConfidence[] = {"high confidence", "moderate confidence",
                                            "low confidence"};

// Known to every reader, or no acronyms.
constexpr std::string_view kKnownAcronyms[] = {"AD", "AM", "BC", "EU", "GMT", "ID",  "PDF", "PM",
                                               "TV", "UK", "UN", "US", "USA", "UTC", "NATO"};

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalpha(byte) != 0;
}

// Where `words` stand in `text` as words of their own; npos if nowhere.
size_t find_words(std::string_view text, std::string_view words, size_t from = 0) {
  for (size_t at = text.find(words, from); at != text.npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    const bool ends = end == text.size() || (!is_letter(text[end]) && text[end] != '-');
    if (begins && ends) return at;
  }
  return text.npos;
}

template <size_t Count>
size_t find_any(std::string_view text, const std::string_view (&terms)[Count]) {
  size_t first = text.npos;
  for (const std::string_view term : terms) first = std::min(first, find_words(text, term));
  return first;
}

class Likelihood {
 public:
  Likelihood(const std::string& language, base::Diagnostics& diagnostics)
      : language_(language), diagnostics_(diagnostics) {}

  void look_at(const LintStretch& stretch) {
    for (const std::string_view sentence : words::sentences_of(stretch.text, language_)) {
      sentence_ = lower_case(sentence);
      offset_ = static_cast<size_t>(sentence.data() - stretch.text.data());
      this->sentence(stretch);
    }
  }

  // Of the row that is used less, where both are.
  void finish() {
    if (first_.empty() || second_.empty()) return;
    const std::vector<base::Span>& fewer = second_.size() <= first_.size() ? second_ : first_;
    diagnostics_.push_back(warning_at(
        fewer.front(), "SBL0244", "terms of likelihood are taken from both standard rows",
        "keep to one row: `likely` and its like, or `probable` and its like (ICD 203, D.6.e)"));
  }

 private:
  void sentence(const LintStretch& stretch) {
    const size_t first = find_any(sentence_, kFirstRow);
    const size_t second = find_any(sentence_, kSecondRow);
    const bool likely = first != sentence_.npos || second != sentence_.npos;
    if (first != sentence_.npos) first_.push_back(stretch.place_of(offset_ + first));
    if (second != sentence_.npos) second_.push_back(stretch.place_of(offset_ + second));
    const size_t confidence = find_any(sentence_, kConfidence);
    if (likely && confidence != sentence_.npos) {
      diagnostics_.push_back(
          warning_at(stretch.place_of(offset_ + confidence), "SBL0242",
                     "a term of likelihood and a level of confidence stand in one sentence",
                     "say in one sentence how likely it is, and in another how sure the judgment "
                     "(ICD 203, D.6.e)"));
    }
    for (const Term& term : kOutside) {
      const size_t at = find_words(sentence_, term.words);
      if (at == sentence_.npos) continue;
      diagnostics_.push_back(
          warning_at(stretch.place_of(offset_ + at), "SBL0243",
                     "this term of likelihood is in neither of the standard rows",
                     fmt::format("write {} (ICD 203, D.6.e)", term.meant)));
      return;
    }
  }

  const std::string& language_;
  base::Diagnostics& diagnostics_;
  std::string sentence_;  // in lower case
  size_t offset_ = 0;     // in its stretch
  std::vector<base::Span> first_, second_;
};

class Acronyms {
 public:
  Acronyms(const Lints& lints, base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const std::string_view known : kKnownAcronyms) told_.emplace(known);
    told_.insert(lints.known_acronyms.begin(), lints.known_acronyms.end());
  }

  void look_at(const LintStretch& stretch) {
    const std::string& text = stretch.text;
    // All in capitals: a heading.
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return;
    for (size_t at = 0; at < text.size();) {
      size_t end = at;
      while (end < text.size() && is_part(text[end])) ++end;
      if (end == at) {
        ++at;
        continue;
      }
      word(stretch, at, end);
      at = end;
    }
  }

 private:
  static bool is_part(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '&'; }

  static bool is_acronym(std::string_view word) {
    constexpr size_t kShortest = 2;
    const auto capitals =
        std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool others = std::any_of(word.begin(), word.end(),
                                    [](char c) { return is_letter(c) && !(c >= 'A' && c <= 'Z'); });
    const bool roman = word.find_first_not_of("IVXLCDM") == word.npos;
    return static_cast<size_t>(capitals) >= kShortest && !others && !roman;
  }

  void word(const LintStretch& stretch, size_t begin, size_t end) {
    const std::string& text = stretch.text;
    std::string_view word = std::string_view(text).substr(begin, end - begin);
    // A plural.
    if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
    if (!is_acronym(word)) return;
    const bool in_brackets =
        begin > 0 && text[begin - 1] == '(' && end < text.size() && text[end] == ')';
    const bool before_brackets = text.compare(end, 2, " (") == 0;
    const bool is_new = told_.emplace(word).second;
    if (!is_new || in_brackets || before_brackets) return;
    diagnostics_.push_back(warning_at(
        stretch.place_of(begin), "SBL0245", "an acronym is used before it is spelt out",
        "spell it out where it stands first, with the acronym in brackets, or name it under "
        "`lints: {acronyms: […]}`"));
    diagnostics_.back().echo = std::string(word);
  }

  base::Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> told_;
};

// "(S//NF) The clerk …": a mark that is text.
void mark_in_text(const LintStretch& stretch, const marking::System& system,
                  base::Diagnostics& diagnostics) {
  const size_t close = stretch.text.find(')');
  if (!stretch.text.starts_with('(') || close == std::string::npos) return;
  const std::string_view mark = std::string_view(stretch.text).substr(1, close - 1);
  if (!system.examine(mark, marking::Form::portion).valid()) return;
  diagnostics.push_back(warning_at(
      stretch.place_of(0), "SBL0246", "a portion mark stands in the text itself",
      stretch.is_marked ? "take it out: the portion has its mark, which is printed before the text"
                        : "write it as `mark:` beside `text:`, without brackets; it is printed "
                          "before the text, and counts in banners"));
}

// Of systems whose portion marks are no common abbreviations or numerals in brackets.
bool has_telling_marks(const marking::System& system) {
  return system.name() != "corporate" && system.name() != "tlp";
}

}  // namespace

Lints read_lints(const Value& value, base::Diagnostics& diagnostics) {
  static const Shape shape = {"the lints", {"likelihood", "acronyms", "marks"}, {}};
  Lints lints;
  if (!expect_map(value, "`lints`", diagnostics)) return lints;
  const Fields fields(value, shape, diagnostics);
  lints.likelihood = fields.truth("likelihood");
  lints.marks = fields.truth("marks").value_or(false);
  const Value* acronyms = fields.find("acronyms");
  if (acronyms == nullptr) return lints;
  if (acronyms->kind != Kind::list) {
    lints.acronyms = fields.truth("acronyms").value_or(false);
    return lints;
  }
  lints.acronyms = true;
  for (const Value& known : acronyms->items) {
    if (expect_text(known, "an acronym", diagnostics)) lints.known_acronyms.push_back(known.text);
  }
  return lints;
}

void lint(const Report& report, const Lints& lints, base::Diagnostics& diagnostics) {
  const bool is_us = report.system != nullptr &&
                     (report.system->name() == "us-ic" || report.system->name() == "us-dod");
  const bool asks = lints.likelihood.value_or(is_us && report.language.starts_with("en"));
  Likelihood likelihood(report.language, diagnostics);
  Acronyms acronyms(lints, diagnostics);
  for (const LintStretch& stretch : lint_stretches(report)) {
    if (report.system != nullptr && has_telling_marks(*report.system)) {
      mark_in_text(stretch, *report.system, diagnostics);
    }
    if (asks) likelihood.look_at(stretch);
    if (lints.acronyms) acronyms.look_at(stretch);
  }
  if (asks) likelihood.finish();
}

}  // namespace sable::report
