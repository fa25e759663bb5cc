#include "report/codes.h"

#include <gtest/gtest.h>

namespace sable::report {
namespace {

TEST(Codes, HaveOneNormalSpelling) {
  EXPECT_EQ(normal_code("b1"), "b1");
  EXPECT_EQ(normal_code("(b)(1)"), "b1");
  EXPECT_EQ(normal_code("(b) (7) (a)"), "b7A");
  EXPECT_EQ(normal_code("B7a"), "b7A");
  EXPECT_EQ(normal_code("undisclosed"), "undisclosed");
  for (const std::string& code : known_codes()) EXPECT_EQ(normal_code(code), code);
}

TEST(Codes, AreAClosedSet) {
  for (const char* code : {"", "b", "b0", "b10", "b7G", "b1A", "k2", "b1b3", "(b)"}) {
    EXPECT_EQ(normal_code(code), std::nullopt) << code;
  }
}

TEST(Codes, ArePrintedAsTheLawWritesThem) {
  EXPECT_EQ(printed_code("b1"), "(b)(1)");
  EXPECT_EQ(printed_code("b7A"), "(b)(7)(A)");
  EXPECT_EQ(printed_code("undisclosed"), "undisclosed");
}

}  // namespace
}  // namespace sable::report
