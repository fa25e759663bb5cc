#include "cli/date.h"

#include <gtest/gtest.h>

namespace sable::cli {
namespace {

TEST(Date, ReadsTheSpellingsOfReports) {
  constexpr int64_t kSeconds = 869'011'200;  // date -ud 1997-07-16 +%s
  EXPECT_EQ(seconds_of_date("1997-07-16"), kSeconds);
  EXPECT_EQ(seconds_of_date("16 July 1997"), kSeconds);
  EXPECT_EQ(seconds_of_date("July 16, 1997"), kSeconds);
}

TEST(Date, ReachesBeforeTheEpoch) {
  EXPECT_EQ(seconds_of_date("1970-01-01"), 0);
  EXPECT_EQ(seconds_of_date("1969-12-31"), -86'400);
}

TEST(Date, RefusesWhatIsNoDay) {
  for (const char* text : {"", "1997", "July 1997", "1997-02-29", "31 June 1997", "1997-13-01",
                           "16 Brumaire 1997", "next Tuesday evening", "0000-01-01"}) {
    EXPECT_EQ(seconds_of_date(text), std::nullopt) << text;
  }
}

released::Released dated(released::Inlines text) {
  released::Released released;
  released.titles.date = released::Field{0, {}, std::move(text)};
  return released;
}

TEST(Date, IsTheOneThatTheReleaseShows) {
  EXPECT_EQ(date_of(dated({{released::Text{"1997-07-16"}}})), 869'011'200);
}

TEST(Date, IsZeroWhereItIsWithheld) {
  EXPECT_EQ(date_of({}), 0);
  EXPECT_EQ(date_of(dated({{released::Text{"1997-07-"}}, {released::Hole{}}})), 0);
  released::Released withheld;
  withheld.titles.date = released::Field{0, {}, released::Hole{}};
  EXPECT_EQ(date_of(withheld), 0);
}

}  // namespace
}  // namespace sable::cli
