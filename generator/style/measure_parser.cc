// Lengths, percentages and numbers: CSS Values 3, 4 and 5.

#include <algorithm>

#include "style/value_parser.h"
#include "style/vocabulary.h"

namespace sable::style {
namespace {

constexpr std::string_view kUnits[] = {"pt", "pc", "in", "mm", "cm", "px", "em", "rem", "lh"};

const std::vector<std::string>& unit_names() {
  static const std::vector<std::string> names(std::begin(kUnits), std::end(kUnits));
  return names;
}

std::optional<Unit> unit_named(const std::string& text) {
  const auto* found = std::find(std::begin(kUnits), std::end(kUnits), lower_case(text));
  if (found == std::end(kUnits)) return std::nullopt;
  return static_cast<Unit>(found - std::begin(kUnits));
}

std::optional<Unit> parse_unit(Cursor& cursor, const Token& token) {
  const auto unit = unit_named(token.text);
  if (!unit) {
    cursor.fail("SBL0723", "there is no such unit", suggest(lower_case(token.text), unit_names()),
                token.text);
  }
  return unit;
}

std::optional<Measure> parse_bare_number(Cursor& cursor, unsigned flags) {
  const Token& token = cursor.peek();
  if ((flags & kPlainNumber) != 0) return Measure{token.number, Unit::number};
  if (token.number.is_zero()) return Measure{token.number, Unit::pt};
  cursor.fail("SBL0726", "this length has no unit", "write a unit behind it, such as 12pt");
  return std::nullopt;
}

std::optional<Measure> parse_unsigned(Cursor& cursor, unsigned flags) {
  const Token& token = cursor.peek_word();
  switch (token.kind) {
    case TokenKind::number:
      return parse_bare_number(cursor, flags);
    case TokenKind::percentage:
      if ((flags & kPercent) != 0) return Measure{token.number, Unit::percent};
      cursor.fail("SBL0722", "this property takes no percentage", "write a length, such as 12pt");
      return std::nullopt;
    case TokenKind::dimension: {
      const auto unit = parse_unit(cursor, token);
      if (!unit) return std::nullopt;
      return Measure{token.number, *unit};
    }
    default:
      return std::nullopt;
  }
}

// The unit of attr(): CSS Values 5, 7.6, <attr-unit> = % | any unit of a dimension.
std::optional<Unit> attribute_unit(const Token& token) {
  if (token.is_delim('%')) return Unit::percent;
  return token.is(TokenKind::ident) ? unit_named(token.text) : std::nullopt;
}

// attr( <name> <unit>? [, <length> ]? )
std::optional<Value> parse_attribute(Cursor& cursor) {
  Cursor inside = cursor.take_function();
  const auto fail = [&](const char* code, const char* message, std::string help,
                        std::string echo = {}) {
    inside.fail(code, message, std::move(help), std::move(echo));
    cursor.fail(inside.problem());
    return std::nullopt;
  };
  const Token& name = inside.peek_word();
  if (!name.is(TokenKind::ident) || !contains(attribute_names(), name.text)) {
    return fail("SBL0711", "there is no such attribute", suggest(name.text, attribute_names()),
                name.text);
  }
  AttributeMeasure value{.attribute = name.text};
  inside.next();
  const Token& unit = inside.peek_word();
  const auto its_unit = attribute_unit(unit);
  if (!its_unit) {
    return fail("SBL0723", "the attribute needs a unit here", suggest(unit.text, unit_names()),
                unit.text);
  }
  value.unit = *its_unit;
  inside.next();
  if (inside.take(TokenKind::comma)) {
    value.fallback = parse_measure(inside, kPercent);
    if (inside.failed()) cursor.fail(inside.problem());
    if (!value.fallback) return std::nullopt;
  }
  inside.skip_space();
  if (!inside.at_end()) {
    return fail("SBL0722", "nothing more can stand in this attr()",
                "write attr(name unit) or attr(name unit, length)");
  }
  return value;
}

}  // namespace

std::optional<Measure> parse_measure(Cursor& cursor, unsigned flags) {
  const auto measure = parse_unsigned(cursor, flags);
  if (!measure) return std::nullopt;
  if (measure->number.is_negative() && (flags & kNegative) == 0) {
    cursor.fail("SBL0727", "this value cannot be negative", "write zero or more");
    return std::nullopt;
  }
  cursor.next();
  return measure;
}

std::optional<Value> parse_dimension(Cursor& cursor) {
  if (cursor.take_ident("auto")) return Keyword{0};
  if (cursor.peek_word().is_function("attr")) return parse_attribute(cursor);
  const auto measure = parse_measure(cursor, kPercent);
  if (!measure) return std::nullopt;
  return *measure;
}

std::optional<Value> parse_count(Cursor& cursor, int64_t most) {
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::number)) return std::nullopt;
  if (!token.integer || token.number.mantissa < 1 || token.number.mantissa > most) {
    cursor.fail("SBL0725", "this number is out of range",
                "write a whole number from 1 to " + std::to_string(most));
    return std::nullopt;
  }
  return Measure{cursor.next().number, Unit::number};
}

std::optional<Number> parse_attribute_number(std::string_view text) {
  const auto number = parse_number(text);
  if (!number || number->is_negative()) return std::nullopt;
  return number;
}

Ratio points_in(Unit unit) {
  switch (unit) {
    case Unit::pt:
      return {1, 1};
    case Unit::pc:
      return {12, 1};
    case Unit::in:
      return {72, 1};
    case Unit::mm:
      return {360, 127};
    case Unit::cm:
      return {3600, 127};
    case Unit::px:
      return {3, 4};
    default:
      return {0, 1};
  }
}

std::optional<Value> parse_page_size(Cursor& cursor) {
  struct Paper {
    std::string_view name;
    PageSize size;
  };
  const auto inches = [](int64_t tenths) { return Measure{{tenths, 10}, Unit::in}; };
  const auto mm = [](int64_t whole) { return Measure{{whole, 1}, Unit::mm}; };
  // CSS Paged Media 3, 7.1
  const Paper papers[] = {{"letter", {inches(85), inches(110)}},
                          {"legal", {inches(85), inches(140)}},
                          {"ledger", {inches(110), inches(170)}},
                          {"a3", {mm(297), mm(420)}},
                          {"a4", {mm(210), mm(297)}},
                          {"a5", {mm(148), mm(210)}},
                          {"b4", {mm(250), mm(353)}},
                          {"b5", {mm(176), mm(250)}}};
  std::optional<PageSize> size;
  std::optional<bool> landscape;
  while (cursor.peek_word().is(TokenKind::ident)) {
    const std::string name = lower_case(cursor.peek().text);
    const auto* paper = std::find_if(std::begin(papers), std::end(papers),
                                     [&](const Paper& each) { return each.name == name; });
    if (paper != std::end(papers) && !size) {
      size = paper->size;
    } else if ((name == "landscape" || name == "portrait") && !landscape) {
      landscape = name == "landscape";
    } else {
      return std::nullopt;
    }
    cursor.next();
  }
  if (!size && !landscape) {
    const auto width = parse_measure(cursor, kNonNegative);
    if (!width) return std::nullopt;
    cursor.skip_space();
    if (cursor.at_end()) return PageSize{*width, *width};
    const auto height = parse_measure(cursor, kNonNegative);
    if (!height) return std::nullopt;
    return PageSize{*width, *height};
  }
  if (!size) size = papers[0].size;
  if (landscape.value_or(false)) std::swap(size->width, size->height);
  return *size;
}

}  // namespace sable::style
