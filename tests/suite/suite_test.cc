// Reports, and what they must give.
//
// In:  NAME.yaml, a report, and beside it files of values and pictures that it may name, and
//      what is expected of it:
//        NAME.diagnostics        what `sable check` says, and its exit status;
//                                without the file it has to say nothing
//        NAME.RELEASE.text       the text of the PDF, as `pdftotext -layout` reads it
//        NAME.RELEASE.tags       its structure tree (`--dump structure`)
//        NAME.RELEASE.pages      its pages (`--dump pages`)
//        NAME.RELEASE.released   what passes the door (`--dump released`)
//        NAME.RELEASE.messages   what `sable render` says, and its exit status;
//                                without the file it has to succeed in silence
// Out: a test for each report.
//
// SABLE_GOLDEN_UPDATE=NAME rewrites the expectations of that one case, those
// files that are there; make an empty one to begin with. Read them before you
// commit them: a recorded mistake is worse than none.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "system/judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;
using cli::testing::Outcome;
using cli::testing::Program;

const std::string kFolder = SABLE_SOURCE_DIR "/tests/suite";
const std::string kLook = SABLE_SOURCE_DIR "/tests/data/suite-look";

// A file beside a report that says what is expected of it.
struct Expectation {
  std::string path;
  std::string release;  // empty for diagnostics
  std::string what;     // "text"
};

struct Case {
  std::string name;  // "blocks/bullets"
  std::vector<Expectation> expectations;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

std::vector<Expectation> expectations_of(const fs::path& report) {
  std::vector<Expectation> found;
  const std::string stem = report.stem().string() + ".";
  for (const auto& entry : fs::directory_iterator(report.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(stem) || name.ends_with(".yaml")) continue;
    const size_t dot = name.rfind('.');
    const std::string release =
        dot < stem.size() ? "" : name.substr(stem.size(), dot - stem.size());
    found.push_back({entry.path().string(), release, name.substr(dot + 1)});
  }
  std::sort(found.begin(), found.end(),
            [](const Expectation& a, const Expectation& b) { return a.path < b.path; });
  return found;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() != ".yaml" || is_decisions(entry.path())) continue;
    const fs::path name = fs::relative(entry.path(), kFolder).replace_extension();
    cases.push_back({name.string(), expectations_of(entry.path())});
  }
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

std::string difference(const std::string& expected, const std::string& seen) {
  const Scratch scratch;
  return run_program({"diff", "-u", "--label", "expected", "--label", "seen",
                      scratch.put("expected", expected), scratch.put("seen", seen)})
      .output;
}

std::string said(const Outcome& outcome) {
  return fmt::format("{}exit status {}\n", outcome.messages, outcome.status);
}

// One report, run in a world of its own.
class Bench {
 public:
  explicit Bench(const Case& one) : file_(fs::path(one.name).filename().string() + ".yaml") {
    program_.world.files[file_] = bytes_of_file(kFolder + "/" + one.name + ".yaml");
    program_.world.files.merge(values_in(fs::path(kFolder + "/" + one.name).parent_path()));
    // A look that stands still: a better one must not move every expectation.
    for (const char* name : {"style.css", "theme.yaml"}) {
      program_.world.files[program_.home + "/templates/intelligence/" + name] =
          bytes_of_file(kLook + "/" + name);
    }
  }

  std::string seen(const Expectation& expectation) {
    const std::string& release = expectation.release;
    if (expectation.what == "diagnostics") return checked();
    if (expectation.what == "messages") return said(pdf(release));
    if (expectation.what == "text") return laid_out_text(pdf(release).output);
    const std::string stage = expectation.what == "tags" ? "structure" : expectation.what;
    return program_.run({"render", file_, "--release", release, "--dump", stage, "--quiet"}).output;
  }

  std::string checked() { return said(program_.run({"check", file_, "--quiet"})); }

  const Outcome& pdf(const std::string& release) {
    const auto found = pdfs_.find(release);
    if (found != pdfs_.end()) return found->second;
    const std::vector<std::string> words = {"render",   file_, "--release", release,
                                            "--output", "-",   "--quiet"};
    return pdfs_.emplace(release, program_.run(words)).first->second;
  }

 private:
  Program program_;
  std::string file_;
  std::map<std::string, Outcome> pdfs_;
};

bool is_updated(const Case& one) {
  const char* name = std::getenv("SABLE_GOLDEN_UPDATE");
  return name != nullptr && one.name == name;
}

bool expects(const Case& one, const std::string& release, const std::string& what) {
  return std::any_of(one.expectations.begin(), one.expectations.end(), [&](const auto& each) {
    return each.release == release && each.what == what;
  });
}

class Suite : public ::testing::TestWithParam<Case> {};

TEST_P(Suite, GivesWhatIsExpected) {
  const Case& one = GetParam();
  ASSERT_FALSE(one.expectations.empty()) << "nothing is expected of " << one.name;
  Bench bench(one);
  for (const Expectation& expectation : one.expectations) {
    const std::string seen = bench.seen(expectation);
    if (is_updated(one)) std::ofstream(expectation.path, std::ios::binary) << seen;
    const std::string expected = bytes_of_file(expectation.path);
    EXPECT_TRUE(expected == seen) << expectation.path << ":\n" << difference(expected, seen);
  }
}

TEST_P(Suite, SaysNothingUnexpected) {
  const Case& one = GetParam();
  Bench bench(one);
  if (!expects(one, "", "diagnostics")) {
    EXPECT_EQ(bench.checked(), "exit status 0\n");
  }
  for (const Expectation& expectation : one.expectations) {
    const std::string& release = expectation.release;
    if (release.empty() || expects(one, release, "messages")) continue;
    EXPECT_EQ(said(bench.pdf(release)), "exit status 0\n") << release;
    EXPECT_EQ(complaints_of_qpdf(bench.pdf(release).output), "") << release;
  }
}

std::string name_of(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Reports, Suite, ::testing::ValuesIn(all_cases()), name_of);

// ---- The runner itself. ----

TEST(Runner, FindsReportsAndTheirExpectations) {
  const std::vector<Case> cases = all_cases();
  EXPECT_GE(cases.size(), 25u);
  const auto found = std::find_if(cases.begin(), cases.end(),
                                  [](const Case& one) { return one.name == "blocks/bullets"; });
  ASSERT_NE(found, cases.end());
  EXPECT_TRUE(expects(*found, "full", "tags"));
  EXPECT_FALSE(expects(*found, "full", "diagnostics"));
}

// A file that no report reads would be an expectation that nobody checks.
TEST(Runner, ReadsEveryFile) {
  const std::vector<std::string> known = {"text", "tags", "pages", "released", "messages"};
  size_t files = 0, expected = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    const std::string extension = entry.path().extension().string();
    const bool own = extension == ".yaml" || extension == ".csv" || extension == ".cc" ||
                     extension == ".txt" || extension == ".png" || extension == ".jpg" ||
                     extension == ".svg";
    if (entry.is_regular_file() && !own) ++files;
  }
  for (const Case& one : all_cases()) {
    for (const Expectation& each : one.expectations) {
      ++expected;
      const bool fits = each.release.empty()
                            ? each.what == "diagnostics"
                            : std::find(known.begin(), known.end(), each.what) != known.end();
      EXPECT_TRUE(fits) << each.path;
    }
  }
  EXPECT_EQ(files, expected);
}

TEST(Runner, ShowsWhatDiffers) {
  EXPECT_EQ(difference("a\nb\n", "a\nc\n"),
            "--- expected\n+++ seen\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
  EXPECT_EQ(difference("a\n", "a\n"), "");
}

}  // namespace
}  // namespace sable::testing
