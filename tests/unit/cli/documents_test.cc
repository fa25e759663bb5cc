// The reports that the documentation shows, and those of examples/, are accepted
// and rendered as they stand there; so are the files of templates beside them.

#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pictures/make.h"
#include "program.h"

namespace sable::cli::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

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

using Files = std::map<std::string, std::string>;

// The fenced blocks that stand below a line with the path of a file in templates/.
Files template_files_in(const std::string& document) {
  constexpr std::string_view kPath = "\n`templates/";
  constexpr std::string_view kColon = "`:\n\n```";
  Files files;
  for (size_t at = document.find(kPath); at != std::string::npos;
       at = document.find(kPath, at + 1)) {
    const size_t colon = document.find('`', at + kPath.size());
    if (document.compare(colon, kColon.size(), kColon) != 0) continue;
    const size_t begin = document.find('\n', colon + kColon.size()) + 1;
    files["/sable/" + document.substr(at + 2, colon - at - 2)] =
        document.substr(begin, document.find("```", begin) - begin);
  }
  return files;
}

// The fenced blocks that stand below a line with the name of a file of values.
Files values_in(const std::string& document) {
  constexpr std::string_view kEnd = ".csv`:\n\n```csv\n";
  Files files;
  for (size_t at = document.find(kEnd); at != std::string::npos; at = document.find(kEnd, at + 1)) {
    const size_t name = document.rfind('`', at) + 1;
    const size_t begin = at + kEnd.size();
    files[document.substr(name, at + 4 - name)] =
        document.substr(begin, document.find("```", begin) - begin);
  }
  return files;
}

// Puts the files into their template, which is else a copy of `intelligence`, unless it
// extends that.
void install(Program& program, const Files& files) {
  const std::string original = "/sable/templates/intelligence/";
  const Files shipped = program.world.files;
  for (const auto& [path, text] : files) {
    program.world.files[path] = text;
    const std::string folder = base::folder_of(path) + "/";
    const auto theme = files.find(folder + "theme.yaml");
    if (theme != files.end() && theme->second.find("\nextends: ") != std::string::npos) continue;
    for (const auto& [name, content] : shipped) {
      if (!name.starts_with(original)) continue;
      program.world.files.emplace(folder + name.substr(original.size()), content);
    }
  }
}

// What `check` says but for words that withheld and shown texts share, which are hints.
std::string without_hints(const std::string& messages) {
  std::string rest;
  bool hint = false;
  for (size_t at = 0; at < messages.size();) {
    const size_t end = std::min(messages.find('\n', at), messages.size() - 1) + 1;
    const std::string line = messages.substr(at, end - at);
    if (!line.starts_with(" ")) {
      hint = false;
      for (const char* code : {"[SBL0456]", "[SBL0457]", "[SBL0458]"}) {
        hint = hint || line.find(code) != std::string::npos;
      }
    }
    const bool sum =
        line.starts_with("report.yaml: 0 errors, ") || line == "report.yaml: nothing to mend\n";
    if (!hint && !sum) rest += line;
    at = end;
  }
  return rest;
}

void expect_accepted(const std::string& name, const std::string& report, const Files& files = {},
                     const Files& values = {}) {
  Program program;
  install(program, files);
  program.world.files.insert(values.begin(), values.end());
  // What reports of the documentation show as figures.
  program.world.files["map.png"] = sable::testing::plain_png(40, 20, sable::testing::PngColors::rgb,
                                                             sable::testing::gradient(40, 20, 3));
  program.world.files["landing.jpg"] =
      sable::testing::jpeg_file({.width = 40, .height = 20}, sable::testing::gradient(40, 20, 3));
  program.world.files["report.yaml"] = report;
  const Outcome checked = program.run({"check", "report.yaml"});
  EXPECT_EQ(without_hints(checked.messages), "") << name;
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
    const Files files = template_files_in(bytes_of(document));
    const Files values = values_in(bytes_of(document));
    for (const std::string& report : reports_in(bytes_of(document))) {
      expect_accepted(document.filename(), report, files, values);
      ++reports;
    }
  }
  EXPECT_GE(reports, 2u);
  EXPECT_THAT(reports_in(bytes_of(documents[0])), SizeIs(1));
}

TEST(Documents, ATemplateThatIsShownIsUsed) {
  const std::string document = bytes_of(SABLE_SOURCE_DIR "/docs/templates.md");
  const Files files = template_files_in(document);
  ASSERT_THAT(files, UnorderedElementsAre(Key("/sable/templates/house/theme.yaml"),
                                          Key("/sable/templates/house/term.mustache"),
                                          Key("/sable/templates/ours/theme.yaml")));
  const std::vector<std::string> reports = reports_in(document);
  ASSERT_THAT(reports, SizeIs(1));
  Program program;
  install(program, files);
  program.world.files["report.yaml"] = reports[0];
  const auto dump = [&](const std::string& stage) {
    return program.run({"render", "report.yaml", "--release", "public", "--dump", stage}).output;
  };
  EXPECT_THAT(dump("markup"), HasSubstr("“"));
  EXPECT_THAT(dump("pages"), HasSubstr("page 1 595.28x841.89"));
  std::string& report = program.world.files["report.yaml"];
  report.replace(report.find("template: house"), 15, "template: ours");
  EXPECT_THAT(dump("markup"), Not(HasSubstr("“")));
  EXPECT_THAT(dump("pages"), HasSubstr("page 1 595.28x841.89"));
}

TEST(Documents, ExamplesAreAccepted) {
  const fs::path folder = fs::path(SABLE_SOURCE_DIR) / "examples";
  Files figures;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".svg") {
      figures[entry.path().filename()] = bytes_of(entry.path());
    }
  }
  size_t examples = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    expect_accepted(entry.path().filename(), bytes_of(entry.path()), {}, figures);
    ++examples;
  }
  EXPECT_GE(examples, 1u);
}

}  // namespace
}  // namespace sable::cli::testing
