#include "report/date.h"

#include <gtest/gtest.h>

namespace sable::report {
namespace {

TEST(ParseDate, TakesDaysOfTheCalendar) {
  EXPECT_EQ(parse_date("1997-07-16"), (Date{1997, 7, 16}));
  EXPECT_EQ(parse_date("2000-02-29"), (Date{2000, 2, 29}));
  EXPECT_EQ(parse_date("2024-12-31"), (Date{2024, 12, 31}));
}

TEST(ParseDate, RefusesAnythingElse) {
  for (const char* text : {"", "1997", "1997-7-16", "97-07-16", "1997/07/16", "1997-07-16 ",
                           "1997-13-01", "1997-00-01", "1997-04-31", "1997-01-00", "1900-02-29",
                           "2023-02-29", "19a7-07-16", "1997-07-1b", "-997-07-16"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace sable::report
