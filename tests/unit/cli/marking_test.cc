#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/arguments.h"
#include "program.h"

namespace sable::cli {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using testing::Program;
using ::testing::StartsWith;

TEST(MarkingCommand, JudgesAndRepairsInWordsForPeople) {
  const Outcome told = Program().run(
      {"marking", "check", "--kind", "banner", "--format", "text", "SECRET//NF", "SECRET"});
  EXPECT_EQ(told.status, 1);
  EXPECT_EQ(told.output,
            "`SECRET//NF`: NF is a portion spelling in a banner; write `SECRET//NOFORN` "
            "(IC Markings Manual 2016, C.1)\n"
            "`SECRET`: valid\n");
  EXPECT_EQ(told.messages, "");
}

TEST(MarkingCommand, WritesAnObjectALine) {
  const Outcome told = Program().run({"marking", "check", "S//NF", "SECERT", "S//\"A\""});
  EXPECT_EQ(told.status, 1);
  EXPECT_EQ(
      told.output,
      R"json({"marking": "S//NF", "system": "us-ic", "valid": true, "banner": "SECRET//NOFORN", "portion": "S//NF", "findings": []}
{"marking": "SECERT", "system": "us-ic", "valid": false, "findings": [{"code": "SBL0500", "message": "this marking's level is not one of the system us-ic", "help": "levels are U (UNCLASSIFIED), C (CONFIDENTIAL), S (SECRET), TS (TOP SECRET)", "source": "IC Markings Manual 2016, C.1"}], "repair": "SECRET"}
{"marking": "S//\"A\"", "system": "us-ic", "valid": false, "findings": [{"code": "SBL0500", "message": "this marking's control is not one of the system us-ic", "help": "docs/markings.md lists the controls", "source": "IC Markings Manual 2016, C.1"}]}
)json");
}

TEST(MarkingCommand, JoinsWithItsReasons) {
  const Outcome told =
      Program().run({"marking", "join", "-k", "portion", "S//REL TO USA, GBR", "(C)", "U"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.output, StartsWith("{\"system\": \"us-ic\", \"banner\": \"SECRET//NOFORN\", "
                                      "\"portion\": \"S//NF\", \"reasons\": [{\"reason\": "));
  EXPECT_EQ(Program().run({"marking", "join", "--format", "text", "U", "U//FOUO"}).output,
            "UNCLASSIFIED//FOUO\n");
}

TEST(MarkingCommand, JoinsNothingInvalid) {
  const Outcome told = Program().run({"marking", "join", "S", "S//NF/RELIDO"});
  EXPECT_EQ(told.status, 1);
  EXPECT_THAT(told.output, HasSubstr("NOFORN and RELIDO exclude each other"));
  EXPECT_THAT(told.output, Not(HasSubstr("\"reasons\"")));
}

TEST(MarkingCommand, ExplainsEachPart) {
  const Outcome told = Program().run(
      {"marking", "explain", "--format", "text", "-s", "us-ic", "TOP SECRET//SI-G//ORCON"});
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.output, HasSubstr("  TOP SECRET (TS): level"));
  EXPECT_THAT(told.output, HasSubstr("  SI-G (SI-G): sensitive compartmented information"));
  EXPECT_THAT(told.output, HasSubstr("  ORCON (OC): the originator controls"));
}

TEST(MarkingCommand, ReadsLinesFromStandardInput) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"marking", "check", "--system", "legacy", "--format", "text"},
        {"marking", "check", "-", "--system", "legacy", "--format", "text"}}) {
    const Outcome told = Program().run(words, "Secret\r\n\nTop Secret");
    EXPECT_EQ(told.status, 0);
    EXPECT_EQ(told.output, "`Secret`: valid\n`Top Secret`: valid\n");
  }
}

TEST(MarkingCommand, SaysWhatIsWrongWithTheCommand) {
  const auto said = [](const std::vector<std::string>& words) {
    const Outcome told = Program().run(words);
    EXPECT_EQ(told.status, 2);
    EXPECT_EQ(told.output, "");
    return told.messages;
  };
  EXPECT_THAT(said({"marking"}), HasSubstr("the actions are check, join, explain"));
  EXPECT_THAT(said({"marking", "chekc", "S"}), HasSubstr("did you mean sable marking check?"));
  EXPECT_THAT(said({"marking", "check", "-s", "us-ci", "S"}), HasSubstr("did you mean us-ic?"));
  EXPECT_THAT(said({"marking", "check"}), HasSubstr("there is no marking to work on"));
  EXPECT_THAT(said({"marking", "check", "--kid", "banner", "S"}),
              HasSubstr("did you mean --kind?"));
}

}  // namespace
}  // namespace sable::cli
