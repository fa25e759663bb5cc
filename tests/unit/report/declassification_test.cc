// How long matter stays classified: a table of values, and of what follows from several.

#include "report/declassification.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace sable::report {
namespace {

struct ValueCase {
  const char* written;
  const char* printed;  // nullptr: no value
  Term term = Term::date;
};

// E.O. 13526, 1.5, 3.3 and 3.4; 32 CFR 2001.21(e), 2001.24(h) and (i), 2001.26.
constexpr ValueCase kValues[] = {
    {"2022-11-23", "20221123"},
    {"20221123", "20221123"},
    {" 2022-11-23 ", "20221123"},
    {"2024-02-29", "20240229"},
    {"2023-02-29", nullptr},
    {"20230229", nullptr},
    {"2022-13-01", nullptr},
    {"2022-00-10", nullptr},
    {"23.11.2022", nullptr},
    {"11/23/2022", nullptr},
    {"2022", nullptr},
    {"", nullptr},
    {"   ", nullptr},
    {"Completion of the talks", "Completion of the talks", Term::event},
    {"Return of the delegation", "Return of the delegation", Term::event},
    {"25X1, 2049-12-31", "25X1, 20491231", Term::exempt},
    {"25X2, 2049-12-31", "25X2, 20491231", Term::exempt},
    {"25X3, 2049-12-31", "25X3, 20491231", Term::exempt},
    {"25X4, 2049-12-31", "25X4, 20491231", Term::exempt},
    {"25X5, 2049-12-31", "25X5, 20491231", Term::exempt},
    {"25X6, 2049-12-31", "25X6, 20491231", Term::exempt},
    {"25X7, 2049-12-31", "25X7, 20491231", Term::exempt},
    {"25X8, 2049-12-31", "25X8, 20491231", Term::exempt},
    {"25X9, 20491231", "25X9, 20491231", Term::exempt},
    {"25X0, 2049-12-31", nullptr},
    {"25X10, 2049-12-31", nullptr},
    {"25X1", nullptr},
    {"25X1,", nullptr},
    {"25X1, soon", nullptr},
    {"25X1 2049-12-31", nullptr},
    {"50X3, 2070-01-01", "50X3, 20700101", Term::exempt},
    {"50X1-HUM", "50X1-HUM", Term::human},
    {"50X2-WMD", "50X2-WMD", Term::weapons},
    {"50X1-WMD", nullptr},
    {"50X1-HUM, 2070-01-01", nullptr},
    {"75X3, 2099-01-01", "75X3, 20990101", Term::exempt_75},
    {"75X3", nullptr},
    {"35X1, 2049-12-31", nullptr},
    {"N/A to RD portions. See source list for NSI portions.",
     "N/A to RD portions. See source list for NSI portions.", Term::not_applicable},
    {"N/A to FRD portions. See source list for NSI portions.",
     "N/A to FRD portions. See source list for NSI portions.", Term::not_applicable},
    {"N/A to RD/FRD portions. See source list for NSI portions.",
     "N/A to RD/FRD portions. See source list for NSI portions.", Term::not_applicable},
    {"N/A to TFNI portions. See source list for NSI portions.",
     "N/A to TFNI portions. See source list for NSI portions.", Term::not_applicable},
    {"N/A to NATO portions. See source list for NSI portions.",
     "N/A to NATO portions. See source list for NSI portions.", Term::not_applicable},
    {"N/A", nullptr},
    {"N/A to XX portions. See source list for NSI portions.", nullptr},
    {"N/A to RD portions", nullptr},
    {"OADR", "OADR", Term::retired},
    {"MR", "MR", Term::retired},
    {"Manual Review", "Manual Review", Term::retired},
    {"DNI Only", "DNI Only", Term::retired},
    {"DCI Only", "DCI Only", Term::retired},
    {"25X1-human", "25X1-human", Term::retired},
    {"X1", "X1", Term::retired},
    {"X2", "X2", Term::retired},
    {"X3", "X3", Term::retired},
    {"X4", "X4", Term::retired},
    {"X5", "X5", Term::retired},
    {"X6", "X6", Term::retired},
    {"X7", "X7", Term::retired},
    {"X8", "X8", Term::retired},
};

TEST(Declassification, ReadsAndPrintsValues) {
  for (const ValueCase& one : kValues) {
    const std::optional<DeclassifyOn> read = parse_declassify_on(one.written);
    ASSERT_EQ(read.has_value(), one.printed != nullptr) << one.written;
    if (!read) continue;
    EXPECT_EQ(print(*read), one.printed) << one.written;
    EXPECT_EQ(read->term, one.term) << one.written;
    EXPECT_EQ(parse_declassify_on(print(*read)), read) << one.written;
  }
}

TEST(Declassification, CountsYears) {
  EXPECT_EQ(years_after({1997, 7, 16}, 25), (Date{2022, 7, 16}));
  EXPECT_EQ(years_after({1997, 7, 16}, 10), (Date{2007, 7, 16}));
  EXPECT_EQ(years_after({1996, 2, 29}, 25), (Date{2021, 2, 28}));
  EXPECT_EQ(years_after({1996, 2, 29}, 4), (Date{2000, 2, 29}));
  EXPECT_EQ(years_after({1896, 2, 29}, 4), (Date{1900, 2, 28}));
  EXPECT_EQ(years_after({1997, 12, 31}, 25), (Date{2022, 12, 31}));
}

TEST(Declassification, AnOriginalDecisionLasts25Years) {
  const Date decided{1997, 7, 16};
  EXPECT_TRUE(within_limit(*parse_declassify_on("2022-07-16"), decided));
  EXPECT_FALSE(within_limit(*parse_declassify_on("2022-07-17"), decided));
  EXPECT_TRUE(within_limit(*parse_declassify_on("25X1, 2049-12-31"), decided));
  EXPECT_TRUE(within_limit(*parse_declassify_on("50X1-HUM"), decided));
  EXPECT_TRUE(within_limit(*parse_declassify_on("Completion of the talks"), decided));
}

// A source's value, its date, and what it counts as in a derivation.
TEST(Declassification, RetiredValuesAndEventsEnd25YearsAfterTheirSource) {
  const Date source{1994, 3, 1};
  for (const char* text :
       {"OADR", "X1", "X8", "MR", "DNI Only", "25X1-human", "End of the talks"}) {
    EXPECT_EQ(print(*in_derivation(*parse_declassify_on(text), source)), "20190301") << text;
    EXPECT_FALSE(in_derivation(*parse_declassify_on(text), std::nullopt)) << text;
  }
  for (const char* text : {"2019-03-02", "25X1, 2049-12-31", "50X1-HUM", "75X1, 2090-01-01"}) {
    const auto value = parse_declassify_on(text);
    EXPECT_EQ(in_derivation(*value, source), value) << text;
    EXPECT_EQ(in_derivation(*value, std::nullopt), value) << text;
  }
}

// Each lasts longer than those before it.
constexpr const char* kLonger[] = {"2019-01-01",
                                   "2019-01-02",
                                   "25X1, 2019-01-02",
                                   "2030-01-01",
                                   "25X1, 2049-12-31",
                                   "50X6, 2065-01-01",
                                   "50X2-WMD",
                                   "50X1-HUM",
                                   "75X3, 2090-01-01",
                                   "75X1, 2099-01-01",
                                   "N/A to RD portions. See source list for NSI portions."};

TEST(Declassification, TheLongestHoldsInEachOrder) {
  EXPECT_FALSE(longest({}));
  for (size_t a = 0; a < std::size(kLonger); ++a) {
    for (size_t b = a; b < std::size(kLonger); ++b) {
      const auto shorter = parse_declassify_on(kLonger[a]),
                 longer = parse_declassify_on(kLonger[b]);
      EXPECT_EQ(longest({*shorter, *longer}), longer) << kLonger[a] << " | " << kLonger[b];
      EXPECT_EQ(longest({*longer, *shorter}), longer) << kLonger[a] << " | " << kLonger[b];
    }
  }
}

}  // namespace
}  // namespace sable::report
