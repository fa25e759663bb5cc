#include "report/redaction.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/code_book.h"
#include "report/fields.h"
#include "report/near_miss.h"

namespace sable::report {

namespace {

using base::error_at;

// More lines or words than that are no box but pages.
constexpr uint32_t kMostLines = 500;
constexpr uint32_t kMostPages = 999;

void add_code(const Stretch& written, WrittenCodes& codes, base::Diagnostics& diagnostics) {
  const Stretch word = written.trimmed();
  const std::optional<std::string> code = normal_code(word.text());
  if (!code) {
    diagnostics.push_back(unknown_code(CodeBook::shipped(), word.text(), word.span()));
  } else if (std::find(codes.ids.begin(), codes.ids.end(), *code) == codes.ids.end()) {
    codes.ids.push_back(*code);
    codes.places.push_back(word.span());
  }
}

void append_codes(const Stretch& written, WrittenCodes& codes, base::Diagnostics& diagnostics) {
  const std::string_view text = written.text();
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(',', begin), text.size());
    add_code(written.part(begin, end), codes, diagnostics);
    begin = end + 1;
  }
}

void set_codes(Redaction& redaction, WrittenCodes codes) {
  redaction.codes = std::move(codes.ids);
  redaction.code_places = std::move(codes.places);
}

// What is printed with a box, or read out: `what` begins the message.
std::string read_public_line(const Stretch& written, const char* what, const char* help,
                             base::Diagnostics& diagnostics) {
  const Stretch line = written.trimmed();
  if (line.text().empty() || line.text().find('\n') != std::string_view::npos) {
    diagnostics.push_back(
        error_at(written.span(), "SBL0239",
                 fmt::format("{} of a redaction has to be one line of text", what), help));
  } else if (holds_redaction(line.text())) {
    diagnostics.push_back(
        error_at(line.span(), "SBL0218",
                 fmt::format("a redaction stands where none can be: {} is public", what),
                 "write what may be shown"));
  }
  return std::string(line.text());
}

// Digits without sign or leading zero, 1 to 999.
std::optional<uint32_t> read_count(std::string_view text) {
  if (text.empty() || text.size() > 3 || text[0] == '0') return std::nullopt;
  uint32_t count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + static_cast<uint32_t>(c - '0');
  }
  return count;
}

std::optional<Extent> counted_extent(std::string_view text) {
  const size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::optional<uint32_t> count = read_count(text.substr(0, blank));
  const std::string_view unit = text.substr(blank + 1);
  if (!count) return std::nullopt;
  if (unit == "pages" || (unit == "page" && *count == 1)) return Extent{ExtentKind::page, *count};
  if (*count > kMostLines) return std::nullopt;
  if (unit == "lines" || (unit == "line" && *count == 1)) return Extent{ExtentKind::lines, *count};
  if (unit == "words" || (unit == "word" && *count == 1)) return Extent{ExtentKind::words, *count};
  return std::nullopt;
}

std::optional<Extent> parse_extent(std::string_view text) {
  if (text == "words") return Extent{ExtentKind::words, 0};
  if (text == "paragraph") return Extent{ExtentKind::paragraph, 0};
  if (text == "page") return Extent{ExtentKind::page, 0};
  if (text == "half page") return Extent{ExtentKind::half_page, 0};
  if (text == "undisclosed") return Extent{ExtentKind::undisclosed, 0};
  return counted_extent(text);
}

// The stretch of a text field, or nullopt.
std::optional<Stretch> stretch_of(const Fields& fields, std::string_view name,
                                  base::Diagnostics& diagnostics) {
  const source::Value* value = fields.find(name);
  if (value == nullptr || !expect_text(*value, fmt::format("`{}`", name), diagnostics)) {
    return std::nullopt;
  }
  return Stretch::whole(*value);
}

void set_attribute(Redaction& redaction, const Attribute& attribute,
                   base::Diagnostics& diagnostics) {
  const std::string_view name = attribute.name.text();
  if (name == "code") {
    set_codes(redaction, read_codes(attribute.value, diagnostics));
  } else if (name == "extent") {
    redaction.extent = read_extent(attribute.value, diagnostics);
  } else if (name == "label") {
    redaction.label = read_label(attribute.value, diagnostics);
  } else if (name == "statute") {
    redaction.statute = read_statute(attribute.value, diagnostics);
  } else if (name == "id") {
    redaction.id = read_id(attribute.value, diagnostics);
  } else {
    base::Diagnostic diagnostic =
        error_at(attribute.name.span(), "SBL0232", "a redaction has no such attribute",
                 suggestion(std::string(name), redaction_attributes()));
    diagnostic.echo = name;
    diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace

const std::vector<std::string>& redaction_attributes() {
  static const std::vector<std::string> names = {"code", "statute", "extent", "label", "id"};
  return names;
}

WrittenCodes read_codes(const Stretch& written, base::Diagnostics& diagnostics) {
  WrittenCodes codes;
  append_codes(written, codes, diagnostics);
  return codes;
}

WrittenCodes read_codes(const source::Value& value, std::string_view what,
                        base::Diagnostics& diagnostics) {
  WrittenCodes codes;
  if (value.kind == source::Kind::list) {
    for (const source::Value& item : value.items) {
      if (expect_text(item, what, diagnostics)) {
        append_codes(Stretch::whole(item), codes, diagnostics);
      }
    }
  } else if (expect_text(value, what, diagnostics)) {
    append_codes(Stretch::whole(value), codes, diagnostics);
  }
  return codes;
}

base::Diagnostic unknown_code(const CodeBook& book, std::string_view written, base::Span place) {
  const std::vector<std::string> known = book.ids();
  const std::string* near = base::nearest(std::string(written), known);
  base::Diagnostic diagnostic = error_at(
      place, "SBL0234", "this is not a known code",
      near != nullptr ? fmt::format("did you mean `{}`?", *near)
                      : "docs/releases.md lists the codes; those of your own stand under `codes:`");
  diagnostic.echo = written;
  return diagnostic;
}

std::optional<Extent> read_extent(const Stretch& written, base::Diagnostics& diagnostics) {
  const Stretch word = written.trimmed();
  const std::optional<Extent> extent = parse_extent(word.text());
  if (!extent) {
    base::Diagnostic diagnostic = error_at(
        word.span(), "SBL0235", "this is not an extent",
        fmt::format("write `words`, `paragraph`, `half page`, `page`, `undisclosed`, a number from 1 to "
                    "{} with `lines` or `words`, or one from 1 to {} with `pages`",
                    kMostLines, kMostPages));
    diagnostic.echo = word.text();
    diagnostics.push_back(std::move(diagnostic));
  }
  return extent;
}

std::string read_statute(const Stretch& written, base::Diagnostics& diagnostics) {
  return read_public_line(written, "the statute", "write it as it is cited: `50 USC 3024(i)(1)`",
                          diagnostics);
}

std::string read_label(const Stretch& written, base::Diagnostics& diagnostics) {
  return read_public_line(written, "the label",
                          "a label is read out with the box; leave it out if none is wanted",
                          diagnostics);
}

std::string read_id(const Stretch& written, base::Diagnostics& diagnostics) {
  const Stretch id = written.trimmed();
  if (!is_identifier(id.text())) {
    base::Diagnostic diagnostic =
        error_at(written.span(), "SBL0216", "this is not an id",
                 "an id begins with a letter or digit and has letters, digits, `.`, `_` and `-` "
                 "(64 at most)");
    diagnostic.echo = id.text();
    diagnostics.push_back(std::move(diagnostic));
    return {};
  }
  return std::string(id.text());
}

Redaction read_redaction(const source::Value& map, base::Diagnostics& diagnostics) {
  static const Shape shape = {"a redaction", redaction_attributes(), {}};
  Redaction redaction;
  redaction.span = map.span;
  if (!expect_map(map, "`redact`", diagnostics)) return redaction;
  const Fields fields(map, shape, diagnostics);
  // One with an id may leave its codes to the decision of that id.
  redaction.awaits_codes = fields.find("code") == nullptr && fields.find("id") != nullptr;
  const source::Value* code = redaction.awaits_codes ? nullptr : fields.require("code");
  if (code != nullptr) {
    set_codes(redaction, read_codes(*code, "`code`", diagnostics));
    if (code->kind == source::Kind::list && code->items.empty()) {
      diagnostics.push_back(error_at(code->span, "SBL0231", "this redaction names no code",
                                     "write the code under which the matter is withheld: "
                                     "`code: b1`"));
    }
  }
  if (const auto extent = stretch_of(fields, "extent", diagnostics)) {
    redaction.extent = read_extent(*extent, diagnostics);
  }
  if (const auto statute = stretch_of(fields, "statute", diagnostics)) {
    redaction.statute = read_statute(*statute, diagnostics);
  }
  if (const auto label = stretch_of(fields, "label", diagnostics)) {
    redaction.label = read_label(*label, diagnostics);
  }
  if (const auto id = stretch_of(fields, "id", diagnostics))
    redaction.id = read_id(*id, diagnostics);
  return redaction;
}

Redaction read_redaction(const Attributes& attributes, base::Span opener,
                         base::Diagnostics& diagnostics) {
  Redaction redaction;
  std::vector<std::string_view> seen;
  for (const Attribute& attribute : attributes.all) {
    if (std::find(seen.begin(), seen.end(), attribute.name.text()) != seen.end()) {
      diagnostics.push_back(error_at(attribute.name.span(), "SBL0238",
                                     "this attribute stands here twice", "take one out"));
    }
    seen.push_back(attribute.name.text());
    set_attribute(redaction, attribute, diagnostics);
  }
  const bool coded = std::find(seen.begin(), seen.end(), "code") != seen.end();
  redaction.awaits_codes = attributes.ok && !coded && !redaction.id.empty();
  if (attributes.ok && !coded && !redaction.awaits_codes) {
    diagnostics.push_back(error_at(opener, "SBL0231", "this redaction names no code",
                                   "add `code=…` to its attributes, for example `{code=b1}`"));
  }
  return redaction;
}

}  // namespace sable::report
