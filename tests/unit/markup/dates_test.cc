// Dates in templates: their parts, and the words that are handed in.
#include "markup/dates.h"

#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

std::string parts(std::string_view date) {
  const auto found = date_parts(date);
  return found ? found->year + "/" + found->month + "/" + found->day : "none";
}

TEST(DateParts, HaveNoLeadingZeros) {
  EXPECT_EQ(parts("1998-09-24"), "1998/9/24");
  EXPECT_EQ(parts("2000-10-05"), "2000/10/5");
  EXPECT_EQ(parts("0998-01-01"), "998/1/1");
  EXPECT_EQ(parts("24 September 1998"), "none");
  EXPECT_EQ(parts("1998/09/24"), "none");
  EXPECT_EQ(parts(""), "none");
}

// What a template prints of the report's date and that of the declassification.
std::string printed(Released released, const Dates& dates) {
  const Loaded loaded = load(
      {{"report", page("<p>{{report.date-text}}|{{report.date-long}}|{{report.date-day-first}}|"
                       "{{report.date-month}}</p><p>{{#release.declassified}}{{date}}|"
                       "{{date-long}}|{{date-day-first}}|{{date-day}}{{/release.declassified}}"
                       "</p>{{#body}}{{/body}}")}});
  const auto tree = fill(loaded.result.value(), loaded.sources, released, dates);
  std::string out;
  for (const Node& node : tree.value().nodes) {
    if (node.is_text()) out += std::string(node.text) + "\n";
  }
  return out;
}

TEST(Dates, AreInTheWordsHandedIn) {
  Released released = release_of({});
  released.titles.date = field_of(0, words("1998-09-24"));
  released.declassified = Declassification{"A", "2019-05-04", "Declassified"};
  const Dates dates{{"September 24, 1998", "24 September 1998"}, {"May 4, 2019", "4 May 2019"}};
  EXPECT_EQ(printed(released, dates),
            "1998-09-24|September 24, 1998|24 September 1998|9\n"
            "2019-05-04|May 4, 2019|4 May 2019|4\n");
  EXPECT_EQ(printed(released, {}),
            "1998-09-24|1998-09-24|1998-09-24|9\n"
            "2019-05-04|2019-05-04|2019-05-04|4\n");
}

TEST(Dates, ThatAreWithheldGiveNothing) {
  Released released = release_of({});
  released.titles.date = withheld_field(0, hole(HoleKind::field, {"(b)(1)"}));
  EXPECT_EQ(printed(released, {}), "|||\n");
}

}  // namespace
}  // namespace sable::markup::test
