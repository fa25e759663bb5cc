#include "report/declassification.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

namespace sable::report {

namespace {

constexpr int kLimitInYears = 25;
constexpr std::string_view kNotApplicable = "N/A to ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

// "2022-11-23", and "20221123" as documents print it.
std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_digit)) return parse_date(text);
  return parse_date(
      fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
}

bool looks_like_date(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || c == '-' || c == '/' || c == '.'; });
}

bool is_retired(std::string_view text) {
  if (text.size() == 2 && text[0] == 'X' && text[1] >= '1' && text[1] <= '8') return true;
  constexpr std::array<std::string_view, 7> kRetired = {
      "OADR", "MR", "Manual Review", "DNI Only", "DCI Only", "25X1-human", "25X1-HUM"};
  return std::find(kRetired.begin(), kRetired.end(), text) != kRetired.end();
}

// "25X1", "50X9", "75X2": the years and the category.
bool is_exemption(std::string_view text) {
  return text.size() == 4 &&
         (text.starts_with("25X") || text.starts_with("50X") || text.starts_with("75X")) &&
         text[3] >= '1' && text[3] <= '9';
}

bool begins_as_exemption(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && text[2] == 'X';
}

std::optional<DeclassifyOn> read_exemption(std::string_view text) {
  if (text == "50X1-HUM") return DeclassifyOn{Term::human, std::string(text), std::nullopt};
  if (text == "50X2-WMD") return DeclassifyOn{Term::weapons, std::string(text), std::nullopt};
  const size_t comma = text.find(',');
  const std::string_view category = trimmed(text.substr(0, comma));
  if (comma == std::string_view::npos || !is_exemption(category)) return std::nullopt;
  const std::optional<Date> until = read_date(trimmed(text.substr(comma + 1)));
  if (!until) return std::nullopt;
  const Term term = category[0] == '7' ? Term::exempt_75 : Term::exempt;
  return DeclassifyOn{term, std::string(category), until};
}

// "N/A to RD portions. See source list for NSI portions."
bool is_not_applicable(std::string_view text) {
  constexpr std::string_view kEnd = " portions. See source list for NSI portions.";
  if (!text.starts_with(kNotApplicable) || !text.ends_with(kEnd)) return false;
  std::string_view kinds = text.substr(kNotApplicable.size());
  kinds.remove_suffix(kEnd.size());
  while (true) {
    const size_t slash = kinds.find('/');
    const std::string_view kind = kinds.substr(0, slash);
    if (kind != "RD" && kind != "FRD" && kind != "TFNI" && kind != "NATO") return false;
    if (slash == std::string_view::npos) return true;
    kinds.remove_prefix(slash + 1);
  }
}

std::string compact(const Date& date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

std::tuple<int, int, int> order(const Date& date) { return {date.year, date.month, date.day}; }

// Dates and exemptions with one are compared by it; the rest last longer, in the order of
// Term.
bool lasts_longer(const DeclassifyOn& a, const DeclassifyOn& b) {
  const auto dated = [](Term term) { return term <= Term::exempt; };
  if (dated(a.term) && dated(b.term)) {
    if (a.until && b.until && *a.until != *b.until) return is_before(*b.until, *a.until);
    return a.term > b.term;
  }
  if (a.term == Term::exempt_75 && b.term == Term::exempt_75) return is_before(*b.until, *a.until);
  return a.term > b.term;
}

}  // namespace

std::optional<DeclassifyOn> parse_declassify_on(std::string_view written) {
  const std::string_view text = trimmed(written);
  if (text.empty()) return std::nullopt;
  if (is_retired(text)) return DeclassifyOn{Term::retired, std::string(text), std::nullopt};
  if (begins_as_exemption(text)) return read_exemption(text);
  if (text.starts_with("N/A")) {
    if (!is_not_applicable(text)) return std::nullopt;
    return DeclassifyOn{Term::not_applicable, std::string(text), std::nullopt};
  }
  if (looks_like_date(text)) {
    const std::optional<Date> until = read_date(text);
    if (!until) return std::nullopt;
    return DeclassifyOn{Term::date, {}, until};
  }
  return DeclassifyOn{Term::event, std::string(text), std::nullopt};
}

std::string print(const DeclassifyOn& value) {
  if (!value.until) return value.words;
  if (value.words.empty()) return compact(*value.until);
  return fmt::format("{}, {}", value.words, compact(*value.until));
}

bool is_before(const Date& a, const Date& b) { return order(a) < order(b); }

Date years_after(const Date& date, int years) {
  Date later = date;
  later.year += years;
  const bool leap = later.year % 4 == 0 && (later.year % 100 != 0 || later.year % 400 == 0);
  if (later.month == 2 && later.day == 29 && !leap) later.day = 28;
  return later;
}

std::optional<DeclassifyOn> in_derivation(const DeclassifyOn& value,
                                          const std::optional<Date>& source) {
  if (value.term != Term::retired && value.term != Term::event) return value;
  if (!source) return std::nullopt;
  return DeclassifyOn{Term::date, {}, years_after(*source, kLimitInYears)};
}

std::optional<DeclassifyOn> longest(const std::vector<DeclassifyOn>& values) {
  if (values.empty()) return std::nullopt;
  return *std::max_element(
      values.begin(), values.end(),
      [](const DeclassifyOn& a, const DeclassifyOn& b) { return lasts_longer(b, a); });
}

bool within_limit(const DeclassifyOn& value, const Date& decided) {
  if (value.term != Term::date) return true;
  return !is_before(years_after(decided, kLimitInYears), *value.until);
}

}  // namespace sable::report
