#include "picture/svg_size.h"

#include <algorithm>
#include <array>
#include <string>

namespace sable::picture {

namespace {

using base::Length;
using base::Size;

// Of a unit, in points, as a fraction.
struct Unit {
  std::string_view name;
  int64_t numerator, denominator;
};

constexpr std::array<Unit, 7> kUnits = {{{"", 72, 96},
                                         {"px", 72, 96},
                                         {"pt", 1, 1},
                                         {"pc", 12, 1},
                                         {"mm", 7200, 2540},
                                         {"cm", 7200, 254},
                                         {"in", 72, 1}}};

constexpr int64_t kMillionth = 1'000'000;

// Digits, a point and digits, at the head of `text`, which is cut; in millionths. There
// are no exponents in the sizes that programs write.
std::optional<int64_t> decimal(std::string_view& text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto is_digit = [&] { return !text.empty() && text.front() >= '0' && text.front() <= '9'; };
  int64_t value = 0;
  bool any = false;
  for (; is_digit(); text.remove_prefix(1), any = true) {
    value = value * 10 + (text.front() - '0');
    if (value > kMillionth) return std::nullopt;
  }
  value *= kMillionth;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    for (int64_t place = kMillionth / 10; is_digit(); text.remove_prefix(1), place /= 10) {
      value += place * (text.front() - '0');
      any = true;
    }
  }
  return any ? std::optional(value) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Length in_unit(int64_t millionths, const Unit& unit) {
  return Length::points(1).scaled(millionths, kMillionth).scaled(unit.numerator, unit.denominator);
}

}  // namespace

std::optional<Length> svg_length(std::string_view text) {
  text = trimmed(text);
  const auto number = decimal(text);
  if (!number) return std::nullopt;
  const auto unit =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& one) { return one.name == text; });
  if (unit == kUnits.end()) return std::nullopt;
  return in_unit(*number, *unit);
}

std::optional<Size> view_box_size(std::string_view text) {
  std::array<std::optional<Length>, 4> numbers;
  for (std::optional<Length>& number : numbers) {
    text = trimmed(text);
    if (text.starts_with(',')) text = trimmed(text.substr(1));
    const size_t end = std::min(text.find_first_of(" ,\t\r\n"), text.size());
    number = svg_length(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (!numbers[2] || !numbers[3] || !trimmed(text).empty()) return std::nullopt;
  return Size{*numbers[2], *numbers[3]};
}

std::optional<Size> svg_size(std::string_view width, std::string_view height,
                             std::string_view view_box) {
  const auto box = view_box_size(view_box);
  std::optional<Length> across = svg_length(width), down = svg_length(height);
  const bool has_box = box && box->width > Length() && box->height > Length();
  if (has_box && !across && !down) return *box;
  if (has_box && !across) across = box->width.scaled(down->units(), box->height.units());
  if (has_box && !down) down = box->height.scaled(across->units(), box->width.units());
  if (!across || !down) return std::nullopt;
  return Size{*across, *down};
}

}  // namespace sable::picture
