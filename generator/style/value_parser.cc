#include "style/value_parser.h"

#include <algorithm>

#include <fmt/format.h>

#include "style/vocabulary.h"

namespace sable::style {
namespace {

// A family's name: a string, or words (CSS Fonts 4, 2.1).
std::optional<std::string> parse_family(Cursor& cursor) {
  const Token& first = cursor.peek_word();
  if (first.is(TokenKind::string)) {
    if (first.text.empty()) return std::nullopt;
    return cursor.next().text;
  }
  std::string name;
  while (cursor.peek_word().is(TokenKind::ident)) {
    if (!name.empty()) name += ' ';
    name += cursor.next().text;
  }
  if (name.empty()) return std::nullopt;
  return name;
}

// "onum" 1, "liga" off (CSS Fonts 4, 6.12), as HarfBuzz spells it: "onum,-liga".
std::optional<std::string> parse_feature(Cursor& cursor) {
  const Token& tag = cursor.peek_word();
  if (!tag.is(TokenKind::string)) return std::nullopt;
  const bool sound =
      tag.text.size() == 4 && std::all_of(tag.text.begin(), tag.text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      });
  if (!sound) {
    cursor.fail("SBL0722", "an OpenType feature has four letters or digits",
                "write such as \"onum\" or \"liga\" off", tag.text);
    return std::nullopt;
  }
  std::string text = cursor.next().text;
  if (cursor.take_ident("off")) return fmt::format("-{}", text);
  if (cursor.take_ident("on")) return text;
  const Token& value = cursor.peek_word();
  if (!value.is(TokenKind::number)) return text;
  if (!value.integer || value.number.is_negative() || value.number.mantissa > 99) {
    cursor.fail("SBL0725", "this number is out of range", "write a whole number from 0 to 99");
    return std::nullopt;
  }
  const int64_t number = cursor.next().number.mantissa;
  if (number == 0) return fmt::format("-{}", text);
  return number == 1 ? text : fmt::format("{}={}", text, number);
}

struct Counter {
  const char* name;
  ContentItem::Kind kind;
};
constexpr Counter kCounters[] = {{"footnote", ContentItem::Kind::note_number},
                                 {"list-item", ContentItem::Kind::list_number},
                                 {"line", ContentItem::Kind::line_number},
                                 {"page", ContentItem::Kind::page_number},
                                 {"pages", ContentItem::Kind::page_count}};

// CSS Counter Styles 3, 6: those of predefined ones that lists have.
bool parse_counter_style(Cursor& inside, ContentPart& part) {
  if (!inside.take(TokenKind::comma)) return true;
  const Token& style = inside.peek_word();
  if (style.is_ident("decimal")) {
    // Of a page the number alone, however the page itself is numbered.
    if (part.item.kind == ContentItem::Kind::page_number) part.item.text = style.text;
    inside.next();
    return true;
  }
  for (const char* known : {"lower-alpha", "upper-alpha", "lower-roman", "upper-roman"}) {
    if (!style.is_ident(known)) continue;
    part.item.text = inside.next().text;
    return true;
  }
  return false;
}

bool parse_counter(Cursor& inside, ContentPart& part) {
  const Token& name = inside.peek_word();
  for (const Counter& counter : kCounters) {
    if (!name.is_ident(counter.name)) continue;
    inside.next();
    part.item.kind = counter.kind;
    const bool has_style = counter.kind == ContentItem::Kind::list_number ||
                           counter.kind == ContentItem::Kind::page_number;
    return !has_style || parse_counter_style(inside, part);
  }
  inside.fail("SBL0729", "there is no such counter",
              suggest(lower_case(name.text), {"footnote", "line", "list-item", "page", "pages"}),
              name.text);
  return false;
}

bool parse_attribute_text(Cursor& inside, ContentPart& part) {
  const Token& name = inside.peek_word();
  if (!name.is(TokenKind::ident) || !contains(attribute_names(), name.text)) {
    inside.fail("SBL0711", "there is no such attribute", suggest(name.text, attribute_names()),
                name.text);
    return false;
  }
  part.attribute = inside.next().text;
  return true;
}

bool parse_running(Cursor& inside, ContentPart& part) {
  if (!inside.peek_word().is(TokenKind::ident)) return false;
  part.item.kind = ContentItem::Kind::running;
  part.item.text = inside.next().text;
  return true;
}

// GCPM 3, 3.2: leader( dotted | solid | space | <string> )
bool parse_leader(Cursor& inside, ContentPart& part) {
  part.item.kind = ContentItem::Kind::leader;
  if (inside.take_ident("dotted")) {
    part.item.text.assign(1, '.');
  } else if (inside.take_ident("solid")) {
    part.item.text.assign(1, '_');
  } else if (inside.take_ident("space")) {
    part.item.text.assign(1, ' ');
  } else if (inside.peek_word().is(TokenKind::string)) {
    part.item.text = inside.next().text;
  }
  return !part.item.text.empty();
}

struct ContentFunction {
  const char* name;
  bool (*parse)(Cursor&, ContentPart&);
  const char* form;
};
constexpr ContentFunction kContentFunctions[] = {
    {"attr", parse_attribute_text, "write attr(name)"},
    {"counter", parse_counter, "write counter(name)"},
    {"element", parse_running, "write element(name), the name of a running element"},
    {"leader", parse_leader, "write leader('.'), leader(dotted), leader(solid) or leader(space)"}};

bool parse_content_function(Cursor& cursor, ContentPart& part) {
  const base::Span place = cursor.here();
  const std::string name = lower_case(cursor.peek().text);
  for (const ContentFunction& function : kContentFunctions) {
    if (name != function.name) continue;
    Cursor inside = cursor.take_function();
    if (function.parse(inside, part) && inside.done()) return true;
    inside.fail({place, "SBL0722", "this function's argument is not right", function.form, {}});
    cursor.fail(inside.problem());
    return false;
  }
  cursor.fail("SBL0724", "there is no such function here",
              suggest(name, {"attr", "counter", "element", "leader"}), name);
  return false;
}

bool parse_content_part(Cursor& cursor, ContentPart& part) {
  const Token& token = cursor.peek_word();
  if (token.is(TokenKind::function)) return parse_content_function(cursor, part);
  if (!token.is(TokenKind::string)) return false;
  part.item.text = cursor.next().text;
  return true;
}

}  // namespace

std::optional<Value> parse_keyword(Cursor& cursor, std::span<const KeywordName> names) {
  const Token& token = cursor.peek_word();
  if (!token.is(TokenKind::ident)) return std::nullopt;
  for (const KeywordName& each : names) {
    if (!token.is_ident(each.name)) continue;
    cursor.next();
    return Keyword{each.id};
  }
  return std::nullopt;
}

std::optional<Value> parse_families(Cursor& cursor) {
  Families families;
  do {
    auto family = parse_family(cursor);
    if (!family) return std::nullopt;
    families.push_back(std::move(*family));
  } while (cursor.take(TokenKind::comma));
  return families;
}

std::optional<Value> parse_features(Cursor& cursor) {
  if (cursor.take_ident("normal")) return std::string();
  std::string features;
  do {
    const auto feature = parse_feature(cursor);
    if (!feature) return std::nullopt;
    if (!features.empty()) features += ',';
    features += *feature;
  } while (cursor.take(TokenKind::comma));
  return features;
}

std::optional<Value> parse_content(Cursor& cursor) {
  if (cursor.take_ident("normal")) return Keyword{0};
  if (cursor.take_ident("none")) return Keyword{1};
  ContentParts parts;
  do {
    if (!parse_content_part(cursor, parts.emplace_back())) return std::nullopt;
  } while (!cursor.done());
  return parts;
}

std::optional<Wide> parse_wide(Cursor& cursor) {
  static constexpr KeywordName kNames[] = {{"inherit", static_cast<int>(Wide::inherit)},
                                           {"initial", static_cast<int>(Wide::initial)},
                                           {"unset", static_cast<int>(Wide::unset)}};
  const size_t begin = cursor.position();
  if (const auto keyword = parse_keyword(cursor, kNames)) {
    cursor.skip_space();
    if (cursor.at_end()) return static_cast<Wide>(std::get<Keyword>(*keyword).id);
  }
  cursor.go_back(begin);
  return std::nullopt;
}

}  // namespace sable::style
