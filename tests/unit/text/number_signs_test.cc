#include "text/number_signs.h"

#include <gtest/gtest.h>

namespace sable::text {
namespace {

TEST(DecimalSign, IsThatOfTheLanguage) {
  EXPECT_EQ(decimal_sign("en-US"), ".");
  EXPECT_EQ(decimal_sign("de"), ",");
  EXPECT_EQ(decimal_sign("fr-CA"), ",");
  EXPECT_EQ(decimal_sign("de-CH"), ".");
}

TEST(DecimalSign, IsAPointInALanguageThatNobodyKnows) {
  EXPECT_EQ(decimal_sign("xx-YY"), ".");
  EXPECT_EQ(decimal_sign("no tag"), ".");
  EXPECT_EQ(decimal_sign(""), ".");
}

}  // namespace
}  // namespace sable::text
