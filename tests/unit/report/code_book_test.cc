#include "report/code_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/code_sets.h"
#include "source/read.h"

namespace sable::report {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Read {
  CodeBook book;
  base::Diagnostics diagnostics;
};

Read add_file(const std::string& yaml) {
  Read read;
  base::SourceSet sources;
  const base::FileId file = sources.add("codes.yaml", yaml, base::Secrecy::open);
  read.book = CodeBook::shipped();
  const auto document = source::read(sources, file);
  read.book.add_file(document.value().tree, read.diagnostics);
  return read;
}

std::vector<std::string> codes_of(const base::Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const base::Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

// Each by itself, so that nothing of one is hidden by another.
TEST(ShippedCodes, AreWellFormed) {
  ASSERT_THAT(shipped_code_sets(), SizeIs(8));
  for (const ShippedSet& set : shipped_code_sets()) {
    base::SourceSet sources;
    base::Diagnostics diagnostics;
    const base::FileId file =
        sources.add(std::string(set.name), std::string(set.text), base::Secrecy::open);
    const auto document = source::read(sources, file);
    ASSERT_TRUE(document) << set.name << ": " << document.error().front().message;
    EXPECT_THAT(document->warnings, IsEmpty()) << set.name;
    CodeBook book;
    book.add_file(document->tree, diagnostics);
    EXPECT_THAT(diagnostics, IsEmpty()) << set.name << ": " << diagnostics.front().message;
    for (const Exemption& code : book.sets().front().codes) {
      EXPECT_FALSE(code.title.empty()) << code.id;
      EXPECT_EQ(code.law.empty(), code.id == "undisclosed") << code.id;
    }
  }
}

TEST(ShippedCodes, AreThoseOfTheLaws) {
  const auto size = [](const char* name) {
    const CodeSet* set = CodeBook::shipped().find_set(name);
    return set == nullptr ? 0 : set->codes.size();
  };
  EXPECT_EQ(size("foia"), 9u + 6u);
  EXPECT_EQ(size("privacy-act"), 1u + 2u + 7u);
  EXPECT_EQ(size("eo-13526"), 9u);
  EXPECT_EQ(size("25x"), 10u);
  EXPECT_EQ(size("50x"), 11u);
  EXPECT_EQ(size("cui"), 12u);
  EXPECT_EQ(size("gdpr"), 6u);
  EXPECT_EQ(size("undisclosed"), 1u);
}

TEST(ShippedCodes, ArePrintedAsTheLawWritesThem) {
  const auto printed = [](const char* code) { return CodeBook::shipped().find(code)->printed; };
  EXPECT_EQ(printed("b1"), "(b)(1)");
  EXPECT_EQ(printed("b7A"), "(b)(7)(A)");
  EXPECT_EQ(printed("k5"), "(k)(5)");
  EXPECT_EQ(printed("3.3b6"), "3.3(b)(6)");
  EXPECT_EQ(printed("25X1-human"), "25X1-human");
  EXPECT_EQ(printed("gdpr-15.4"), "Art.\u00A015(4)");
  EXPECT_EQ(CodeBook::shipped().find("b7c")->law, "5 USC 552(b)(7)(C)");
  EXPECT_TRUE(CodeBook::shipped().find("b3")->names_statute);
  EXPECT_FALSE(CodeBook::shipped().find("b1")->names_statute);
}

TEST(Codes, HaveOneNormalSpelling) {
  EXPECT_EQ(normal_code("b1"), "b1");
  EXPECT_EQ(normal_code("(b)(1)"), "b1");
  EXPECT_EQ(normal_code("(b) (7) (a)"), "b7A");
  EXPECT_EQ(normal_code("B7a"), "b7A");
  EXPECT_EQ(normal_code("25x1-Human"), "25X1-human");
  EXPECT_EQ(normal_code("3.3(b)(1)"), "3.3b1");
  EXPECT_EQ(normal_code("House-1"), "house-1");
  for (const std::string& code : CodeBook::shipped().ids()) EXPECT_EQ(normal_code(code), code);
  for (const char* none : {"", "()", "-", "b/1", "ä1"}) EXPECT_EQ(normal_code(none), std::nullopt);
}

TEST(Codes, AreAClosedSet) {
  for (const char* code :
       {"", "b", "b0", "b10", "b7G", "b1A", "k8", "b1b3", "(b)", "25X", "foia"}) {
    EXPECT_EQ(CodeBook::shipped().find(code), nullptr) << code;
  }
}

TEST(Codes, OfOnesOwnJoinThoseThatAreKnown) {
  const Read read = add_file(
      "sable-codes: 1\nset: house\ntitle: House rules\ncodes:\n"
      "  H-1: {printed: '[H1]', law: House rule 1, title: sources}\n"
      "  H-2: {printed: '[H2]', names-statute: true}\n");
  ASSERT_THAT(read.diagnostics, IsEmpty());
  ASSERT_NE(read.book.find("h-1"), nullptr);
  EXPECT_EQ(read.book.find("H-1")->printed, "[H1]");
  EXPECT_EQ(read.book.find(*normal_code("H-1"))->id, "h-1");
  EXPECT_TRUE(read.book.find("h-2")->names_statute);
  ASSERT_NE(read.book.find_set("house"), nullptr);
  EXPECT_THAT(read.book.find_set("house")->codes,
              ElementsAre(Field(&Exemption::id, "h-1"), Field(&Exemption::id, "h-2")));
  EXPECT_NE(read.book.find("b1"), nullptr);
  EXPECT_EQ(CodeBook::shipped().find("h-1"), nullptr);
}

TEST(Codes, FaultsOfAFileAreFound) {
  EXPECT_THAT(codes_of(add_file("set: x\ncodes: {}\n").diagnostics), ElementsAre("SBL0203"));
  EXPECT_THAT(codes_of(add_file("sable-codes: 2\nset: x\ncodes: {}\n").diagnostics),
              ElementsAre("SBL0206"));
  EXPECT_THAT(codes_of(add_file("sable-codes: 1\nset: foia\ncodes: {}\n").diagnostics),
              ElementsAre("SBL0297"));
  const std::string head = "sable-codes: 1\nset: x\ncodes:\n";
  EXPECT_THAT(codes_of(add_file(head + "  B1: {printed: B1}\n").diagnostics),
              ElementsAre("SBL0297"));
  EXPECT_THAT(codes_of(add_file(head + "  x1: {printed: a}\n  X1: {printed: b}\n").diagnostics),
              ElementsAre("SBL0297"));
  EXPECT_THAT(codes_of(add_file(head + "  x1: {law: a}\n").diagnostics), ElementsAre("SBL0203"));
  EXPECT_THAT(codes_of(add_file(head + "  x1: {printed: a, laws: b}\n").diagnostics),
              ElementsAre("SBL0201"));
  EXPECT_THAT(codes_of(add_file(head + "  x1: {printed: \"a\\nb\"}\n").diagnostics),
              ElementsAre("SBL0298"));
  EXPECT_THAT(codes_of(add_file(head + "  'x 1': {printed: a}\n").diagnostics),
              ElementsAre("SBL0216"));
}

}  // namespace
}  // namespace sable::report
