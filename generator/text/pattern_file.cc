// Implements pattern_file.h.
#include "text/pattern_file.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"

namespace sable::text {
namespace {

// libhyphen reads lines into 100 bytes, line end and NUL included. A normalised
// line is no longer than its original.
constexpr size_t kLongestLine = 90;
constexpr int kLargestMinimum = 50;

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Hunspell's names of character sets are those of iconv but for one prefix.
std::optional<std::string> to_utf8(std::string_view bytes, std::string charset) {
  constexpr std::string_view kPrefix = "microsoft-";
  if (charset.starts_with(kPrefix)) charset.erase(0, kPrefix.size());
  if (charset.empty()) return std::nullopt;  // ICU would take the machine's
  UErrorCode status = U_ZERO_ERROR;
  std::string utf8(bytes.size() * 3 + 1, '\0');
  const int32_t written =
      ucnv_convert("UTF-8", charset.c_str(), utf8.data(), static_cast<int32_t>(utf8.size()),
                   bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  utf8.resize(static_cast<size_t>(written));
  return utf8;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const size_t end = text.find_last_not_of(" \t");
  return begin == text.size() ? "" : text.substr(begin, end + 1 - begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "LEFTHYPHENMIN 2"; nothing if it is another number than a minimum can be.
std::optional<std::string> minimum_line(std::string_view keyword, std::string_view value) {
  int minimum = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), minimum);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  if (minimum < 0 || minimum > kLargestMinimum) return std::nullopt;
  return fmt::format("{} {}\n", keyword, minimum);
}

// "NOHYPHEN ',-": sequences that no hyphen stands beside, none of them empty.
std::optional<std::string> exclusion_line(std::string_view list) {
  if (list.empty() || list.starts_with(',') || list.ends_with(',')) return std::nullopt;
  if (list.find(",,") != std::string_view::npos) return std::nullopt;
  return fmt::format("NOHYPHEN {}\n", list);
}

// Letters with a level before each and one behind the last.
struct Pattern {
  std::string letters;  // '.' is the edge of a word
  std::string levels = "0";

  explicit Pattern(std::string_view spelling);
  // A hyphen before the first letter of a word or behind its last is none.
  void drop_outer_levels();
  void forbid_breaks();
  std::string line() const;
};

Pattern::Pattern(std::string_view spelling) {
  for (const char c : spelling) {
    if (is_digit(c)) {
      levels.back() = c;
    } else {
      letters += c;
      levels += '0';
    }
  }
}

void Pattern::drop_outer_levels() {
  if (letters.starts_with('.')) levels[0] = levels[1] = '0';
  if (letters.ends_with('.')) levels[levels.size() - 2] = levels.back() = '0';
}

void Pattern::forbid_breaks() {
  for (char& level : levels) {
    if ((level - '0') % 2 == 1) level = '8';
  }
}

std::string Pattern::line() const {
  std::string line;
  for (size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] != '0') line += levels[i];
    if (i < letters.size()) line += letters[i];
  }
  return line + '\n';
}

Pattern parse_pattern(std::string_view line) {
  const size_t slash = line.find('/');
  Pattern pattern(line.substr(0, std::min(slash, line.find_first_of(" \t"))));
  if (slash != std::string_view::npos) pattern.forbid_breaks();
  pattern.drop_outer_levels();
  return pattern;
}

// The patterns of one level, each sequence of letters once: libhyphen would use
// the last of several and leak the others.
class PatternList {
 public:
  void add(Pattern pattern);
  std::string take_lines();

 private:
  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, size_t> by_letters_;
};

// All patterns that match a word count, so of two with the same letters the
// higher level does.
void PatternList::add(Pattern pattern) {
  if (pattern.letters.empty()) return;
  const auto [entry, is_new] = by_letters_.try_emplace(pattern.letters, patterns_.size());
  if (is_new) {
    patterns_.push_back(std::move(pattern));
    return;
  }
  Pattern& first = patterns_[entry->second];
  std::transform(first.levels.begin(), first.levels.end(), pattern.levels.begin(),
                 pattern.levels.begin(), [](char one, char other) { return std::max(one, other); });
  if (pattern.line().size() <= kLongestLine) first = std::move(pattern);
}

std::string PatternList::take_lines() {
  std::string lines;
  for (const Pattern& pattern : patterns_) lines += pattern.line();
  patterns_.clear();
  by_letters_.clear();
  return lines;
}

constexpr std::string_view kExclusion = "NOHYPHEN";
constexpr std::string_view kNextLevel = "NEXTLEVEL";
constexpr std::string_view kMinimums[] = {"LEFTHYPHENMIN", "RIGHTHYPHENMIN",
                                          "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN"};

// What a line of the file adds to the output at once; patterns are kept back.
std::optional<std::string> normalise_line(std::string_view line, PatternList& patterns) {
  for (const std::string_view keyword : kMinimums) {
    if (line.starts_with(keyword)) {
      return minimum_line(keyword, trimmed(line.substr(keyword.size())));
    }
  }
  if (line.starts_with(kExclusion)) return exclusion_line(trimmed(line.substr(kExclusion.size())));
  if (line.starts_with(kNextLevel)) return patterns.take_lines() + "NEXTLEVEL\n";
  patterns.add(parse_pattern(line));
  return "";
}

bool is_comment(std::string_view line) { return line.starts_with('%') || line.starts_with('#'); }

}  // namespace

std::optional<std::string> normalise_patterns(std::string_view bytes) {
  const std::string charset(take_line(bytes));
  std::optional<std::string> text =
      charset == "UTF-8" ? std::string(bytes) : to_utf8(bytes, charset);
  if (!text || base::find_bad_utf8(*text) || text->find('\0') != std::string::npos) {
    return std::nullopt;
  }
  std::string lines = "UTF-8\n";
  lines.reserve(lines.size() + text->size());
  PatternList patterns;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (is_comment(line)) continue;
    if (line.size() > kLongestLine) return std::nullopt;
    const std::optional<std::string> normal = normalise_line(line, patterns);
    if (!normal) return std::nullopt;
    lines += *normal;
  }
  return lines + patterns.take_lines();
}

}  // namespace sable::text
