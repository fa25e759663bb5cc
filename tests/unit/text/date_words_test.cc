#include "text/date_words.h"

#include <clocale>
#include <cstdlib>

#include <gtest/gtest.h>

namespace sable::text {
namespace {

std::string long_form(std::string_view date, const std::string& language) {
  const auto words = date_words(date, language);
  return words ? words->long_form : "none";
}

std::string day_first(std::string_view date, const std::string& language) {
  const auto words = date_words(date, language);
  return words ? words->day_first : "none";
}

TEST(DateWords, AreThoseOfTheLanguageAndItsRegion) {
  EXPECT_EQ(long_form("1998-09-24", "en-US"), "September 24, 1998");
  EXPECT_EQ(long_form("1998-09-24", "en"), "September 24, 1998");
  EXPECT_EQ(long_form("1998-09-24", "en-GB"), "24 September 1998");
  EXPECT_EQ(long_form("1998-09-04", "de"), "4. September 1998");
  EXPECT_EQ(long_form("1998-09-24", "fr-CA"), "24 septembre 1998");
  EXPECT_EQ(long_form("1998-09-24", "pl"), "24 września 1998");
  EXPECT_EQ(long_form("1998-09-24", "ja"), "1998年9月24日");
}

TEST(DateWords, OfEnglishCanHaveTheDayFirst) {
  EXPECT_EQ(day_first("1998-09-04", "en-US"), "4 September 1998");
  EXPECT_EQ(day_first("1998-09-24", "en"), "24 September 1998");
  EXPECT_EQ(day_first("1998-09-24", "de-AT"), "24. September 1998");
}

TEST(DateWords, AreOfTheProlepticGregorianCalendar) {
  EXPECT_EQ(day_first("1582-10-10", "en"), "10 October 1582");
  EXPECT_EQ(day_first("1500-02-28", "en"), "28 February 1500");
  EXPECT_EQ(day_first("2024-02-29", "en"), "29 February 2024");
  EXPECT_EQ(day_first("9999-12-31", "en"), "31 December 9999");
  EXPECT_EQ(day_first("0001-01-01", "en"), "1 January 1");
  EXPECT_EQ(long_form("1998-09-24", "th"), "24 กันยายน 1998");  // not the year 2541
}

TEST(DateWords, AreNoneOfWhatIsNoDate) {
  for (const char* text : {"", "1998-9-24", "1998-02-30", "1998-13-01", "1998-09-2x", "-998-09-24",
                           "24 September 1998", "1998-00-10", "[withheld]"}) {
    EXPECT_EQ(long_form(text, "en"), "none") << text;
  }
}

// ICU would take the language of the machine.
TEST(DateWords, AreNoneOfALanguageThatIsNotKnown) {
  ::setenv("LC_ALL", "de_DE.UTF-8", 1);
  EXPECT_EQ(long_form("1998-09-24", "tlh"), "none");
  EXPECT_EQ(long_form("1998-09-24", ""), "none");
  EXPECT_EQ(long_form("1998-09-24", "en-US"), "September 24, 1998");
  ::unsetenv("LC_ALL");
}

}  // namespace
}  // namespace sable::text
