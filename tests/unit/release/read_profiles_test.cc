#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "releasing.h"

namespace sable::release {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string with_releases(const std::string& releases) {
  return "sable: 1\ntemplate: plain\nreport: {title: {mark: U, text: T}, number: N}\n"
         "marking: {system: us-ic, overall: SECRET}\n"
         "body:\n  - p: :redact[a]{code=b1} :redact[b]{code=b3}\n" +
         releases;
}

std::vector<std::string> wrong_with(const std::string& profile) {
  return profiles_of(with_releases("releases:\n  r: " + profile + "\n")).wrong;
}

// The help of the first thing that is wrong.
std::string help_with(const std::string& profile) {
  const Source source = read_source(with_releases("releases:\n  r: " + profile + "\n"));
  const base::Result<std::vector<Profile>> profiles = read_profiles(source.report);
  return profiles ? "" : profiles.error().front().help;
}

TEST(ReadProfiles, ASetStandsForItsCodes) {
  const Profiles read = profiles_of(with_releases(
      "releases:\n  r: {withhold: [privacy-act, foia, b1], show: [k1, b3, b5, gdpr]}\n"));
  ASSERT_THAT(read.wrong, IsEmpty());
  const Profile& r = read.all.front();
  EXPECT_THAT(r.withhold,
              ElementsAre("d5", "j1", "j2", "k2", "k3", "k4", "k5", "k6", "k7", "b1", "b2", "b4",
                          "b6", "b7", "b7A", "b7B", "b7C", "b7D", "b7E", "b7F", "b8", "b9"));
  EXPECT_THAT(r.show, ElementsAre("k1", "b3", "b5", "gdpr-4.1", "gdpr-5.1c", "gdpr-9.1", "gdpr-10",
                                  "gdpr-15.4", "gdpr-23.1"));
}

TEST(ReadProfiles, ASetInBothListsIsAnError) {
  EXPECT_THAT(wrong_with("{withhold: foia, show: foia}"), Contains(HasSubstr("SBL0403")));
  EXPECT_THAT(wrong_with("{withhold: foiaa, show: b5}"), Contains(HasSubstr("SBL0234")));
}

TEST(ReadProfiles, ReadsEveryField) {
  const Profiles read =
      profiles_of(with_releases("releases:\n"
                                "  full: {unredacted: true}\n"
                                "  foia:\n"
                                "    audience: public\n"
                                "    withhold: [\"(b)(1)\", \"b7a, b6\"]\n"
                                "    show: b3, b5\n"
                                "    ceiling: SECRET//NF\n"
                                "    show-marks: true\n"
                                "    boxes: outline\n"
                                "    codes: beside\n"
                                "    declassified: {authority: Archivist, date: 2019-05-14}\n"
                                "    stamp: \"{date} of {number}\"\n"
                                "    watermark: DRAFT\n"
                                "    line-numbers: true\n"
                                "    bates: {prefix: K-, first: 12, digits: 7}\n"));
  ASSERT_THAT(read.wrong, IsEmpty());
  ASSERT_EQ(read.all.size(), 2u);
  EXPECT_EQ(read.all[0].name, "full");
  EXPECT_TRUE(read.all[0].unredacted);
  EXPECT_FALSE(read.all[0].ceiling);
  const Profile& foia = read.all[1];
  EXPECT_EQ(foia.name, "foia");
  EXPECT_FALSE(foia.unredacted);
  EXPECT_EQ(foia.audience, "public");
  EXPECT_THAT(foia.withhold, ElementsAre("b1", "b7A", "b6"));
  EXPECT_THAT(foia.show, ElementsAre("b3", "b5"));
  EXPECT_EQ(foia.ceiling, (marking::Marking{2, {{20, {}}}}));
  EXPECT_TRUE(foia.show_marks);
  EXPECT_EQ(foia.boxes, released::Appearance::outline);
  EXPECT_EQ(foia.codes, released::CodePlace::beside);
  EXPECT_EQ(foia.declassified->authority, "Archivist");
  EXPECT_EQ(foia.declassified->date, "2019-05-14");
  EXPECT_EQ(foia.stamp, "{date} of {number}");
  EXPECT_EQ(foia.watermark, "DRAFT");
  EXPECT_TRUE(foia.numbers_lines);
  EXPECT_EQ(foia.bates->prefix, "K-");
  EXPECT_EQ(foia.bates->first, 12u);
  EXPECT_EQ(foia.bates->digits, 7u);
}

TEST(ReadProfiles, ChecksTheRunningNumbers) {
  const auto bates = [](const std::string& fields) {
    return wrong_with("{withhold: [b1, b3], bates: {" + fields + "}}");
  };
  EXPECT_THAT(bates("first: 1"), IsEmpty());
  for (const char* first : {"0", "-1", "1000000000", "12a", "99999999999999999999"}) {
    EXPECT_THAT(
        bates(std::string("first: ") + first),
        ElementsAre(std::string("SBL0408 [") + first + "] `first` does not take this value"));
  }
  EXPECT_THAT(bates("digits: 13"), ElementsAre("SBL0408 [13] `digits` does not take this value"));
}

TEST(ReadProfiles, NeedsReleases) {
  EXPECT_THAT(profiles_of(with_releases("")).wrong,
              ElementsAre("SBL0400 [] this report has no releases"));
  EXPECT_THAT(profiles_of(with_releases("releases:\n")).wrong,
              ElementsAre("SBL0400 [] this report has no releases"));
  EXPECT_THAT(profiles_of(with_releases("releases: [a]\n")).wrong,
              ElementsAre("SBL0202 [] `releases` has to be a map, not a list"));
}

TEST(ReadProfiles, NeedsARule) {
  const std::string message = "SBL0401 [r] the release `r` has no rule of what it withholds";
  EXPECT_THAT(wrong_with("{audience: public}"), ElementsAre(message));
  EXPECT_THAT(wrong_with("{}"), ElementsAre(message));
  EXPECT_THAT(wrong_with("{unredacted: false}"), ElementsAre(message));
  // Showing every code withholds nothing: that is to be said as such.
  EXPECT_THAT(wrong_with("{show: [b1, b3]}"), ElementsAre(message));
  EXPECT_THAT(wrong_with("{withhold: [], show: [b1, b3]}"), ElementsAre(message));
  EXPECT_THAT(wrong_with(""), ElementsAre("SBL0401 [r] this release has no rule"));
}

TEST(ReadProfiles, AnUnredactedReleaseHasNoOtherRule) {
  EXPECT_THAT(wrong_with("{unredacted: true, withhold: [b1]}"),
              ElementsAre("SBL0402 [[b1]] the release `r` is unredacted and has a rule too"));
  EXPECT_THAT(wrong_with("{unredacted: true, declassified: {authority: a, date: 2019-05-14}}"),
              IsEmpty());
}

TEST(ReadProfiles, EveryCodeIsDecided) {
  EXPECT_THAT(wrong_with("{withhold: [b1]}"),
              ElementsAre("SBL0404 [r] the release `r` does not say whether it withholds b3"));
  EXPECT_THAT(wrong_with("{ceiling: SECRET}"),
              ElementsAre("SBL0404 [r] the release `r` does not say whether it withholds b1",
                          "SBL0404 [r] the release `r` does not say whether it withholds b3"));
  EXPECT_THAT(wrong_with("{withhold: [b1, b3], show: [b3]}"),
              ElementsAre("SBL0403 [[b3]] the release `r` both withholds and shows b3"));
  EXPECT_THAT(wrong_with("{withhold: [b1, b3, b33]}"),
              ElementsAre("SBL0234 [b33] this is not a known code"));
}

TEST(ReadProfiles, RefusesUnknownSettings) {
  EXPECT_THAT(wrong_with("{withold: [b1], show: [b3]}"),
              ElementsAre("SBL0201 [withold] a release has no such field",
                          "SBL0401 [r] the release `r` has no rule of what it withholds"));
  EXPECT_THAT(
      wrong_with("{withhold: [b1, b3], mode: facsimile}"),
      ElementsAre("SBL0204 [mode] the field `mode` of a release is not supported by this version"));
  EXPECT_THAT(wrong_with("{withhold: [b1, b3], boxes: white, codes: below, show-marks: 1}"),
              ElementsAre("SBL0205 [1] `show-marks` does not take this value",
                          "SBL0205 [white] `boxes` does not take this value",
                          "SBL0205 [below] `codes` does not take this value"));
  EXPECT_THAT(wrong_with("{withhold: [b1, b3], ceiling: HIGH}"),
              ElementsAre("SBL0500 [HIGH] this marking's level is not one of the system us-ic"));
  EXPECT_THAT(wrong_with("[b1]"), ElementsAre("SBL0202 [] a release has to be a map, not a list"));
  EXPECT_THAT(profiles_of(with_releases("releases: {../x: {withhold: [b1, b3]}}\n")).wrong,
              ElementsAre("SBL0406 [../x] this is not a name for a release"));
}

TEST(ReadProfiles, RefusesRedactionsInSettings) {
  for (const char* text : {":redact[x]{code=b1}", "a :redact[x]", "x {code=b1}"}) {
    EXPECT_THAT(
        wrong_with("{withhold: [b1, b3], audience: '" + std::string(text) + "'}"),
        ElementsAre("SBL0218 ['" + std::string(text) + "'] a redaction stands where none can be"))
        << text;
  }
}

TEST(ReadProfiles, ChecksTheDeclassification) {
  EXPECT_THAT(wrong_with("{withhold: [b1, b3], declassified: {}}"),
              ElementsAre("SBL0203 [] `declassified` lacks the field `authority`",
                          "SBL0203 [] `declassified` lacks the field `date`"));
  EXPECT_THAT(wrong_with("{withhold: [b1, b3], declassified: {authority: A, date: 2019-02-30}}"),
              ElementsAre("SBL0207 [2019-02-30] this is not a date of the calendar"));
}

TEST(ReadProfiles, ChecksTheStamp) {
  const auto stamp = [](const std::string& text) {
    return wrong_with("{withhold: [b1, b3], stamp: \"" + text + "\"}");
  };
  EXPECT_THAT(stamp("No. {number}"), IsEmpty());
  EXPECT_THAT(stamp("{nmuber}"),
              ElementsAre("SBL0405 [\"{nmuber}\"] a stamp has no such placeholder"));
  for (const char* text : {"{number", "number}", "{{number}}", "{"}) {
    EXPECT_THAT(stamp(text),
                ElementsAre(testing::HasSubstr("a brace of this stamp has no partner")))
        << text;
  }
  EXPECT_THAT(stamp("{date}"), ElementsAre("SBL0407 [\"{date}\"] this stamp prints a date that the "
                                           "release does not have"));
}

TEST(ReadProfiles, ADateAloneIsNoDeclassification) {
  const std::string profile = "{withhold: [b1, b3], declassified: 2019-01-01}";
  EXPECT_THAT(wrong_with(profile),
              ElementsAre("SBL0202 [2019-01-01] `declassified` takes an authority and a date"));
  EXPECT_EQ(help_with(profile),
            "write `declassified: {authority: Records Panel, date: 2019-05-14}`");
}

TEST(ReadProfiles, AMisspeltCeilingSaysWhichWasMeant) {
  EXPECT_THAT(help_with("{withhold: [b1, b3], ceiling: SECRTE//NF}"),
              testing::StartsWith("did you mean `SECRET//NOFORN`? levels are U (UNCLASSIFIED)"));
  EXPECT_THAT(help_with("{withhold: [b1, b3], ceiling: HIGH}"), testing::StartsWith("levels are"));
}

}  // namespace
}  // namespace sable::release
