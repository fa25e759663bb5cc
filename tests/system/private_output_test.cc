// Who may read what the program writes: full versions, copies and registers for officers
// are their owner's alone, whatever the umask says.
//
// These run the program itself.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "judges.h"

namespace sable::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReport =
    "sable: 1\ntemplate: intelligence\nreport: {title: Harbor dues}\n"
    "marking: {system: legacy, overall: Unclassified}\nbody:\n"
    "  - p: 'Dues of :redact[the port]{code=b1}.'\n"
    "releases:\n  full: {unredacted: true}\n  foia: {withhold: [b1]}\n"
    "  copy: {unredacted: true, review: true}\n";

class PrivateOutput : public ::testing::Test {
 protected:
  PrivateOutput() : before_(::umask(022)), report_(scratch_.put("report.yaml", kReport)) {}
  ~PrivateOutput() override { ::umask(before_); }

  void run(std::vector<std::string> words) {
    words.insert(words.begin(), SABLE_PROGRAM);
    const Ran ran = run_program(words, {}, scratch_.folder());
    EXPECT_EQ(ran.status, 0) << ran.messages;
  }

  // As chmod writes them: 0600.
  unsigned mode_of(const std::string& name) {
    return static_cast<unsigned>(fs::status(scratch_.path(name)).permissions());
  }

  mode_t before_;
  Scratch scratch_;
  std::string report_;
};

TEST_F(PrivateOutput, FullVersionsAndCopiesAreTheirOwners) {
  run({"render", report_, "--release", "full", "--output", "out/"});
  EXPECT_EQ(mode_of("out/unredacted/report.full.pdf"), 0600u);
  run({"render", report_, "--release", "copy", "--output", "copy.pdf"});
  EXPECT_EQ(mode_of("copy.pdf"), 0600u);
}

TEST_F(PrivateOutput, ReleasesAreAsTheUmaskSays) {
  run({"render", report_, "--output", "out/"});
  EXPECT_EQ(mode_of("out/report.foia.pdf"), 0644u);
}

TEST_F(PrivateOutput, InternalRegistersAreTheirOwners) {
  run({"log", report_, "--release", "foia", "--output", "internal.csv"});
  EXPECT_EQ(mode_of("internal.csv"), 0600u);
  run({"log", report_, "--release", "foia", "--public", "--output", "public.csv"});
  EXPECT_EQ(mode_of("public.csv"), 0644u);
}

TEST_F(PrivateOutput, ComparisonsAreTheirOwners) {
  const Ran ran = run_program({SABLE_PROGRAM, "diff", report_, "--release", "foia", "--release",
                               "full", "--output", scratch_.path("diff.json")});
  EXPECT_EQ(ran.status, 1) << ran.messages;
  EXPECT_EQ(mode_of("diff.json"), 0600u);
}

TEST_F(PrivateOutput, WhatIsReplacedKeepsItsPermissions) {
  scratch_.put("copy.pdf", "earlier");
  fs::permissions(scratch_.path("copy.pdf"), fs::perms(0640));
  run({"render", report_, "--release", "copy", "--output", "copy.pdf"});
  EXPECT_EQ(mode_of("copy.pdf"), 0640u);
}

}  // namespace
}  // namespace sable::testing
