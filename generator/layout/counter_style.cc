#include "layout/counter_style.h"

#include <utility>

namespace sable::layout {

namespace {

constexpr uint32_t kLargestRoman = 3999;

// Bijective base 26: z is followed by aa.
std::string alphabetic(uint32_t number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) {
    text.insert(text.begin(), static_cast<char>(first + static_cast<char>((number - 1) % 26)));
  }
  return text;
}

std::string roman(uint32_t number, bool upper) {
  constexpr std::pair<uint32_t, std::string_view> kLower[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, letters] : kLower) {
    for (; number >= value; number -= value) text += letters;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string in_style(uint32_t number, std::string_view style) {
  if (number > 0 && style == "lower-alpha") return alphabetic(number, 'a');
  if (number > 0 && style == "upper-alpha") return alphabetic(number, 'A');
  const bool is_roman = style == "lower-roman" || style == "upper-roman";
  if (is_roman && number > 0 && number <= kLargestRoman)
    return roman(number, style == "upper-roman");
  return std::to_string(number);
}

std::string in_style(uint32_t number, style::Numerals numerals) {
  constexpr std::string_view kNames[] = {"decimal", "lower-alpha", "upper-alpha", "lower-roman",
                                         "upper-roman"};
  return in_style(number, kNames[static_cast<size_t>(numerals)]);
}

}  // namespace sable::layout
