// The smaller parts: labels, dates, metadata, list numbering, trees, checks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/check.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/structure.h"
#include "pdf/trees.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using base::Length;
using layout::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::SamplePages;

TEST(PageLabel, IsReadAsPdfCounts) {
  EXPECT_EQ(parse_page_label("12"), (PageLabel{"", 'D', 12}));
  EXPECT_EQ(parse_page_label("xiv"), (PageLabel{"", 'r', 14}));
  EXPECT_EQ(parse_page_label("MCMXC"), (PageLabel{"", 'R', 1990}));
  EXPECT_EQ(parse_page_label("A-3"), (PageLabel{"A-", 'D', 3}));
  EXPECT_EQ(parse_page_label("007"), (PageLabel{"00", 'D', 7}));
  EXPECT_EQ(parse_page_label("10"), (PageLabel{"", 'D', 10}));
  EXPECT_EQ(parse_page_label("iiii"), (PageLabel{"iiii", 0, 0}));
  EXPECT_EQ(parse_page_label("Iv"), (PageLabel{"Iv", 0, 0}));
  EXPECT_EQ(parse_page_label("0"), (PageLabel{"0", 0, 0}));
  EXPECT_EQ(parse_page_label(""), (PageLabel{"", 0, 0}));
  EXPECT_EQ(parse_page_label("12345678901234").prefix, "12345");
}

TEST(PageLabels, AreRanges) {
  if (!testing::has_program("qpdf")) GTEST_SKIP();
  SamplePages sample;
  for (const char* label : {"i", "ii", "1", "2", "3", "A-1"}) sample.add_page(label);
  EXPECT_THAT(testing::folded(testing::as_text(testing::written(sample.pages))),
              HasSubstr("/Nums [ 0 << /S /r >> 2 << /S /D >> 5 << /P (A-) /S /D >> ]"));
}

TEST(Outline, SkippedLevelsStillNest) {
  if (!testing::has_program("mutool")) GTEST_SKIP();
  SamplePages sample;
  sample.add_page("1");
  for (const auto& [level, title] : {std::pair{2, "a"}, {3, "b"}, {1, "c"}, {3, "d"}, {2, "e"}}) {
    sample.pages.outline.push_back({level, title, 0, Length(), layout::kNoElement});
  }
  const std::string bytes = testing::written(sample.pages);
  const std::string shown = testing::run_on(bytes, "mutool show {} outline").output;
  std::vector<std::string> depth;
  for (size_t at = 0; (at = shown.find('"', at)) != std::string::npos; at += 2) {
    const size_t start = shown.rfind('\n', at) == std::string::npos ? 0 : shown.rfind('\n', at) + 1;
    depth.push_back(std::to_string(std::count(shown.begin() + static_cast<long>(start),
                                              shown.begin() + static_cast<long>(at), '\t')) +
                    shown[at + 1]);
    at = shown.find('"', at + 1) - 1;
  }
  EXPECT_THAT(depth, ElementsAre("1a", "2b", "1c", "2d", "2e")) << shown;
}

TEST(Date, IsSpeltTwoWays) {
  EXPECT_EQ(pdf_date(1709208000), "D:20240229120000Z");
  EXPECT_EQ(iso_date(1709208000), "2024-02-29T12:00:00Z");
  EXPECT_EQ(iso_date(-1), "1969-12-31T23:59:59Z");
  EXPECT_FALSE(is_printable_date(253402300800));
  EXPECT_TRUE(is_printable_date(253402300799));
}

TEST(Metadata, InfoAndXmpAgree) {
  layout::DocumentInfo info{"T & <t>", "A", "S", "k1, k2", "en"};
  Settings settings = testing::sample_settings();
  EXPECT_EQ(info_entries(info, settings),
            "/Title(T & <t>)\n/Author(A)\n/Subject(S)\n/Keywords(k1, k2)\n/Producer(sable test)\n"
            "/CreationDate(D:20240229120000Z)\n/ModDate(D:20240229120000Z)\n");
  const std::string xmp = xmp_packet(info, settings);
  for (const char* part :
       {"<rdf:li xml:lang=\"x-default\">T &amp; &lt;t&gt;</rdf:li>", "<rdf:Seq><rdf:li>A</rdf:li>",
        "<rdf:li xml:lang=\"x-default\">S</rdf:li>", "<pdf:Keywords>k1, k2</pdf:Keywords>",
        "<pdf:Producer>sable test</pdf:Producer>",
        "<xmp:CreateDate>2024-02-29T12:00:00Z</xmp:CreateDate>", "<dc:language>"}) {
    EXPECT_THAT(xmp, HasSubstr(part));
  }
}

// By its own schema, which PDF/A wants described.
TEST(Metadata, CopiesForOfficersAreKnown) {
  layout::DocumentInfo info;
  info.title = "Talks";
  info.language = "en";
  info.notice = "REVIEW COPY – CONTAINS WITHHELD MATTER";
  const std::string xmp = xmp_packet(info, {});
  EXPECT_NE(xmp.find("<sable:notice>REVIEW COPY – CONTAINS WITHHELD MATTER</sable:notice>"),
            std::string::npos);
  EXPECT_NE(xmp.find("<pdfaSchema:prefix>sable</pdfaSchema:prefix>"), std::string::npos);
  EXPECT_NE(xmp.find("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"), std::string::npos);
  info.notice.clear();
  EXPECT_EQ(xmp_packet(info, {}).find("sable:"), std::string::npos);
}

TEST(Metadata, AbsentFactsAreNotWritten) {
  const std::string xmp = xmp_packet({}, {});
  for (const char* part :
       {"dc:title>", "dc:creator>", "Keywords>", "pdfaid:part", "pdfuaid:part"}) {
    EXPECT_THAT(xmp, Not(HasSubstr(part)));
  }
}

TEST(ListNumbering, FollowsFromTheFirstLabel) {
  EXPECT_STREQ(list_numbering("1."), "Decimal");
  EXPECT_STREQ(list_numbering("(a)"), "LowerAlpha");
  EXPECT_STREQ(list_numbering("(i)"), "LowerRoman");
  EXPECT_STREQ(list_numbering("A."), "UpperAlpha");
  EXPECT_STREQ(list_numbering("\u2022"), "Disc");
  EXPECT_STREQ(list_numbering("\u25E6"), "Circle");
  EXPECT_STREQ(list_numbering("\u2013"), "");
  EXPECT_STREQ(list_numbering(""), "");
}

TEST(Trees, ManyEntriesMakeBalancedNodesThatQpdfCanSearch) {
  if (!testing::has_program("qpdf")) GTEST_SKIP();
  SamplePages sample;
  sample.add_page("1");
  for (int i = 0; i < 10000; ++i) {
    char name[16];
    snprintf(name, sizeof name, "place-%05d", i);
    sample.pages.destinations.push_back({name, 0, {Length(), Length::points(i % 700)}});
  }
  const std::string bytes = testing::written(sample.pages);
  const auto json = testing::run_on(bytes, "mutool show {} trailer/Root/Names/Dests").output;
  EXPECT_THAT(json, HasSubstr("/Kids"));
  EXPECT_EQ(testing::run_on(bytes, "qpdf --check {}").status, 0);
}

std::vector<std::string> problems_of(const SamplePages& sample) {
  std::vector<std::string> codes;
  for (const auto& problem : check(sample.pages, testing::sample_settings())) {
    codes.push_back(problem.code + " " + problem.message);
  }
  return codes;
}

SamplePages sound() {
  SamplePages sample;
  sample.add_page("1");
  sample.add_text(sample.add_paragraph(), 72, 72, "x");
  return sample;
}

TEST(Check, SoundPagesHaveNoProblem) {
  EXPECT_THAT(problems_of(testing::sample_report(2)), IsEmpty());
}

TEST(Check, SizeOfPages) {
  SamplePages sample = sound();
  sample.pages.pages[0].size.width = Length::points(14401);
  EXPECT_THAT(problems_of(sample),
              ElementsAre("SBL0952 page 1 is smaller than 3 pt or larger than 14,400 pt"));
}

TEST(Check, HugeCoordinatesAreToldOncePerPage) {
  SamplePages sample = sound();
  sample.add_box(INT64_MAX >> 16, 0, INT64_MAX >> 16, 1);
  sample.add_box(0, -40000, 1, 1);
  EXPECT_THAT(problems_of(sample),
              ElementsAre("SBL0953 page 1 has something more than 32,767 pt from its corner"));
}

TEST(Check, StructureHasToBeATree) {
  const std::string what = "SBL0958 the structure is not a tree";
  SamplePages twice = sound();
  twice.pages.structure.elements[0].kids.push_back({false, 1});
  EXPECT_THAT(problems_of(twice), ElementsAre(what));
  SamplePages outside = sound();
  outside.pages.structure.elements[0].kids.push_back({true, 7});
  EXPECT_THAT(problems_of(outside), ElementsAre(what));
  SamplePages apart = sound();
  apart.pages.structure.elements.push_back({Role::p, 2, {{false, 2}}, "", "", ""});
  EXPECT_THAT(problems_of(apart), ElementsAre(what));
}

TEST(Check, TextOutsideTheStructure) {
  SamplePages sample = sound();
  sample.pages.pages[0].fragments[0].leaf = layout::kNoLeaf;
  EXPECT_THAT(problems_of(sample),
              ElementsAre("SBL0958 page 1 has text or a picture outside the structure"));
  sample.pages.pages[0].fragments[0].leaf = 99;
  EXPECT_THAT(problems_of(sample), ElementsAre("SBL0958 page 1 draws what does not exist"));
}

TEST(Check, LinksLeadSomewhere) {
  SamplePages sample = sound();
  sample.pages.pages[0].links = {{{}, "", "nowhere", "", layout::kNoElement}};
  EXPECT_THAT(problems_of(sample), ElementsAre("SBL0959 a link leads to a place that no page has"));
}

TEST(Check, NamesAreUnique) {
  SamplePages sample = sound();
  sample.pages.destinations = {{"a", 0, {}}, {"a", 0, {}}};
  for (int i = 0; i < 2; ++i) {
    sample.pages.structure.elements[sample.add_element(Role::note)].id = "n";
  }
  EXPECT_THAT(problems_of(sample), ElementsAre("SBL0960 two structure elements have the same id",
                                               "SBL0960 two places have the same name"));
}

TEST(Check, TextsAreUtf8AndShort) {
  SamplePages sample = sound();
  sample.pages.info.author = "\xFF";
  sample.pages.structure.leaves[0].actual_text.assign(32768, 'x');
  EXPECT_THAT(
      problems_of(sample),
      ElementsAre("SBL0958 the author is not well-formed UTF-8",
                  "SBL0954 the replacement of a redaction is longer than a PDF string may be"));
}

TEST(Check, NoPages) {
  SamplePages sample;
  EXPECT_THAT(problems_of(sample), ElementsAre("SBL0958 there is no page"));
}

}  // namespace
}  // namespace sable::pdf
