// The reports that the documentation shows, and those of examples/, are accepted
// and rendered as they stand there.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace sable::cli::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::Not;
using ::testing::SizeIs;

// The fenced blocks of YAML that are whole reports.
std::vector<std::string> reports_in(const std::string& document) {
  constexpr std::string_view kFence = "```yaml\n";
  std::vector<std::string> reports;
  for (size_t at = document.find(kFence); at != std::string::npos;
       at = document.find(kFence, at + 1)) {
    const size_t begin = at + kFence.size();
    const std::string block = document.substr(begin, document.find("```", begin) - begin);
    if (block.starts_with("sable: 1\n")) reports.push_back(block);
  }
  return reports;
}

void expect_accepted(const std::string& name, const std::string& report) {
  Program program;
  program.world.files["report.yaml"] = report;
  const Outcome checked = program.run({"check", "report.yaml"});
  EXPECT_EQ(checked.messages, "report.yaml: nothing to mend\n") << name;
  const Outcome rendered = program.run({"render", "report.yaml", "--quiet"});
  EXPECT_EQ(rendered.status, 0) << name << "\n" << rendered.messages;
  EXPECT_EQ(rendered.messages, "") << name;
}

TEST(Documents, ReportsOfTheReadmeAndTheDocsAreAccepted) {
  std::vector<fs::path> documents = {fs::path(SABLE_SOURCE_DIR) / "README.md"};
  for (const auto& entry : fs::directory_iterator(fs::path(SABLE_SOURCE_DIR) / "docs")) {
    if (entry.path().extension() == ".md") documents.push_back(entry.path());
  }
  size_t reports = 0;
  for (const fs::path& document : documents) {
    for (const std::string& report : reports_in(bytes_of(document))) {
      expect_accepted(document.filename(), report);
      ++reports;
    }
  }
  EXPECT_GE(reports, 2u);
  EXPECT_THAT(reports_in(bytes_of(documents[0])), SizeIs(1));
}

TEST(Documents, ExamplesAreAccepted) {
  size_t examples = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(SABLE_SOURCE_DIR) / "examples")) {
    if (entry.path().extension() != ".yaml") continue;
    expect_accepted(entry.path().filename(), bytes_of(entry.path()));
    ++examples;
  }
  EXPECT_GE(examples, 1u);
}

}  // namespace
}  // namespace sable::cli::testing
