// Authority, statements and lists at the door: which release has which, and that a line that
// is withheld leaves no trace of what it said.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "released/front_matter.h"
#include "releasing.h"

namespace sable::release {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string soundings(const std::string& who, const std::string& station) {
  return "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
         "marking: {system: us-ic, overall: SECRET//FGI GBR, compilation: Together they tell.,\n"
         "  cui: {controlled-by: Rivers}}\n"
         "authority:\n  classified-by: {text: " +
         who +
         ", redact: {code: b6}}\n"
         "  reason: 1.4(b)\n  declassify-on: 2022-07-16\n"
         "distribution: [Rivers, {text: " +
         station +
         ", redact: {code: b3}}]\n"
         "body:\n  - p: {mark: U, text: a}\n"
         "  - p: {mark: C//FGI GBR, text: b, redact: {code: b1}}\n"
         "releases:\n"
         "  full: {unredacted: true}\n"
         "  partner: {audience: p, withhold: b6, show: [b1, b3], ceiling: SECRET//FGI GBR}\n"
         "  public: {audience: q, withhold: [b1, b3, b6]}\n";
}

std::vector<std::string> lines_of(const released::LabelledLines& lines) {
  std::vector<std::string> all;
  for (const released::LabelledLine& line : lines) {
    const auto* hole = std::get_if<released::Hole>(&line.field.text);
    all.push_back(line.label + ": " +
                  (hole != nullptr ? notation(*hole)
                                   : notation(std::get<released::Inlines>(line.field.text))));
  }
  return all;
}

released::Released shown(const std::string& name, const std::string& who = "Holt",
                         const std::string& station = "Lindow") {
  Released made = release(soundings(who, station), name);
  EXPECT_THAT(made.wrong, IsEmpty());
  return std::move(made.value);
}

TEST(FrontMatterOfReleases, IsWholeInTheFullOne) {
  const released::FrontMatter front = shown("full").front_matter;
  EXPECT_THAT(lines_of(front.authority),
              ElementsAre("Classified By: Holt", "Reason: 1.4(b)", "Declassify On: 20220716"));
  EXPECT_THAT(lines_of(front.statements),
              ElementsAre(": Together they tell.",
                          ": This document contains GBR foreign government information."));
  EXPECT_THAT(lines_of(front.designation), ElementsAre("Controlled By: Rivers"));
  EXPECT_THAT(lines_of(front.distribution), ElementsAre(": Rivers", ": Lindow"));
}

TEST(FrontMatterOfReleases, HasNoAuthorityWhereNothingClassifiedIsLeft) {
  const released::FrontMatter front = shown("public").front_matter;
  EXPECT_THAT(front.authority, IsEmpty());
  EXPECT_THAT(front.statements, IsEmpty());
  EXPECT_EQ(front.distribution.size(), 2u);
}

TEST(FrontMatterOfReleases, HolesAreNumberedWithoutGaps) {
  const released::Released value = shown("public");
  const auto* hole = std::get_if<released::Hole>(&value.front_matter.distribution[1].field.text);
  ASSERT_NE(hole, nullptr);
  EXPECT_EQ(hole->number, 2u);  // behind that of the paragraph
}

TEST(FrontMatterOfReleases, WhatIsWithheldLeavesNoTrace) {
  for (const char* name : {"partner", "public"}) {
    const bool has_station = std::string(name) == "partner";
    EXPECT_EQ(dump(shown(name, "Holt")), dump(shown(name, "\"A. N. Other, and one more\"")))
        << name;
    // That the comparison can tell: the partner sees the station.
    EXPECT_EQ(dump(shown(name, "Holt", "Lindow")) == dump(shown(name, "Holt", "Tessen")),
              !has_station)
        << name;
  }
  EXPECT_NE(dump(shown("full", "Holt")), dump(shown("full", "Aske")));
}

// What leaves out its withheld sources says what it would say without them.
TEST(FrontMatterOfReleases, SourcesThatAreLeftOutAreNotCounted) {
  const auto derived = [](const std::string& others) {
    const Released made = release(
        "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}}\n"
        "marking: {system: us-ic, overall: SECRET}\n"
        "authority:\n  classified-by: Holt\n  declassify-on: 2022-07-16\n"
        "  derived-from:\n    - {source: A}\n" +
            others +
            "body:\n  - p: {mark: S, text: a}\n"
            "releases:\n  r: {withhold: b3, ceiling: SECRET, withheld-as: omit}\n",
        "r");
    EXPECT_THAT(made.wrong, IsEmpty());
    return lines_of(made.value.front_matter.authority);
  };
  const std::string withheld = "    - {source: B, redact: {code: b3}}\n";
  EXPECT_EQ(derived(withheld), derived(""));
  EXPECT_EQ(derived(withheld + withheld), derived(""));
  EXPECT_NE(derived("    - {source: B}\n"), derived(""));
}

}  // namespace
}  // namespace sable::release
