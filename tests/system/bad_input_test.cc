// Bad input: never a crash, never a partial output, never a secret in a message.
//
// In:  a table of what can be wrong, and what must be said of it.
// Out: each case asserts the exit status, the place and the repair in the message,
//      that an output of an earlier run stays as it is, and that nothing withheld
//      is said.

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sound_report.h"
#include "unit/cli/program.h"

namespace sable::testing {
namespace {

using cli::testing::Outcome;
using cli::testing::Program;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kEarlier = "the bytes of an earlier run";

struct Trouble {
  std::string name;
  std::function<void(Program&)> spoil;  // of a world that holds a sound report.yaml
  int status = 42;
  std::vector<std::string> said;  // place, fault, repair
  std::vector<std::string> words = {"render", "report.yaml"};
};

void PrintTo(const Trouble& trouble, std::ostream* out) { *out << trouble.name; }

// A spoiled source: `from` becomes `to`.
std::function<void(Program&)> source(const std::string& from, const std::string& to) {
  return [=](Program& program) {
    program.world.files["report.yaml"] = replaced(sound_report(), from, to);
  };
}

std::function<void(Program&)> file(const std::string& path, const std::string& bytes) {
  return [=](Program& program) { program.world.files[path] = bytes; };
}

std::function<void(Program&)> file(const std::string& path, const std::string& from,
                                   const std::string& to) {
  return [=](Program& program) {
    std::string& bytes = program.world.files.at(path);
    bytes = replaced(bytes, from, to);
  };
}

const std::function<void(Program&)> kNothing = [](Program&) {};
const std::string kTemplate = "/sable/templates/intelligence/";

std::vector<Trouble> source_troubles() {
  return {
      {"EmptyFile", file("report.yaml", ""), 42, {"report.yaml:1:1:", "sable: 1"}},
      {"OnlyBlanks", file("report.yaml", "  \n\n"), 42, {"report.yaml:", "sable: 1"}},
      {"NotUtf8",
       source("talks open", "talks\xC3\x28 open"),
       42,
       {"report.yaml:7:", "UTF-8", "help:"}},
      {"ZeroByte",
       source("talks open", std::string("talks\0open", 10)),
       42,
       {"report.yaml:7:", "help:"}},
      {"Binary",
       file("report.yaml", std::string("%PDF-1.7\n\xE2\xE3\xCF\xD3\n", 15)),
       42,
       {"report.yaml:"}},
      {"NotARedaction",
       source(":redact[with", ":redcat[with"),
       42,
       {"report.yaml:7:22:", "directive", "help: did you mean `redact`?"}},
      {"UnclosedBracket",
       source("]{code=b1} on", " {code=b1} on"),
       42,
       {"report.yaml:7:22:", "not closed", "help: close it"}},
      {"UnclosedBrace", source("]{code=b1} on", "]{code=b1 on"), 42, {"report.yaml:7:", "help:"}},
      {"UnknownCode",
       source("]{code=b1} on", "]{code=b99} on"),
       42,
       {"report.yaml:7:", "not a known code", "help:"}},
      {"NoCode",
       source("]{code=b1} on", "] on"),
       42,
       {"report.yaml:7:22:", "names no code", "{code=b1}"}},
      {"UnknownField",
       source("    p: It is", "    colour: red\n    p: It is"),
       42,
       {"report.yaml:9:5:", "no such field", "help:"}},
      {"MisspeltField", source("    p: It is", "    pp: It is"), 42, {"report.yaml:9:5:", "help:"}},
      {"MisspeltRedact",
       source("  - redact: {", "  - redcat: {"),
       42,
       {"report.yaml:8:5:", "`redact`"}},
      {"MisspeltRedactInOneLine",
       source("  - redact: {code: b1}\n    p: It is " + kSecret + " who said so.\n",
              "  - {p: It is " + kSecret + ", redcat: {code: b1}}\n"),
       42,
       {"report.yaml:8:", "`redact`"}},
      {"WrongType",
       source("    p: It is " + kSecret, "    p: [It is " + kSecret + "]\n    #"),
       42,
       {"report.yaml:9:"}},
      {"TextForAList", source("body:\n", "body: none\nbody2:\n"), 42, {"report.yaml:5:7:", "list"}},
      {"NoteWithoutText",
       source("  one: A note with :redact[" + kSecret + "]{code=b1} in it.\n", "  one:\n"),
       42,
       {"report.yaml:11:3:", "no text", "help:"}},
      {"NoteThatIsNotThere",
       source(":fn[one]", ":fn[two]"),
       42,
       {"report.yaml:7:", "no note of that id", "help:"}},
      {"UnclosedQuote",
       source("title: Spring talks", "title: \"Spring talks"),
       42,
       {"report.yaml:3:17:", "help:"}},
      {"DuplicateKey",
       source("template: intelligence\n", "template: intelligence\ntemplate: plain\n"),
       42,
       {"report.yaml:3:1:"}},
      {"Tab", source("    p: It is", "\tp: It is"), 42, {"report.yaml:9:", "tab"}},
      {"WrongVersion", source("sable: 1", "sable: 2"), 42, {"report.yaml:1:8:", "`sable: 1`"}},
      {"WrongDate", source("1997-07-16", "1997-13-16"), 42, {"report.yaml:3:", "`1997-07-16`"}},
      {"UnknownSystem",
       source("system: legacy", "system: legaci"),
       42,
       {"report.yaml:4:19:", "did you mean `legacy`?"}},
      {"CodeWithoutRule",
       source("withhold: [b1]", "withhold: [b3]"),
       42,
       {"report.yaml:14:3:", "does not say whether it withholds b1", "help:"}},
      {"ReleaseWithoutRule",
       source("    withhold: [b1]\n", ""),
       42,
       {"report.yaml:14:3:", "no rule", "help:"}},
      {"PortionAboveTheLowestLevel",
       source("    declassified: {authority: Records Panel, date: 2019-05-14}\n", ""),
       42,
       {"report.yaml:", "lowest level", "help:"}},
  };
}

// A table behind the text of the sound report: its lines are those from 10 on.
std::function<void(Program&)> table(const std::string& fields) {
  return [=](Program& program) {
    program.world.files["report.yaml"] =
        replaced(sound_report(), "notes:\n", "  - table:\n" + fields + "notes:\n");
    program.world.files["fees.csv"] = "Year,Clerk\n1995," + kSecret + "\n";
    program.world.files["ragged.csv"] = "Year,Clerk\n" + kSecret + "\n";
    program.world.files["redacted.csv"] = "Year\n:redact[" + kSecret + "]{code=b1}\n";
  };
}

std::vector<Trouble> table_troubles() {
  const std::string rows = "      rows: [[a, b]]\n";
  const std::string cell = "        - [{text: " + kSecret + ", ";
  return {
      {"MisspeltRedactInACell",
       table("      rows:\n" + cell + "redcat: {code: b1}}]\n"),
       42,
       {"report.yaml:12:", "did you mean `redact`?"}},
      {"MisspeltRedactInARow",
       table("      rows:\n        - {redcat: {code: b1}, cells: [" + kSecret + "]}\n"),
       42,
       {"report.yaml:12:12:", "did you mean `redact`?"}},
      {"MisspeltRedactInAColumn",
       table("      columns: [{redcat: {code: b1}}]\n      rows: [[" + kSecret + "]]\n"),
       42,
       {"report.yaml:11:18:", "did you mean `redact`?"}},
      {"MisspeltRedactRows",
       table("      csv: fees.csv\n      redact-row: {1: {code: b1}}\n"),
       42,
       {"report.yaml:12:7:", "did you mean `redact-rows`?"}},
      {"RedactRowsInAComment",
       table("      csv: fees.csv\n      # redact-rows: {1: {code: b1}}\n"),
       42,
       {"report.yaml:12:9:", "a comment looks like a redaction"}},
      {"ARowOfAnotherLength",
       table("      rows: [[a, b], {redact: {code: b1}, cells: [" + kSecret + "]}]\n"),
       42,
       {"report.yaml:11:22:", "fewer cells", "help:"}},
      {"SpansOutOfAWithheldRow",
       table("      rows:\n        - {redact: {code: b1}, cells: [{text: " + kSecret +
             ", rowspan: 2}]}\n        - {redact: {code: b1}, withheld: true}\n"),
       42,
       {"report.yaml:12:", "spans into the rows below", "help:"}},
      {"ValuesThatAreNotThere",
       table("      csv: lost.csv\n"),
       42,
       {"report.yaml:11:12:", "no such file", "help:"}},
      {"ValuesOutsideOfTheFolder",
       table("      csv: ../fees.csv\n"),
       42,
       {"report.yaml:11:12:", "not in the folder", "help:"}},
      {"RaggedValues",
       table("      csv: ragged.csv\n"),
       42,
       {"ragged.csv:2:1:", "not as many cells", "help:"}},
      {"ARedactionInValues",
       table("      csv: redacted.csv\n"),
       42,
       {"redacted.csv:2:1:", "looks like a redaction", "`redact-cells`"}},
      {"AColumnThatIsNotThere",
       table("      csv: fees.csv\n      redact-cells: {1: {Clerc: {code: b1}}}\n"),
       42,
       {"report.yaml:12:26:", "no column of that name", "help:"}},
      {"ACodeWithoutRuleInAColumn",
       table("      columns: [{}, {redact: {code: b3}}]\n" + rows),
       42,
       {"does not say whether it withholds b3", "help:"}},
  };
}

std::vector<Trouble> template_troubles() {
  return {
      {"UnknownTemplate",
       source("template: intelligence", "template: inteligence"),
       42,
       {"report.yaml:2:11:", "did you mean `intelligence`?", "/sable/templates"}},
      {"TemplateThatLeadsElsewhere",
       source("template: intelligence", "template: ../fonts"),
       42,
       {"there is no template"}},
      {"BadXml",
       file(kTemplate + "paragraph.mustache", "</p>", "</pp>"),
       42,
       {kTemplate + "paragraph.mustache:1:", "help:"}},
      {"UnknownName",
       file(kTemplate + "report.mustache", "{{report.title-text}}", "{{report.titel-text}}"),
       42,
       {kTemplate + "report.mustache:", "report.title-text"}},
      {"UnknownElement",
       file(kTemplate + "paragraph.mustache", "<p{{>mark-attribute}}",
            "<pp/><p{{>mark-attribute}}"),
       42,
       {kTemplate + "paragraph.mustache:1:", "unknown element"}},
      {"MissingPartial",
       [](Program& program) { program.world.files.erase(kTemplate + "quote.mustache"); },
       42,
       {kTemplate + "block-content.mustache:", "quote"}},
      {"RawValue",
       file(kTemplate + "report.mustache", "{{report.title-text}}", "{{{report.title-text}}}"),
       42,
       {kTemplate + "report.mustache:"}},
      {"BrokenSheet",
       file(kTemplate + "style.css", "hyphens: auto;", "hyphens: perhaps;"),
       42,
       {kTemplate + "style.css:", "hyphens"}},
      {"SheetThatDoesNotEnd",
       file(kTemplate + "style.css", "body { code-position: inside"),
       42,
       {kTemplate + "style.css:"}},
      {"MissingSheet",
       [](Program& program) { program.world.files.erase(kTemplate + "style.css"); },
       42,
       {"report.yaml:2:11:", kTemplate + "style.css", "help:"}},
      {"BrokenTheme",
       file(kTemplate + "theme.yaml", "tokens:", "tokns:"),
       42,
       {kTemplate + "theme.yaml:", "tokens"}},
      {"MissingManifest",
       [](Program& program) { program.world.files.erase("/sable/fonts/manifest.yaml"); },
       3,
       {"SABLE_HOME", "help:"}},
  };
}

std::vector<Trouble> font_troubles() {
  const std::string serif =
      "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf";
  return {
      {"MissingFont",
       [=](Program& program) { program.world.files.erase(serif); },
       3,
       {serif, "fonts-texgyre"}},
      {"OtherFont",
       [=](Program& program) { program.world.files[serif] += "x"; },
       3,
       {serif, "fonts-texgyre"}},
      {"FontNowhere",
       file("/sable/fonts/manifest.yaml", "texgyretermes-regular.otf", "Nowhere.otf"),
       3,
       {"Nowhere.otf", "fonts-texgyre"}},
      {"MissingPatterns",
       [](Program& program) {
         // They are looked up where a line has to be broken.
         std::string words;
         for (int i = 0; i < 40; ++i) words += " internationalization";
         program.world.files["report.yaml"] =
             replaced(sound_report(), "The talks open", "The talks" + words);
         program.world.files.erase("/usr/share/hyphen/hyph_en_US.dic");
       },
       3,
       {"hyph_en_US.dic", "hyphen-en-us"}},
      {"MissingProfile",
       [](Program& program) { program.world.files.erase("/usr/share/color/icc/sRGB.icc"); },
       3,
       {"sRGB.icc", "icc-profiles-free"}},
  };
}

std::vector<Trouble> usage_troubles() {
  return {
      {"NoArguments", kNothing, 2, {"sable render report.yaml", "sable check report.yaml"}, {}},
      {"UnknownCommand",
       kNothing,
       2,
       {"no command rendre", "did you mean sable render?"},
       {"rendre", "report.yaml"}},
      {"UnknownOption",
       kNothing,
       2,
       {"--relaese", "did you mean --release?"},
       {"render", "report.yaml", "--relaese", "public"}},
      {"NoFile", kNothing, 2, {"needs a file", "report.yaml"}, {"render"}},
      {"UnknownRelease",
       kNothing,
       2,
       {"no release publik", "did you mean public?"},
       {"render", "report.yaml", "--release", "publik"}},
      {"SeveralReleasesIntoOneFile",
       kNothing,
       2,
       {"several releases", "--release"},
       {"render", "report.yaml", "--release", "public", "--release", "full", "-o", "one.pdf"}},
      {"NoSuchFile", kNothing, 3, {"reprot.yaml", "help:"}, {"render", "reprot.yaml"}},
      {"OutputIsAFile",
       kNothing,
       2,
       {"report.yaml", "help:"},
       {"render", "report.yaml", "-o", "report.yaml"}},
      {"FullDisk",
       [](Program& program) { program.world.fail_writes = true; },
       3,
       {kOutput, "no space", "help: free some room"}},
  };
}

std::vector<Trouble> all_troubles() {
  std::vector<Trouble> all;
  for (const auto& some : {source_troubles(), table_troubles(), template_troubles(),
                           font_troubles(), usage_troubles()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

class BadInput : public ::testing::TestWithParam<Trouble> {
 protected:
  BadInput() {
    program_.world.files["report.yaml"] = sound_report();
    program_.world.files[kOutput] = kEarlier;
  }

  Program program_;
};

TEST_P(BadInput, IsRefusedInOneGo) {
  const Trouble& trouble = GetParam();
  trouble.spoil(program_);
  const auto before = program_.world.files;
  const Outcome outcome = program_.run(trouble.words);
  EXPECT_EQ(outcome.status, trouble.status) << outcome.messages;
  for (const std::string& words : trouble.said) EXPECT_THAT(outcome.messages, HasSubstr(words));
  EXPECT_EQ(outcome.output, "");
  EXPECT_TRUE(program_.world.files == before) << "a file was touched";
  EXPECT_THAT(outcome.messages, Not(HasSubstr(kSecret)));
}

// On a terminal words of the report are quoted, but none that are withheld or may
// be so.
TEST_P(BadInput, KeepsTheSecretOnATerminalToo) {
  const Trouble& trouble = GetParam();
  trouble.spoil(program_);
  program_.terminal = true;
  EXPECT_THAT(program_.run(trouble.words).messages, Not(HasSubstr(kSecret.substr(0, 4))));
}

// What a message says of the source, `check` says too; and it never crashes.
TEST_P(BadInput, IsSafeToCheck) {
  const Trouble& trouble = GetParam();
  trouble.spoil(program_);
  const Outcome outcome = program_.run({"check", "report.yaml"});
  const bool files_failed = outcome.status == 3 && trouble.status == 3;
  EXPECT_TRUE(outcome.status == 0 || outcome.status == 1 || files_failed) << outcome.messages;
  EXPECT_THAT(outcome.messages, Not(HasSubstr(kSecret)));
}

std::string name_of(const ::testing::TestParamInfo<Trouble>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Table, BadInput, ::testing::ValuesIn(all_troubles()), name_of);

// The control: the sound report is rendered, and the earlier output replaced.
TEST(BadInputControl, TheSoundReportIsRendered) {
  Program program;
  program.world.files["report.yaml"] = sound_report();
  program.world.files[kOutput] = kEarlier;
  const Outcome outcome = program.run({"render", "report.yaml"});
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  EXPECT_THAT(program.world.files.at(kOutput), ::testing::StartsWith("%PDF-"));
}

}  // namespace
}  // namespace sable::testing
