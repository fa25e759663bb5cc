#include "pdf/strings.h"

#include <gtest/gtest.h>

#include "pdf/number.h"

namespace sable::pdf {
namespace {

std::string thousandths(int64_t value) {
  std::string out;
  append_thousandths(out, value);
  return out;
}

template <void (*append)(std::string&, std::string_view)>
std::string made(std::string_view text) {
  std::string out;
  append(out, text);
  return out;
}

TEST(Number, HasAtMostThreeDecimalsAndNoZerosBehind) {
  EXPECT_EQ(thousandths(0), "0");
  EXPECT_EQ(thousandths(12000), "12");
  EXPECT_EQ(thousandths(12345), "12.345");
  EXPECT_EQ(thousandths(-12340), "-12.34");
  EXPECT_EQ(thousandths(-500), "-.5");
  EXPECT_EQ(thousandths(7), ".007");
}

TEST(Number, RoundsLengthsToTheNearestThousandth) {
  EXPECT_EQ(to_thousandths(base::Length::raw(32)), 0);  // 0.00049 pt
  EXPECT_EQ(to_thousandths(base::Length::raw(33)), 1);  // 0.0005035 pt
  EXPECT_EQ(to_thousandths(base::Length::raw(-32)), 0);
  EXPECT_EQ(to_thousandths(base::Length::raw(-33)), -1);
  EXPECT_EQ(to_thousandths(base::Length::points(-792)), -792000);
}

TEST(Strings, LiteralEscapesWhatWouldBeMisread) {
  EXPECT_EQ(made<append_literal>("a(b)\\\r\n"), "(a\\(b\\)\\\\\\r\n)");
}

TEST(Strings, NameEscapesIrregularCharacters) {
  EXPECT_EQ(made<append_name>("A b#/(\xC3\xBC"), "/A#20b#23#2F#28#C3#BC");
}

TEST(Strings, TextIsAsciiOrUtf16) {
  EXPECT_EQ(made<append_text_string>("plain"), "(plain)");
  EXPECT_EQ(made<append_text_string>("\u00e9\U0001F600"), "<FEFF00E9D83DDE00>");
  EXPECT_EQ(made<append_text_string>("a\tb"), "<FEFF006100090062>");
  EXPECT_EQ(text_string_length("plain"), 5u);
  EXPECT_EQ(text_string_length("\u00e9\U0001F600"), 8u);
}

TEST(Strings, CleanTextHoldsNoControls) {
  EXPECT_EQ(clean_text("a\x01\x7f\u0085b\r\nc\td\uFFFE\uFDD0e"), "a b  c de");
}

TEST(Strings, UriIsAscii) {
  EXPECT_EQ(ascii_uri("http://x/\u00fc b(c)"), "http://x/%C3%BC%20b(c)");
}

TEST(Strings, HexString) { EXPECT_EQ(made<append_hex_string>("\x01\xAB"), "<01AB>"); }

}  // namespace
}  // namespace sable::pdf
