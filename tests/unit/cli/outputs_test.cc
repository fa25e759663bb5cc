#include "cli/outputs.h"

#include <gtest/gtest.h>

namespace sable::cli {
namespace {

release::Profile profile(const std::string& name, bool unredacted = false) {
  release::Profile profile;
  profile.name = name;
  profile.unredacted = unredacted;
  return profile;
}

std::string names(const base::Result<std::vector<const release::Profile*>>& chosen) {
  if (!chosen) return chosen.error()[0].code + ": " + chosen.error()[0].help;
  std::string text;
  for (const release::Profile* profile : *chosen) text += profile->name + ' ';
  return text;
}

TEST(Outputs, StemIsTheNameWithoutItsEnding) {
  EXPECT_EQ(stem_of("reports/spring.talks.yaml"), "spring.talks");
  EXPECT_EQ(stem_of("spring"), "spring");
  EXPECT_EQ(stem_of(".hidden"), ".hidden");
  EXPECT_EQ(stem_of("-"), "report");
}

TEST(Outputs, RedactedReleasesStandInTheReportsFolder) {
  EXPECT_EQ(output_path("a/spring.yaml", "", profile("foia")), "out/spring/spring.foia.pdf");
  EXPECT_EQ(output_path("a/spring.yaml", "b", profile("foia")), "b/spring.foia.pdf");
}

TEST(Outputs, UnredactedReleasesStandInAFolderOfTheirOwn) {
  EXPECT_EQ(output_path("spring.yaml", "", profile("full", true)),
            "out/spring/unredacted/spring.full.pdf");
  EXPECT_EQ(output_path("spring.yaml", "b/", profile("full", true)),
            "b/unredacted/spring.full.pdf");
}

TEST(Outputs, CopiesForOfficersStandApartAndSayWhatTheyAre) {
  release::Profile review = profile("all", true), consultation = profile("port");
  review.review = true;
  consultation.consultation = "Port Office";
  EXPECT_EQ(output_path("spring.yaml", "", review), "out/spring/review/spring.all.review.pdf");
  EXPECT_EQ(output_path("spring.yaml", "b", consultation),
            "b/consultation/spring.port.consultation.pdf");
  EXPECT_EQ(names(choose_releases({review, consultation, profile("foia")}, {})), "foia ");
  EXPECT_EQ(names(choose_releases({review, consultation}, {"port"})), "port ");
}

TEST(Outputs, AFileOrStandardOutputIsTakenAsItIs) {
  EXPECT_EQ(output_path("spring.yaml", "x/y.pdf", profile("foia")), "x/y.pdf");
  EXPECT_EQ(output_path("spring.yaml", "-", profile("foia")), "");
}

TEST(Outputs, AllRedactedReleasesAreChosenUnlessSomeAreNamed) {
  const std::vector<release::Profile> profiles = {profile("full", true), profile("foia"),
                                                  profile("partner")};
  EXPECT_EQ(names(choose_releases(profiles, {})), "foia partner ");
  EXPECT_EQ(names(choose_releases(profiles, {"partner", "full", "full"})), "full partner ");
  EXPECT_EQ(names(choose_releases(profiles, {"parner"})), "SBL1002: did you mean partner?");
  EXPECT_EQ(names(choose_releases(profiles, {"everything"})),
            "SBL1002: its releases are full, foia, partner");
}

TEST(Outputs, AnUnredactedReleaseIsNeverChosenByItself) {
  EXPECT_EQ(names(choose_releases({profile("full", true)}, {})),
            "SBL1003: an unredacted one is rendered when it is named: --release full");
  EXPECT_EQ(names(choose_releases({}, {})), "SBL1003: add one under releases:");
}

TEST(Outputs, OneFileTakesOneRelease) {
  base::MemoryWorld world;
  world.files["notes.txt"] = "";
  EXPECT_TRUE(check_output(world, "", 2, 3).has_value());
  EXPECT_TRUE(check_output(world, "folder", 2, 3).has_value());
  EXPECT_TRUE(check_output(world, "x.pdf", 1, 1).has_value());
  EXPECT_EQ(check_output(world, "x.pdf", 1, 2).error()[0].code, "SBL1004");
  EXPECT_EQ(check_output(world, "-", 2, 1).error()[0].code, "SBL1004");
  EXPECT_EQ(check_output(world, "notes.txt", 1, 1).error()[0].code, "SBL1005");
}

TEST(Outputs, AnEndingSaysWhatIsMeant) {
  EXPECT_EQ(output_kind("-"), OutputKind::standard_output);
  for (const char* file : {"x.pdf", "X.PDF", "a/b.Pdf"}) {
    EXPECT_EQ(output_kind(file), OutputKind::file) << file;
  }
  for (const char* folder : {"x", "pdf", "x.pdf/", "x.txt/", ".."}) {
    EXPECT_EQ(output_kind(folder), OutputKind::folder) << folder;
  }
}

TEST(Outputs, AnotherEndingIsAMistakeUnlessTheFolderIsThere) {
  base::MemoryWorld world;
  world.files["v1.2/a.pdf"] = "";
  world.files["old.pdf/a.pdf"] = "";
  const auto code = [&](const char* output) {
    const auto fit = check_output(world, output, 1, 1);
    return fit ? "" : fit.error()[0].code;
  };
  for (const char* fine : {"v1.2", "x.txt/", "a/..", ".hidden", "old.pdf/", "dot."}) {
    EXPECT_EQ(code(fine), "") << fine;
  }
  for (const char* wrong : {"x.txt", "a.b/x.pfd", "v1.3"})
    EXPECT_EQ(code(wrong), "SBL1007") << wrong;
  EXPECT_EQ(check_output(world, "x.txt", 1, 1).error()[0].help,
            "end the name of a file with .pdf; for a new folder write x.txt/");
  EXPECT_EQ(code("old.pdf"), "SBL1005");
}

}  // namespace
}  // namespace sable::cli
