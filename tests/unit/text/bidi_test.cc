// Directions: the Unicode Character Database's own cases, and the rules that
// layout relies on.
#include "text/bidi.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace sable::text::testing {
namespace {

// The level of each character as a digit.
std::string levels_of(std::string_view text, BaseDirection direction) {
  const Levels levels = resolve_levels(text, direction);
  std::string out;
  for (size_t offset = 0; offset < text.size(); base::next_code_point(text, offset)) {
    out += static_cast<char>('0' + levels.at(static_cast<uint32_t>(offset)));
  }
  return out;
}

// One case of BidiCharacterTest.txt.
struct Case {
  std::string text;
  std::vector<uint32_t> offsets;  // of its characters
  BaseDirection direction = BaseDirection::left_to_right;
  int base = 0;
  std::vector<int> levels;  // -1: removed by rule X9
  std::vector<uint32_t> order;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

Case parse_case(const std::string& line) {
  const std::vector<std::string> fields = split(line, ';');
  Case one;
  for (const std::string& hex : split(fields.at(0), ' ')) {
    one.offsets.push_back(static_cast<uint32_t>(one.text.size()));
    base::append_utf8(one.text, static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
  }
  constexpr BaseDirection kDirections[] = {BaseDirection::left_to_right,
                                           BaseDirection::right_to_left, BaseDirection::automatic};
  one.direction = kDirections[std::stoul(fields.at(1))];
  one.base = std::stoi(fields.at(2));
  for (const std::string& level : split(fields.at(3), ' ')) {
    one.levels.push_back(level == "x" ? -1 : std::stoi(level));
  }
  if (fields.size() > 4) {
    for (const std::string& index : split(fields[4], ' ')) {
      one.order.push_back(static_cast<uint32_t>(std::stoul(index)));
    }
  }
  return one;
}

// What is wrong with the levels of the characters that X9 keeps, or their order;
// empty: nothing.
std::string fault_of(const Case& one) {
  const Levels levels = resolve_levels(one.text, one.direction);
  if (levels.base != one.base) return "base";
  std::vector<uint8_t> kept;
  std::vector<uint32_t> indices;
  for (size_t i = 0; i < one.levels.size(); ++i) {
    if (one.levels[i] < 0) continue;
    kept.push_back(levels.at(one.offsets[i]));
    indices.push_back(static_cast<uint32_t>(i));
    if (kept.back() != one.levels[i]) return "level " + std::to_string(i);
  }
  std::vector<uint32_t> order;
  for (const uint32_t place : visual_order(kept)) order.push_back(indices[place]);
  return order == one.order ? "" : "order";
}

// Where ICU 72 differs from the annex, and why we leave it so: none of it occurs in
// prose, and an algorithm of our own beside ICU's would be one more to get wrong.
bool icu_differs(const Case& one) {
  size_t brackets = 0;
  bool embeds = false, marked_bracket = false;
  for (size_t offset = 0; offset < one.text.size();) {
    const char32_t c = base::next_code_point(one.text, offset);
    embeds = embeds || (c >= 0x202A && c <= 0x202E);
    marked_bracket = marked_bracket || c == 0x20D6 || (c >= 0x300 && c <= 0x36F);
    brackets += c == '(' || c == ')' ? 1 : 0;
  }
  return embeds               // embeddings that touch isolates or brackets (X5a, N0)
         || marked_bracket    // a mark on a closing bracket keeps its level (N0, note)
         || brackets >= 126;  // 63 pairs open at once (BD16)
}

// Unicode 15.0, that of ICU 72. Debian's package unicode-data brings it.
TEST(Bidi, AgreesWithTheUnicodeCharacterDatabase) {
  const std::string path = "/usr/share/unicode/BidiCharacterTest.txt";
  std::ifstream file(path);
  ASSERT_TRUE(file) << "install the Debian package unicode-data: it has " << path;
  size_t cases = 0, differences = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const Case one = parse_case(line);
    const std::string fault = fault_of(one);
    ++cases;
    if (fault.empty()) continue;
    ++differences;
    EXPECT_TRUE(icu_differs(one)) << fault << " in " << line;
  }
  EXPECT_GT(cases, 90'000u);
  EXPECT_LE(differences, 31u);
}

TEST(Bidi, TextWithoutRightToLeftCharactersIsNotLookedInto) {
  const Levels levels = resolve_levels("A caf\u00E9, \u201C10\u201D \u4E2D \u2068x\u2069",
                                       BaseDirection::left_to_right);
  EXPECT_FALSE(levels.reorders());
  EXPECT_EQ(levels.at(3), 0);
}

TEST(Bidi, TheFirstStrongCharacterDecidesWhereNothingElseDoes) {
  EXPECT_EQ(resolve_levels("\u05D0 b", BaseDirection::automatic).base, 1);
  EXPECT_EQ(resolve_levels("b \u05D0", BaseDirection::automatic).base, 0);
  EXPECT_EQ(resolve_levels("12 - \u0627 b", BaseDirection::automatic).base, 1);
  EXPECT_EQ(resolve_levels("12 -", BaseDirection::automatic).base, 0);
  EXPECT_EQ(resolve_levels("12 -", BaseDirection::right_to_left).base, 1);
}

TEST(Bidi, NumbersRunFromLeftToRight) {
  EXPECT_EQ(levels_of("\u05D0 12.5 \u05D1", BaseDirection::right_to_left), "11222211");
  EXPECT_EQ(levels_of("\u0627 12 \u0628", BaseDirection::left_to_right), "112211");
}

TEST(Bidi, AnObjectIsNeutral) {
  EXPECT_EQ(levels_of("\u05D0 \uFFFC \u05D1", BaseDirection::left_to_right), "11111");
  EXPECT_EQ(levels_of("\u05D0 \uFFFC b", BaseDirection::left_to_right), "10000");
}

TEST(Bidi, AnIsolateIsOneNeutralToWhatIsAround) {
  // \u05D0 a number, called as a note, does not join a number of the text.
  EXPECT_EQ(levels_of("\u05D0 19\u20681\u2069", BaseDirection::right_to_left), "1122121");
}

TEST(Bidi, ALineEndDoesNotBeginAParagraph) {
  EXPECT_EQ(levels_of("\u05D0\nb", BaseDirection::automatic), "112");
}

TEST(Bidi, PiecesAreReordered) {
  EXPECT_EQ(visual_order({0, 1, 1, 0}), (std::vector<uint32_t>{0, 2, 1, 3}));
  EXPECT_EQ(visual_order({1, 2, 2, 1}), (std::vector<uint32_t>{3, 1, 2, 0}));
  EXPECT_EQ(visual_order({}), std::vector<uint32_t>{});
}

TEST(Bidi, LettersJoinAcrossACut) {
  EXPECT_TRUE(joins_onward("\u0628"));  // beh joins on both sides
  EXPECT_TRUE(joins_back("\u0628"));
  EXPECT_FALSE(joins_onward("\u0627")) << "alef joins to what is before it alone";
  EXPECT_TRUE(joins_back("\u0627"));
  EXPECT_TRUE(joins_onward("\u0628\u064E\u2060")) << "marks and controls are passed over";
  EXPECT_FALSE(joins_onward("\u05D0"));
  EXPECT_FALSE(joins_onward("a"));
  EXPECT_FALSE(joins_onward(""));
  EXPECT_FALSE(joins_back("\uFFFC"));
}

}  // namespace
}  // namespace sable::text::testing
