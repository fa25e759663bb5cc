#include "base/print.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace sable::base {

namespace {

constexpr std::string_view kMask = "▒▒▒";
constexpr size_t kLongestExcerpt = 160;  // bytes of a line that are worth showing

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// The run of letters that begins at `at`, where none precedes it.
std::string_view word_at(std::string_view text, size_t at, size_t to) {
  if (at > 0 && is_letter(text[at - 1])) return {};
  size_t end = at;
  while (end < to && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

// Whether a word may have been meant to withhold: "redact", "withheld", what begins
// with them, and what is a slip away. Masking too much does no harm.
bool means_redaction(std::string_view word) {
  constexpr size_t kLongest = 24;
  if (word.size() < 4 || word.size() > kLongest) return false;
  const std::string lower = lower_case(word);
  if (lower.starts_with("redact") || lower.starts_with("withh")) return true;
  static const std::vector<std::string> kWords{"redact", "redacted", "redaction", "withheld",
                                               "withhold"};
  return nearest(lower, kWords) != nullptr;
}

// Directives that hide nothing (docs/authoring.md). Any other name between a colon
// and a bracket may be a redaction misspelt.
bool hides_nothing(std::string_view word) {
  for (const char* name : {"fn", "ref", "term", "link", "small", "caps", "var"}) {
    if (word == name) return true;
  }
  return false;
}

size_t skip_blanks_and_quotes(std::string_view text, size_t at, size_t to) {
  while (at < to && (text[at] == ' ' || text[at] == '"' || text[at] == '\'')) ++at;
  return at;
}

// A word that opens a redaction, well-formed or not: it means one and stands by a
// colon, bracket or brace, with blanks between at most; or it is an unknown
// directive.
bool opens_redaction(std::string_view text, size_t at, std::string_view word, size_t to) {
  size_t before = at;
  while (before > 0 &&
         (text[before - 1] == ' ' || text[before - 1] == '"' || text[before - 1] == '\''))
    --before;
  const char left = before > 0 ? text[before - 1] : '\n';
  const size_t end = at + word.size();
  const size_t after = skip_blanks_and_quotes(text, end, to);
  const char right = after < to ? text[after] : '\n';
  if (means_redaction(word)) {
    return left == ':' || left == '[' || left == '{' || right == ':' || right == '[' ||
           right == '{' || right == '(';
  }
  const bool directive = at > 0 && text[at - 1] == ':' && end < to && text[end] == '[';
  return directive && !hides_nothing(word);
}

// A line of YAML: where it starts, how far its dash or text is indented, and how
// far its text is.
struct SourceLine {
  size_t start = 0;
  size_t end = 0;
  size_t dash = 0;
  size_t content = 0;
  bool blank = true;
  bool item = false;  // begins a list item
};

SourceLine line_holding(std::string_view text, size_t at) {
  SourceLine line;
  line.start = std::min(at, text.size());
  while (line.start > 0 && text[line.start - 1] != '\n') --line.start;
  line.end = std::min(text.find('\n', line.start), text.size());
  const std::string_view words = text.substr(line.start, line.end - line.start);
  const size_t first = words.find_first_not_of(" \r");
  if (first == std::string_view::npos) return line;
  line.blank = false;
  line.dash = first;
  line.item = words.substr(first).starts_with("- ") || words.substr(first) == "-";
  const size_t content = words.find_first_not_of(" -", first);
  line.content = content == std::string_view::npos ? words.size() : content;
  return line;
}

// The start of the block that holds `at`: the line that begins its list item,
// or the nearest one above that is less indented.
size_t block_start(std::string_view text, size_t at) {
  SourceLine line = line_holding(text, at);
  const size_t content = line.content;
  while (line.start > 0 && !(line.item && line.content <= content)) {
    const SourceLine above = line_holding(text, line.start - 1);
    line = above;
    if (!above.blank && above.content < content) break;
  }
  return line.start;
}

// The outermost list item, or else the value of a top-level key, that holds `at`.
std::pair<size_t, size_t> outermost_block(std::string_view text, size_t at) {
  SourceLine line = line_holding(text, at);
  SourceLine outer = line;
  bool in_item = line.item;
  while (line.start > 0 && !(line.dash == 0 && !line.blank && !line.item)) {
    line = line_holding(text, line.start - 1);
    if (line.blank) continue;
    const bool further = line.item && (!in_item || line.dash < outer.dash);
    if (further || (!in_item && line.dash < outer.dash)) outer = line;
    in_item = in_item || line.item;
  }
  size_t end = outer.end;
  while (end < text.size()) {
    const SourceLine next = line_holding(text, end + 1);
    if (!next.blank && next.dash <= outer.dash) break;
    end = std::max(next.end, end + 1);
  }
  return {outer.start, end};
}

// Whether a key `redact:` or `withheld:` stands in [from, to): it withholds what
// stands beside it, before it as well as behind it.
bool has_redaction_key(std::string_view text, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    if (!is_letter(text[i])) continue;
    const std::string_view word = word_at(text, i, to);
    if (word.empty()) continue;
    i += word.size() - 1;
    if (!means_redaction(word)) continue;
    size_t after = i + 1;
    if (after < to && (text[after] == '"' || text[after] == '\'')) ++after;
    if (after < to && text[after] == ':' && (after + 1 >= to || text[after + 1] != '['))
      return true;
  }
  return false;
}

// Whether `at` stands under the top-level key `residue`, which lists withheld words.
bool is_residue(std::string_view text, size_t at) {
  SourceLine line = line_holding(text, at);
  while (line.start > 0 && (line.blank || line.dash > 0 || line.item)) {
    line = line_holding(text, line.start - 1);
  }
  std::string_view key = text.substr(line.start);
  if (key.starts_with('"') || key.starts_with('\'')) key.remove_prefix(1);
  return word_at(key, 0, key.size()) == "residue";
}

const char* severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

const char* severity_color(Severity severity) {
  return severity == Severity::error     ? "\x1b[1;31m"
         : severity == Severity::warning ? "\x1b[1;33m"
                                         : "\x1b[1;36m";
}

std::string place(const Span& span, const SourceSet& sources) {
  const LineColumn at = sources.locate(span.file, span.begin);
  return fmt::format("{}:{}:{}", sources.file(span.file).name, at.line, at.column);
}

// Whether words at `span` may be quoted.
bool may_quote(const Span& span, const SourceSet& sources, const PrintOptions& options) {
  const SourceFile& file = sources.file(span.file);
  if (file.secrecy == Secrecy::open) return true;
  if (!options.excerpts || file.secrecy == Secrecy::sealed) return false;
  const size_t at = std::min<size_t>(span.begin, file.text.size());
  if (is_residue(file.text, at)) return false;
  const auto [from, to] = outermost_block(file.text, at);
  if (has_redaction_key(file.text, from, to)) return false;
  return find_redaction_opener(file.text, block_start(file.text, at), at) == at;
}

// What a terminal can show without taking it for a command.
bool is_printable(std::string_view line) {
  return !find_bad_utf8(line) && std::none_of(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

// The line with a caret under the span.
std::string excerpt(const Span& span, const SourceSet& sources) {
  const SourceFile& file = sources.file(span.file);
  std::string_view line = sources.line_at(span.file, span.begin);
  const size_t line_begin = static_cast<size_t>(line.data() - file.text.data());
  if (line.size() > kLongestExcerpt || !is_printable(line)) return {};
  std::string shown(line);
  if (file.secrecy == Secrecy::secret) {
    const size_t line_end = line_begin + line.size();
    const size_t opener = find_redaction_opener(file.text, line_begin, line_end);
    if (opener < line_end) shown = fmt::format("{}{}", line.substr(0, opener - line_begin), kMask);
  }
  const LineColumn at = sources.locate(span.file, span.begin);
  const size_t last = std::min<size_t>(span.end, line_begin + line.size());
  size_t width = 0;
  for (size_t i = span.begin; i < last; ++i) {
    if ((static_cast<uint8_t>(file.text[i]) & 0xC0) != 0x80) ++width;
  }
  if (shown.size() < line.size()) width = 1;
  return fmt::format("  {:>5} | {}\n        | {}{}\n", at.line, shown,
                     std::string(at.column - 1, ' '), std::string(std::max<size_t>(width, 1), '^'));
}

}  // namespace

size_t find_redaction_opener(std::string_view text, size_t from, size_t to) {
  to = std::min(to, text.size());
  for (size_t i = from; i < to; ++i) {
    if (!is_letter(text[i])) continue;
    const std::string_view word = word_at(text, i, to);
    if (word.empty() || !opens_redaction(text, i, word, to)) {
      i += std::max<size_t>(word.size(), 1) - 1;
      continue;
    }
    size_t begin = i;
    while (begin > from && (text[begin - 1] == ' ' || text[begin - 1] == ':')) --begin;
    while (begin < i && text[begin] == ' ') ++begin;
    return begin;
  }
  return to;
}

std::string print(const Diagnostic& diagnostic, const SourceSet& sources,
                  const PrintOptions& options) {
  std::string out;
  if (diagnostic.span)
    out += place(*diagnostic.span, sources) + ": ";
  else if (!diagnostic.place.empty())
    out += diagnostic.place + ": ";
  else
    out += "sable: ";
  const char* word = severity_word(diagnostic.severity);
  if (options.color)
    out += fmt::format("{}{}:\x1b[0m ", severity_color(diagnostic.severity), word);
  else
    out += fmt::format("{}: ", word);
  out += diagnostic.message;
  const bool quote = diagnostic.span && may_quote(*diagnostic.span, sources, options);
  // An echo may hold words of a report even where its place is in a template.
  if (quote && options.excerpts && !diagnostic.echo.empty())
    out += fmt::format(" (here: {})", diagnostic.echo);
  out += fmt::format(" [{}]\n", diagnostic.code);
  if (quote) out += excerpt(*diagnostic.span, sources);
  for (const Label& label : diagnostic.related) {
    out += fmt::format("  {}: note: {}\n", place(label.span, sources), label.text);
  }
  if (!diagnostic.help.empty()) out += fmt::format("  help: {}\n", diagnostic.help);
  return out;
}

std::string print(const Diagnostics& diagnostics, const SourceSet& sources,
                  const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += print(diagnostic, sources, options);
  return out;
}

}  // namespace sable::base
