#include "base/length.h"

#include <limits>

#include <gtest/gtest.h>

namespace sable::base {
namespace {

TEST(Length, PrintsPointsWithoutExponentOrTrailingZeros) {
  EXPECT_EQ(to_points(Length::points(72)), "72");
  EXPECT_EQ(to_points(Length::points(45, 4)), "11.25");
  EXPECT_EQ(to_points(-Length::points(1, 2)), "-0.5");
  EXPECT_EQ(to_points(Length::raw(1), 3), "0");
  EXPECT_EQ(to_points(Length::raw(-1), 3), "0");
  EXPECT_EQ(to_points(Length::raw(65535), 3), "1");
  EXPECT_EQ(to_points(Length::points(1, 100000), 5), "0.00002");
}

TEST(Length, ScalesWithoutOverflow) {
  const Length large = Length::raw(std::numeric_limits<int64_t>::max() / 2);
  EXPECT_EQ(large.scaled(1000, 1000), large);
  EXPECT_EQ(Length::raw(10).scaled(1, 4), Length::raw(3));
  EXPECT_EQ(Length::raw(-10).scaled(1, 4), Length::raw(-3));
}

TEST(Length, DividesToNearest) {
  EXPECT_EQ(Length::raw(7) / 2, Length::raw(4));
  EXPECT_EQ(Length::raw(-7) / 2, Length::raw(-4));
}

}  // namespace
}  // namespace sable::base
