// Whole files, judged by qpdf and poppler.
#include "pdf/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "sample_pages.h"

namespace sable::pdf {
namespace {

using layout::Role;
using testing::as_text;
using testing::extracted_text;
using testing::Face;
using testing::folded;
using testing::has_program;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;
using testing::run_on;
using testing::sample_report;
using testing::sample_settings;
using testing::SamplePages;
using testing::written;

#define NEED(program) \
  if (!has_program(program)) GTEST_SKIP() << program << " is not installed"

SamplePages one_line(std::string_view text) {
  SamplePages sample;
  sample.add_page("1");
  sample.add_text(sample.add_paragraph(), 72, 100, text);
  return sample;
}

class Judged : public ::testing::TestWithParam<size_t> {};

TEST_P(Judged, QpdfFindsNothingWrong) {
  NEED("qpdf");
  const Outcome outcome = run_on(written(sample_report(GetParam()).pages), "qpdf --check {}");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_THAT(outcome.output, HasSubstr("No syntax or stream encoding errors found"));
  EXPECT_THAT(outcome.output, Not(HasSubstr("WARNING")));
}

TEST_P(Judged, PopplerCountsThePages) {
  NEED("pdfinfo");
  const Outcome outcome = run_on(written(sample_report(GetParam()).pages), "pdfinfo {}");
  EXPECT_THAT(folded(outcome.output), HasSubstr("Pages: " + std::to_string(GetParam())));
  EXPECT_THAT(outcome.output, Not(HasSubstr("Syntax")));
}

// 64 kids are a node of the page tree; 65 make a second level.
INSTANTIATE_TEST_SUITE_P(Pages, Judged, ::testing::Values(1, 3, 50, 64, 65, 130));

TEST(Write, LeavesNoObjectUnreachable) {
  NEED("qpdf");
  const std::string bytes = written(sample_report(3).pages);
  // qpdf drops what the trailer does not reach; the highest number says how much.
  const std::string kept = run_on(bytes,
                                  "qpdf --object-streams=disable --stream-data=preserve {} - | "
                                  "grep -ac ' obj$'")
                               .output;
  const std::string all = run_on(bytes, "qpdf --show-xref {} | grep -c '^[0-9]'").output;
  // The object streams and the cross-reference stream themselves are not kept.
  EXPECT_EQ(std::stoi(all) - std::stoi(kept), 2);
}

TEST(Write, TextComesOutInOrderWithItsLigatures) {
  NEED("pdftotext");
  EXPECT_EQ(
      extracted_text(written(one_line("official affairs AVATAR file \u00e9\u2014\u2019s").pages)),
      "official affairs AVATAR file \u00e9\u2014\u2019s");
}

TEST(Write, HyphenAtALineEndIsASoftHyphen) {
  NEED("pdftotext");
  SamplePages sample;
  sample.add_page("1");
  const auto leaf = sample.add_paragraph();
  sample.add_hyphenated(leaf, 72, 100, "a hard-won hyphen");
  sample.add_text(leaf, 72, 114, "ation");
  EXPECT_EQ(extracted_text(written(sample.pages)), "a hard-won hyphen\u00ad ation");
}

TEST(Write, RedactionIsReadAsItsCode) {
  NEED("pdftotext");
  SamplePages sample;
  sample.add_page("1");
  const auto paragraph = sample.add_element(Role::p);
  sample.add_text(sample.add_leaf(paragraph), 72, 100, "Agent ");
  sample.add_redaction(paragraph, 110, 100, "(b)(1)");
  sample.add_text(sample.add_leaf(paragraph), 180, 100, " met");
  const std::string bytes = written(sample.pages);
  EXPECT_EQ(extracted_text(bytes), "Agent [redacted: (b)(1)] met");
  // For readers that walk the structure instead of the page.
  EXPECT_THAT(folded(as_text(bytes)), HasSubstr("/ActualText ([redacted: \\(b\\)\\(1\\)])"));
}

TEST(Write, ReplacementThatGoesOnIsReadOnce) {
  NEED("pdftotext");
  SamplePages sample;
  sample.add_page("1");
  const auto leaf = sample.add_leaf(sample.add_element(Role::p), "[redacted: (b)(3)]");
  sample.add_text(leaf, 72, 100, "(b)");
  sample.add_box(72, 110, 60, 12);
  sample.add_text(leaf, 72, 120, "(3)");
  sample.add_page("2");
  sample.add_text(leaf, 72, 100, "again");
  EXPECT_EQ(extracted_text(written(sample.pages)), "[redacted: (b)(3)]");
}

TEST(Write, ArtifactsAreNotInTheStructure) {
  NEED("pdfinfo");
  const std::string bytes = written(sample_report(2).pages);
  const std::string structure = run_on(bytes, "pdfinfo -struct-text {}").output;
  EXPECT_THAT(structure, HasSubstr("Section 2"));
  EXPECT_THAT(structure, HasSubstr("An item of a list"));
  EXPECT_THAT(structure, Not(HasSubstr("BANNER")));
  EXPECT_THAT(run_on(bytes, "pdftotext {} -").output, HasSubstr("BANNER"));
}

TEST(Write, StructureIsTheTreeOfThePages) {
  NEED("pdfinfo");
  SamplePages sample;
  sample.add_page("1");
  const auto section = sample.add_element(Role::sect);
  const auto paragraph = sample.add_element(Role::p, section);
  const auto before = sample.add_leaf(paragraph);
  const auto inner = sample.add_leaf(sample.add_element(Role::span, paragraph));
  const auto after = sample.add_leaf(paragraph);
  sample.add_text(before, 72, 100, "one ");
  sample.add_text(inner, 92, 100, "two ");
  sample.add_page("2");
  sample.add_text(after, 72, 100, "three");
  EXPECT_EQ(folded(run_on(written(sample.pages), "pdfinfo -struct-text {}").output),
            "Document Sect P (block) \"one \" Span (inline) \"two \" \"three\"");
}

TEST(Write, FontsAreEmbeddedSubsetAndHaveUnicode) {
  NEED("pdffonts");
  const std::string output = run_on(written(sample_report(1).pages), "pdffonts {}").output;
  std::istringstream lines(output);
  std::string line;
  size_t fonts = 0;
  for (int i = 0; std::getline(lines, line); ++i) {
    if (i < 2) continue;
    ++fonts;
    EXPECT_THAT(line, ::testing::MatchesRegex(
                          "[A-Z]+\\+LiberationSerif.*CID TrueType +Identity-H +yes yes yes.*"));
  }
  EXPECT_EQ(fonts, 3u);
}

TEST(Write, CffFontIsEmbeddedAndExtracted) {
  NEED("pdffonts");
  const std::string file =
      "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf";
  if (!base::disk_world()->is_file(file)) GTEST_SKIP() << file << " is not installed";
  SamplePages sample(file);
  sample.add_page("1");
  const auto leaf = sample.add_paragraph();
  sample.add_hyphenated(leaf, 72, 100, "an official well-known AV");
  const std::string bytes = written(sample.pages);
  EXPECT_THAT(run_on(bytes, "pdffonts {}").output,
              ::testing::ContainsRegex("TeXGyreTermes-Regular +CID Type 0C"));
  EXPECT_EQ(extracted_text(bytes), "an official well-known AV\u00ad");
  EXPECT_EQ(run_on(bytes, "qpdf --check {}").status, 0);
}

TEST(Write, IsTheSameOnEveryRunAndUnderEveryLocale) {
  const SamplePages sample = sample_report(20);
  const std::string bytes = written(sample.pages);
  setenv("TZ", "Pacific/Kiritimati", 1);
  setenv("LC_ALL", "de_DE.UTF-8", 1);
  setlocale(LC_ALL, "");
  EXPECT_TRUE(written(sample.pages) == bytes);
  EXPECT_TRUE(written(sample_report(20).pages) == bytes) << "other addresses";
  setlocale(LC_ALL, "C");
  unsetenv("TZ");
  unsetenv("LC_ALL");
}

TEST(Write, IsTheSameForAnyNumberOfThreads) {
  const SamplePages sample = sample_report(60);
  const std::string bytes = written(sample.pages);
  for (const unsigned threads : {0U, 2U, 5U}) {
    Settings settings = sample_settings();
    settings.threads = threads;
    EXPECT_TRUE(written(sample.pages, settings) == bytes) << threads;
  }
}

TEST(Write, IdFollowsTheContent) {
  const auto id = [](const std::string& bytes) { return bytes.substr(bytes.find("/ID ["), 75); };
  const std::string a = id(written(one_line("alpha").pages));
  EXPECT_EQ(a.substr(5, 34), a.substr(39, 34));
  EXPECT_EQ(a, id(written(one_line("alpha").pages)));
  EXPECT_NE(a, id(written(one_line("beta").pages)));
}

TEST(Write, IsOneRevisionOfPdf17) {
  const std::string bytes = written(sample_report(3).pages);
  EXPECT_EQ(bytes.substr(0, 9), "%PDF-1.7\n");
  EXPECT_EQ(bytes.find("startxref"), bytes.rfind("startxref"));
  EXPECT_EQ(bytes.substr(bytes.size() - 6), "%%EOF\n");
  EXPECT_THAT(bytes, Not(HasSubstr("Haru")));
}

TEST(Write, CatalogSaysWhatReadersNeed) {
  NEED("qpdf");
  const std::string text = as_text(written(sample_report(2).pages));
  for (const char* entry :
       {"/Lang (en-US)", "/Marked true", "/DisplayDocTitle true", "/PageMode /UseOutlines",
        "/S /GTS_PDFA1", "/Tabs /S", "/StructParents 1", "/Type /StructTreeRoot"}) {
    EXPECT_THAT(text, HasSubstr(entry));
  }
  EXPECT_THAT(text, HasSubstr("<pdfaid:conformance>A</pdfaid:conformance>"));
  EXPECT_THAT(text, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
}

// ISO 32000-1, 14.7.5.4.
TEST(Write, WhatIsNewIsAPropertyOfItsElement) {
  NEED("qpdf");
  SamplePages sample = sample_report(1);
  EXPECT_THAT(as_text(written(sample.pages)), Not(HasSubstr("UserProperties")));
  const auto span = sample.add_element(Role::span, 0);
  sample.add_text(sample.add_leaf(span), 72, 700, "new words");
  sample.pages.structure.elements[span].change = "new";
  const std::string bytes = written(sample.pages);
  EXPECT_EQ(run_on(bytes, "qpdf --check {}").status, 0);
  const std::string text = folded(as_text(bytes));
  EXPECT_THAT(text, HasSubstr("/O /UserProperties /P [ << /N (Change) /V (new) >> ]"));
  EXPECT_THAT(text, HasSubstr("/UserProperties true"));
}

TEST(Write, WithoutAProfileItIsNotPdfA) {
  NEED("qpdf");
  Settings settings = sample_settings();
  settings.icc_profile.clear();
  const std::string text = as_text(written(sample_report(1).pages, settings));
  EXPECT_THAT(text, Not(HasSubstr("pdfaid:part")));
  EXPECT_THAT(text, Not(HasSubstr("OutputIntent")));
}

TEST(Write, WithoutATitleItIsNotPdfUa) {
  NEED("qpdf");
  SamplePages sample = one_line("x");
  sample.pages.info.title.clear();
  EXPECT_THAT(as_text(written(sample.pages)), Not(HasSubstr("pdfuaid:part")));
}

TEST(Write, LinksAreAnnotationsInLinkElements) {
  NEED("qpdf");
  SamplePages sample;
  sample.add_page("1");
  const auto paragraph = sample.add_element(Role::p);
  const auto link = sample.add_element(Role::link, paragraph);
  sample.add_text(sample.add_leaf(link), 72, 100, "elsewhere");
  const base::Rect area{base::Length::points(72), base::Length::points(90),
                        base::Length::points(50), base::Length::points(12)};
  sample.pages.pages[0].links = {{area, "https://example.org/\u00fc x", "", "Example", link},
                                 {area, "", "here", "", layout::kNoElement}};
  sample.pages.destinations = {{"here", 0, {}}};
  const std::string bytes = written(sample.pages);
  EXPECT_EQ(run_on(bytes, "qpdf --check {}").status, 0);
  const std::string text = as_text(bytes);
  EXPECT_THAT(text, HasSubstr("/URI (https://example.org/%C3%BC%20x)"));
  EXPECT_THAT(text, HasSubstr("/Contents (Example)"));
  EXPECT_THAT(text, HasSubstr("/Contents (here)"));
  EXPECT_THAT(text, HasSubstr("/Dest (here)"));
  EXPECT_THAT(folded(text), HasSubstr("/Rect [ 72 690 122 702 ]"));
  EXPECT_THAT(text, HasSubstr("/StructParent 1"));
  EXPECT_THAT(text, HasSubstr("/StructParent 2"));
  // The second has no element, so it gets one.
  const std::string structure = run_on(bytes, "pdfinfo -struct {}").output;
  EXPECT_THAT(folded(structure),
              ::testing::MatchesRegex("Document P \\(block\\) Link \\(inline\\) Object [0-9]+ 0 "
                                      "Link \\(inline\\) Object [0-9]+ 0"));
}

TEST(Write, HostileTitlesAreHarmless) {
  NEED("pdfinfo");
  SamplePages sample = one_line("x");
  sample.pages.info.title =
      "a<b>&\x01\x7f (c\\\n\xC2\x85"
      "d) \xF0\x9F\x98\x80";
  sample.pages.outline = {{1, ")>>endobj \x02", 0, base::Length(), layout::kNoElement}};
  const std::string bytes = written(sample.pages);
  EXPECT_EQ(run_on(bytes, "qpdf --check {}").status, 0);
  EXPECT_THAT(folded(run_on(bytes, "pdfinfo -enc UTF-8 {}").output),
              HasSubstr("Title: a<b>& (c\\ d) \xF0\x9F\x98\x80"));
  EXPECT_THAT(bytes, HasSubstr("a&lt;b&gt;&amp; (c\\  d) \xF0\x9F\x98\x80"));
}

TEST(Write, ProblemsComeAllAtOnce) {
  SamplePages sample = one_line("x");
  sample.pages.info.title.assign(40000, 'x');
  sample.add_box(40000, 0, 1, 1);
  Settings settings = sample_settings();
  settings.icc_profile = "not a profile";
  const auto result = write(sample.pages, settings);
  ASSERT_FALSE(result.has_value());
  std::vector<std::string> codes;
  for (const auto& problem : result.error()) codes.push_back(problem.code);
  EXPECT_THAT(codes, ::testing::ElementsAre("SBL0955", "SBL0954", "SBL0953"));
}

TEST(Write, EmptyPagesAreFine) {
  NEED("qpdf");
  SamplePages sample;
  sample.add_page("");
  sample.add_page("");
  const Outcome outcome = run_on(written(sample.pages), "qpdf --check {}");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
}

}  // namespace
}  // namespace sable::pdf
