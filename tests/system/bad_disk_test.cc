// What only a disk can do to a run: refuse, fill up, be somewhere else.
//
// These run the program itself.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "judges.h"
#include "sound_report.h"

namespace sable::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class BadDisk : public ::testing::Test {
 protected:
  BadDisk() : report_(scratch_.put("report.yaml", sound_report())) {}

  Ran render(std::vector<std::string> options) {
    options.insert(options.begin(), {SABLE_PROGRAM, "render", report_});
    const Ran ran = run_program(options, {}, scratch_.folder());
    EXPECT_THAT(ran.messages, Not(HasSubstr(kSecret)));
    return ran;
  }

  Scratch scratch_;
  std::string report_;
};

TEST_F(BadDisk, AFolderIsNoReport) {
  const Ran ran = run_program({SABLE_PROGRAM, "render", scratch_.folder()});
  EXPECT_EQ(ran.status, 42);
  EXPECT_THAT(ran.messages, HasSubstr(scratch_.folder()));
  EXPECT_THAT(ran.messages, HasSubstr("help:"));
}

TEST_F(BadDisk, AMissingFileIsWorthARetry) {
  for (const char* command : {"render", "check"}) {
    const Ran ran = run_program({SABLE_PROGRAM, command, scratch_.path("none.yaml")});
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.messages, HasSubstr("there is no file " + scratch_.path("none.yaml")));
    EXPECT_THAT(ran.messages, HasSubstr("help:"));
  }
}

TEST_F(BadDisk, AFileIsNoFolder) {
  const std::string file = scratch_.put("file", "a file");
  const Ran ran = render({"--output", file + "/below"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.messages, HasSubstr(file));
  EXPECT_THAT(ran.messages, HasSubstr("--output"));
  EXPECT_EQ(bytes_of_file(file), "a file");
}

// The source of a secret is as private behind `--fix` as before, wherever a link leads.
TEST_F(BadDisk, AFileThatIsReplacedKeepsItsPermissions) {
  namespace fs = std::filesystem;
  const fs::perms kOwnerAlone = fs::perms::owner_read | fs::perms::owner_write;
  fs::permissions(report_, kOwnerAlone);
  const std::string link = scratch_.path("link.yaml");
  fs::create_symlink(report_, link);
  const Ran ran = run_program({SABLE_PROGRAM, "check", "--fix", link});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  EXPECT_THAT(bytes_of_file(report_), HasSubstr("id=r"));
  EXPECT_EQ(fs::status(report_).permissions(), kOwnerAlone);
  EXPECT_TRUE(fs::is_symlink(link));
}

// The superuser may write everywhere but here.
TEST_F(BadDisk, AFolderMayRefuse) {
  const Ran ran = render({"--release", "public", "--output", "/proc/report.pdf"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.messages, HasSubstr("/proc/report.pdf"));
  EXPECT_THAT(ran.messages, HasSubstr("--output"));
}

TEST_F(BadDisk, AFullDeviceIsReported) {
  const Ran ran = run_program(
      {"/bin/sh", "-c",
       std::string(SABLE_PROGRAM) + " render " + report_ + " --release public -o - > /dev/full"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.messages, HasSubstr("cannot write standard output: No space left on device"));
  EXPECT_THAT(ran.messages, HasSubstr("help: free some room"));
}

TEST_F(BadDisk, AnEarlierOutputOutlivesAFailure) {
  ASSERT_EQ(render({}).status, 0);
  const std::string first = bytes_of_file(scratch_.path(kOutput));
  scratch_.put("report.yaml", replaced(sound_report(), ":redact[with", ":redact [with"));
  EXPECT_EQ(render({}).status, 42);
  EXPECT_TRUE(bytes_of_file(scratch_.path(kOutput)) == first);
}

TEST_F(BadDisk, StandardInputIsAReport) {
  const Ran ran =
      run_program({"/bin/sh", "-c",
                   std::string(SABLE_PROGRAM) + " render - --release public -o - < " + report_});
  EXPECT_EQ(ran.status, 0) << ran.messages;
  const Ran named = render({"--release", "public", "-o", "-"});
  EXPECT_TRUE(ran.output == named.output);
}

TEST_F(BadDisk, AMissingProgramFolderIsReported) {
  const Ran ran = run_program({SABLE_PROGRAM, "render", report_}, {"SABLE_HOME=/nowhere"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.messages, HasSubstr("SABLE_HOME is /nowhere"));
}

}  // namespace
}  // namespace sable::testing
