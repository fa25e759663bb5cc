// Rebuilds (P8): the same report gives the same bytes, wherever and whenever.
//
// These run the program itself, with its environment.

#include <filesystem>
#include <iterator>
#include <regex>

#include <gtest/gtest.h>

#include "judges.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;

const std::string kExample = SABLE_SOURCE_DIR "/examples/kaldec-talks.yaml";

std::vector<std::string> examples() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(SABLE_SOURCE_DIR "/examples")) {
    if (entry.path().extension() == ".yaml") found.push_back(entry.path().string());
  }
  return found;
}

std::string built(const std::vector<std::string>& environment, const std::string& folder,
                  const std::string& report = kExample, const std::string& release = "foia") {
  const Ran ran = run_program({SABLE_PROGRAM, "render", report, "--release", release, "-o", "-"},
                              environment, folder);
  EXPECT_EQ(ran.status, 0) << ran.messages;
  EXPECT_EQ(ran.messages, "");
  return ran.output;
}

TEST(Rebuild, IsTheSameInAnotherPlaceTimeAndLanguage) {
  const Scratch scratch;
  const std::string first = built({"TZ=UTC", "LC_ALL=C"}, "/");
  EXPECT_GT(first.size(), 10'000u);
  const std::string second =
      built({"TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=de_DE.UTF-8", "HOME=/nowhere",
             "USER=somebody", "TMPDIR=/var/tmp", "COLUMNS=20"},
            scratch.folder());
  EXPECT_TRUE(first == second);
  // Read by another path, and from standard input's name in the place of a file.
  const std::string copy = scratch.put("deep/folder/kaldec-talks.yaml", bytes_of_file(kExample));
  EXPECT_TRUE(first == built({}, scratch.folder(), copy));
}

TEST(Rebuild, LeavesNothingBesideTheOutput) {
  const Scratch scratch;
  const Ran ran = run_program({SABLE_PROGRAM, "render", kExample}, {}, scratch.folder());
  ASSERT_EQ(ran.status, 0) << ran.messages;
  EXPECT_EQ(ran.output, "");
  std::vector<std::string> left;
  for (const auto& entry : fs::recursive_directory_iterator(scratch.folder())) {
    if (entry.is_regular_file())
      left.push_back(fs::relative(entry.path(), scratch.folder()).string());
  }
  std::sort(left.begin(), left.end());
  EXPECT_EQ(left, (std::vector<std::string>{"out/kaldec-talks/kaldec-talks.foia.pdf",
                                            "out/kaldec-talks/kaldec-talks.partner.pdf"}));
  EXPECT_TRUE(bytes_of_file(scratch.path("out/kaldec-talks/kaldec-talks.foia.pdf")) ==
              built({}, scratch.folder()));
}

TEST(Rebuild, IsTheSameWithAnyNumberOfThreads) {
  const Scratch scratch;
  for (const char* jobs : {"1", "2", "7"}) {
    const Ran ran = run_program({SABLE_PROGRAM, "render", kExample, "--release", "foia", "--jobs",
                                 jobs, "-o", scratch.path(std::string(jobs) + ".pdf")});
    ASSERT_EQ(ran.status, 0) << ran.messages;
  }
  const std::string one = bytes_of_file(scratch.path("1.pdf"));
  EXPECT_TRUE(one == bytes_of_file(scratch.path("2.pdf")));
  EXPECT_TRUE(one == bytes_of_file(scratch.path("7.pdf")));
}

// The control: these bytes do change where they should.
TEST(Rebuild, ChangesWithTheReportAndItsDate) {
  const std::string first = built({}, "/");
  EXPECT_FALSE(first == built({"SOURCE_DATE_EPOCH=86400"}, "/"));
  const Scratch scratch;
  std::string report = bytes_of_file(kExample);
  report.replace(report.find("Halmark and Sorvia have agreed"), 7, "Hallmar");
  EXPECT_FALSE(first == built({}, "/", scratch.put("kaldec-talks.yaml", report)));
}

// The name of its first release that redacts.
std::string redacted_release(const std::string& example) {
  const Ran dump = run_program({SABLE_PROGRAM, "render", example, "--dump", "released"});
  static const std::regex head("release \"([^\"]+)\"");
  std::smatch match;
  return std::regex_search(dump.output, match, head) ? match[1].str() : std::string();
}

TEST(Examples, AreCleanForEveryJudge) {
  ASSERT_FALSE(examples().empty());
  for (const std::string& example : examples()) {
    const Scratch scratch;
    const Ran check = run_program({SABLE_PROGRAM, "check", "--quiet", example});
    EXPECT_EQ(check.status, 0);
    EXPECT_EQ(check.messages, "") << example;
    for (const std::string& release : {redacted_release(example), std::string("full")}) {
      const std::string pdf = built({}, scratch.folder(), example, release);
      EXPECT_EQ(complaints_of_qpdf(pdf), "") << example << " " << release;
      EXPECT_EQ(pdf.find("%%EOF"), pdf.rfind("%%EOF")) << "more than one revision";
    }
  }
}

// Each box of a release is read out as what it is (P11).
TEST(Examples, SayWhatIsWithheld) {
  for (const std::string& example : examples()) {
    const std::string release = redacted_release(example);
    const Ran dump =
        run_program({SABLE_PROGRAM, "render", example, "--release", release, "--dump", "released"});
    // Lines of the dump, not words of the report such as "whole".
    static const std::regex hole_line("\n *hole [0-9]+ kind=");
    const auto holes = static_cast<size_t>(
        std::distance(std::sregex_iterator(dump.output.begin(), dump.output.end(), hole_line), {}));
    const std::string text = running_text(built({}, "/", example, release));
    size_t said = 0;
    for (size_t at = text.find("[redacted"); at != std::string::npos;
         at = text.find("[redacted", at + 1)) {
      ++said;
    }
    EXPECT_GT(holes, 0u) << example;
    // Contents say the boxes of headings once more.
    const bool has_contents = bytes_of_file(example).find("\ncontents:") != std::string::npos;
    EXPECT_GE(said, holes) << example;
    EXPECT_TRUE(has_contents || said == holes) << example << ": " << said << " for " << holes;
  }
}

}  // namespace
}  // namespace sable::testing
