// Entries of contents, lists of tables and indexes.
#include <gtest/gtest.h>

#include "../style/tree_builder.h"
#include "markup/contents.h"

namespace sable::markup::test {
namespace {

std::string filled(std::string_view body) {
  const Tree tree =
      with_contents(style::tree_of("<html><body>" + std::string(body) + "</body></html>"),
                    [](std::string_view a, std::string_view b) { return a < b; });
  std::string text = dump(tree);
  return text.substr(std::string_view("html\n  body\n").size());
}

TEST(Contents, ATreeWithoutThemStaysAsItIs) {
  EXPECT_EQ(filled("<h1>a</h1>"), "    h1\n      \"a\"\n");
}

TEST(Contents, AnEntryRepeatsItsHeading) {
  EXPECT_EQ(filled("<toc/><h1 id='x' number='1' mark='S'>On <em>fees</em></h1>"),
            "    toc\n"
            "      toc-entry level=\"1\" mark=\"S\"\n"
            "        toc-number\n"
            "          \"1\"\n"
            "        a href=\"#x\"\n"
            "          toc-title\n"
            "            \"On \"\n"
            "            em\n"
            "              \"fees\"\n"
            "          toc-page to=\"x\"\n"
            "    h1 id=\"x\" number=\"1\" mark=\"S\"\n"
            "      \"On \"\n"
            "      em\n"
            "        \"fees\"\n");
}

TEST(Contents, NotesLinksAndPlacesAreNotRepeated) {
  EXPECT_EQ(filled("<toc/><h1 id='x'><a href='u'>a</a><note><p>n</p></note>"
                   "<span id='s'>b</span></h1>"),
            "    toc\n"
            "      toc-entry level=\"1\"\n"
            "        a href=\"#x\"\n"
            "          toc-title\n"
            "            span\n"
            "              \"a\"\n"
            "            span\n"
            "              \"b\"\n"
            "          toc-page to=\"x\"\n"
            "    h1 id=\"x\"\n"
            "      a href=\"u\"\n"
            "        \"a\"\n"
            "      note\n"
            "        p\n"
            "          \"n\"\n"
            "      span id=\"s\"\n"
            "        \"b\"\n");
}

// They would stand before the note that they name.
TEST(Contents, TheNumberOfANoteThatWasCalledBeforeIsNotRepeated) {
  EXPECT_EQ(filled("<toc/><p>a<note id='n'><p>b</p></note></p>"
                   "<h1 id='x'>c<sup>,<ref to='n' show='number'/></sup> d<sup>e</sup></h1>")
                .substr(0, 173),
            "    toc\n"
            "      toc-entry level=\"1\"\n"
            "        a href=\"#x\"\n"
            "          toc-title\n"
            "            \"c\"\n"
            "            \" d\"\n"
            "            sup\n"
            "              \"e\"\n"
            "          toc-page to=\"x\"\n"
            "    p\n");
}

TEST(Contents, AHeadingWithoutAnIdIsGivenOne) {
  const std::string seen = filled("<toc/><h1>a</h1>");
  EXPECT_NE(seen.find("a href=\"#entry 1\""), std::string::npos) << seen;
  EXPECT_NE(seen.find("h1 id=\"entry 1\""), std::string::npos) << seen;
}

// Of a section that is shown as a box the entry is a box, on the level where it stands.
TEST(Contents, ABoxHasABox) {
  const std::string seen = filled(
      "<toc/><section><h1>a</h1><redaction kind='section' extent='lines' lines='9' "
      "codes='(b)(1)'/></section>");
  EXPECT_NE(seen.find("toc-entry level=\"2\"\n"
                      "        a href=\"#entry 2\"\n"
                      "          toc-title\n"
                      "            redaction kind=\"heading\" codes=\"(b)(1)\"\n"),
            std::string::npos)
      << seen;
}

// The titles of headings without a number begin below those of the others.
TEST(Contents, AnEntryWithoutANumberAmongOthersHasAnEmptyOne) {
  const std::string seen = filled("<toc/><h1 number='1'>a</h1><redaction kind='section'/>");
  EXPECT_NE(seen.find("        toc-number\n        a href=\"#entry 2\""), std::string::npos)
      << seen;
}

TEST(Contents, DepthLeavesDeeperHeadingsOut) {
  const std::string seen = filled("<toc depth='1'/><h1>a</h1><h2>b</h2>");
  EXPECT_NE(seen.find("level=\"1\""), std::string::npos);
  EXPECT_EQ(seen.find("level=\"2\""), std::string::npos);
}

TEST(Contents, WithoutEntriesNothingIsShown) {
  EXPECT_EQ(
      filled("<toc><h1>Contents</h1></toc><list-of what='tables'><h1>T</h1></list-of><p>a</p>"),
      "    p\n      \"a\"\n");
}

// A mark counts for what is below it; without it a reader of the contents would see
// what is marked S under no mark.
TEST(Contents, AnEntryHasTheMarkOfWhatItsHeadingStandsIn) {
  const std::string seen = filled("<toc/><blockquote mark='S'><h1>a</h1></blockquote>");
  EXPECT_NE(seen.find("toc-entry level=\"1\" mark=\"S\""), std::string::npos) << seen;
}

TEST(Contents, TablesAndFiguresHaveListsOfTheirOwn) {
  const std::string seen = filled(
      "<list-of what='figures'/><list-of what='tables'/>"
      "<table id='t' mark='S'><caption number='1'>Fees</caption></table>"
      "<figure id='f'><figcaption>Map</figcaption></figure>");
  EXPECT_EQ(seen.substr(0, seen.find("    table")),
            "    list-of what=\"figures\"\n"
            "      toc-entry level=\"1\"\n"
            "        a href=\"#f\"\n"
            "          toc-title\n"
            "            \"Map\"\n"
            "          toc-page to=\"f\"\n"
            "    list-of what=\"tables\"\n"
            "      toc-entry level=\"1\" mark=\"S\"\n"
            "        a href=\"#t\"\n"
            "          toc-title\n"
            "            \"Fees\"\n"
            "          toc-page to=\"t\"\n");
}

TEST(Index, EntriesAreSortedAndJoined) {
  const std::string seen = filled(
      "<index/><p><span index=''>wherry</span><span index='barge, iron'>x</span>"
      "<span index=''>barge</span><span index=''>wherry</span></p>");
  EXPECT_EQ(seen.substr(0, seen.find("    p\n")),
            "    index\n"
            "      index-entry level=\"1\"\n"
            "        \"barge\"\n"
            "        page-list to=\"entry 3\"\n"
            "      index-entry level=\"2\"\n"
            "        \"iron\"\n"
            "        page-list to=\"entry 2\"\n"
            "      index-entry level=\"1\"\n"
            "        \"wherry\"\n"
            "        page-list to=\"entry 1\\nentry 4\"\n");
}

TEST(Index, ATermWithABoxIsNotEntered) {
  EXPECT_EQ(filled("<index/><p><span index=''>a<redaction kind='span'/></span></p>").find("index-"),
            std::string::npos);
  EXPECT_EQ(filled("<index/><p><span index='e'><redaction kind='span'/></span></p>").find("index-"),
            std::string::npos);
}

TEST(Index, AnEntryIsMarkedAsAllThatItsTermStandsIn) {
  const std::string seen = filled(
      "<index/><p mark='U'><span index=''>a</span></p><p mark='S'><span index=''>a</span></p>");
  EXPECT_NE(seen.find("mark=\"S\\nU\""), std::string::npos) << seen;
  const std::string below = filled("<index/><p mark='S'><span index='b, c'>a</span></p>");
  EXPECT_NE(below.find("level=\"1\" mark=\"S\""), std::string::npos) << below;
  const std::string open =
      filled("<index/><p><span index=''>a</span></p><p mark='S'><span index=''>a</span></p>");
  EXPECT_NE(open.find("index-entry level=\"1\"\n"), std::string::npos) << open;
}

}  // namespace
}  // namespace sable::markup::test
