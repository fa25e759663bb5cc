// The examples, stage by stage.
//
// In:  REPORT.RELEASE.STAGE in this folder, for examples/REPORT.yaml.
// Out: a test for each file. `./dev golden --update NAME` rewrites one.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "system/judges.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = SABLE_SOURCE_DIR "/tests/golden";
const std::string kExamples = SABLE_SOURCE_DIR "/examples";

std::vector<std::string> golden_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (std::count(name.begin(), name.end(), '.') == 2) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, IsWhatSablePrints) {
  std::istringstream name(GetParam());
  std::string report, release, stage;
  std::getline(name, report, '.');
  std::getline(name, release, '.');
  std::getline(name, stage);
  cli::testing::Program program;
  program.world.files["report.yaml"] = bytes_of_file(kExamples + "/" + report + ".yaml");
  program.world.files.merge(values_in(kExamples));
  const auto outcome =
      program.run({"render", "report.yaml", "--release", release, "--dump", stage, "--quiet"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  const Scratch scratch;
  const Ran diff =
      run_program({"diff", "-u", kFolder + "/" + GetParam(), scratch.put("seen", outcome.output)});
  EXPECT_EQ(diff.output, "");
}

std::string name_of(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Examples, Golden, ::testing::ValuesIn(golden_files()), name_of);

bool is_redacted_golden(const std::string& name, const std::string& example,
                        const std::string& stage) {
  return name.starts_with(example + ".") && name.ends_with(stage) &&
         !name.starts_with(example + ".full.");
}

// Every example has its pages and its structure here, redacted and in full.
TEST(GoldenFiles, CoverEveryExample) {
  const std::vector<std::string> names = golden_files();
  const std::set<std::string> golden(names.begin(), names.end());
  size_t examples = 0;
  for (const auto& entry : fs::directory_iterator(kExamples)) {
    if (entry.path().extension() != ".yaml") continue;
    ++examples;
    const std::string example = entry.path().stem().string();
    for (const std::string stage : {".pages", ".structure"}) {
      EXPECT_TRUE(golden.contains(example + ".full" + stage)) << example << stage;
      EXPECT_TRUE(std::any_of(
          names.begin(), names.end(),
          [&](const std::string& name) { return is_redacted_golden(name, example, stage); }))
          << example << stage;
    }
  }
  EXPECT_GE(examples, 1u);
}

}  // namespace
}  // namespace sable::testing
