#include "style/number.h"

#include <gtest/gtest.h>

namespace sable::style {
namespace {

TEST(Number, IsExact) {
  EXPECT_EQ(parse_number("12"), (Number{12, 1}));
  EXPECT_EQ(parse_number("11.25"), (Number{1125, 100}));
  EXPECT_EQ(parse_number("-.5"), (Number{-5, 10}));
  EXPECT_EQ(parse_number("+007.500"), (Number{75, 10}));
  EXPECT_EQ(parse_number("0.0"), (Number{0, 1}));
  EXPECT_EQ(parse_number("999999999.999999999"), (Number{999999999999999999, 1000000000}));
}

TEST(Number, ReadsExponents) {
  EXPECT_EQ(parse_number("1e3"), (Number{1000, 1}));
  EXPECT_EQ(parse_number("1.25E+1"), (Number{125, 10}));
  EXPECT_EQ(parse_number("25e-1"), (Number{25, 10}));
  EXPECT_EQ(parse_number("0e999"), (Number{0, 1}));
}

TEST(Number, RefusesWhatItCannotHold) {
  for (const char* text : {"1000000000", "0.0000000001", "1e10", "1e9999", "1e-10", "", ".", "1x",
                           "--1", "1e", "1.2.3"}) {
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
  }
}

TEST(Number, ScalesAndRounds) {
  EXPECT_EQ(scaled({5, 10}, 1, 1, 100), 1);
  EXPECT_EQ(scaled({-5, 10}, 1, 1, 100), -1);
  EXPECT_EQ(scaled({49, 100}, 1, 1, 100), 0);
  EXPECT_EQ(scaled({999999999999999999, 1}, INT64_MAX, 1, 100), 100);
  EXPECT_EQ(scaled({-999999999999999999, 1}, INT64_MAX, 1, 100), -100);
}

}  // namespace
}  // namespace sable::style
