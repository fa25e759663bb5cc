// Colours: CSS Color 3, 4. Opaque ones only: what is drawn over a redaction, or
// is one, must not be seen through.

#include <array>

#include "style/value_parser.h"

namespace sable::style {
namespace {

struct NamedColor {
  const char* name;
  base::Color color;
};

// 4.1, and the greys and deep tones that print well.
constexpr NamedColor kColors[] = {{"black", {0, 0, 0}},           {"silver", {192, 192, 192}},
                                  {"gray", {128, 128, 128}},      {"grey", {128, 128, 128}},
                                  {"white", {255, 255, 255}},     {"maroon", {128, 0, 0}},
                                  {"red", {255, 0, 0}},           {"purple", {128, 0, 128}},
                                  {"fuchsia", {255, 0, 255}},     {"magenta", {255, 0, 255}},
                                  {"green", {0, 128, 0}},         {"lime", {0, 255, 0}},
                                  {"olive", {128, 128, 0}},       {"yellow", {255, 255, 0}},
                                  {"navy", {0, 0, 128}},          {"blue", {0, 0, 255}},
                                  {"teal", {0, 128, 128}},        {"aqua", {0, 255, 255}},
                                  {"cyan", {0, 255, 255}},        {"orange", {255, 165, 0}},
                                  {"brown", {165, 42, 42}},       {"crimson", {220, 20, 60}},
                                  {"darkred", {139, 0, 0}},       {"darkblue", {0, 0, 139}},
                                  {"darkgreen", {0, 100, 0}},     {"dimgray", {105, 105, 105}},
                                  {"dimgrey", {105, 105, 105}},   {"darkgray", {169, 169, 169}},
                                  {"darkgrey", {169, 169, 169}},  {"lightgray", {211, 211, 211}},
                                  {"lightgrey", {211, 211, 211}}, {"gainsboro", {220, 220, 220}},
                                  {"whitesmoke", {245, 245, 245}}};

const std::vector<std::string>& color_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const NamedColor& each : kColors) list.emplace_back(each.name);
    return list;
  }();
  return names;
}

std::optional<Value> parse_named(Cursor& cursor) {
  const std::string name = lower_case(cursor.peek().text);
  if (name == "currentcolor") {
    cursor.next();
    return CurrentColor{};
  }
  if (name == "transparent") {
    cursor.next();
    return Transparent{};
  }
  for (const NamedColor& each : kColors) {
    if (name != each.name) continue;
    cursor.next();
    return each.color;
  }
  cursor.fail("SBL0728", "there is no such colour", suggest(name, color_names()), name);
  return std::nullopt;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// 4.2.1
std::optional<Value> parse_hex(Cursor& cursor) {
  const std::string& text = cursor.peek().text;
  std::array<uint8_t, 3> channels{};
  const size_t digits = text.size() / 3;
  bool sound = text.size() == 3 || text.size() == 6;
  for (size_t i = 0; sound && i < text.size(); ++i) {
    const int digit = hex_digit(text[i]);
    sound = digit >= 0;
    if (!sound) break;
    uint8_t& channel = channels[i / digits];
    channel = static_cast<uint8_t>(digits == 1 ? digit * 17 : channel * 16 + digit);
  }
  if (!sound) {
    cursor.fail("SBL0728", "this is not a colour",
                "write #rgb or #rrggbb; colours are always opaque", "#" + text);
    return std::nullopt;
  }
  cursor.next();
  return base::Color{channels[0], channels[1], channels[2]};
}

std::optional<uint8_t> parse_channel(Cursor& cursor) {
  const Token& token = cursor.peek_word();
  const bool percent = token.is(TokenKind::percentage);
  if (!percent && !token.is(TokenKind::number)) return std::nullopt;
  if (token.number.is_negative()) return std::nullopt;
  const int64_t value = scaled(token.number, percent ? 255 : 1, percent ? 100 : 1, 1000);
  if (value > 255) return std::nullopt;
  cursor.next();
  return static_cast<uint8_t>(value);
}

// 4.2.1, with commas or with spaces (CSS Color 4, 5.1)
std::optional<Value> parse_rgb(Cursor& cursor) {
  const base::Span place = cursor.here();
  Cursor inside = cursor.take_function();
  std::array<uint8_t, 3> channels{};
  bool commas = false;
  bool sound = true;
  for (size_t i = 0; sound && i < 3; ++i) {
    const bool comma = i > 0 && inside.take(TokenKind::comma);
    if (i == 1) commas = comma;
    sound = i == 0 || comma == commas;
    const auto channel = parse_channel(inside);
    sound = sound && channel;
    channels[i] = channel.value_or(0);
  }
  inside.skip_space();
  if (!sound || !inside.at_end()) {
    cursor.fail({place,
                 "SBL0728",
                 "this is not a colour",
                 "write rgb(red, green, blue) with numbers from 0 to 255; colours are always "
                 "opaque",
                 {}});
    return std::nullopt;
  }
  return base::Color{channels[0], channels[1], channels[2]};
}

}  // namespace

std::optional<Value> parse_color(Cursor& cursor) {
  const Token& token = cursor.peek_word();
  if (token.is(TokenKind::ident)) return parse_named(cursor);
  if (token.is(TokenKind::hash)) return parse_hex(cursor);
  if (token.is_function("rgb")) return parse_rgb(cursor);
  if (token.is(TokenKind::function)) {
    cursor.fail("SBL0724", "there is no such function of colours",
                "write rgb(red, green, blue) or #rrggbb", token.text);
  }
  return std::nullopt;
}

}  // namespace sable::style
