#include "pdf/codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/fonts.h"
#include "sample_pages.h"

namespace sable::pdf {
namespace {

using base::Length;
using ::testing::ElementsAre;
using testing::Face;
using testing::SamplePages;

text::ShapedRun cluster_of(const std::string& text, size_t glyphs, bool right_to_left = false) {
  text::ShapedRun run;
  run.text = text;
  run.glyphs.resize(glyphs);
  for (size_t i = 0; i < glyphs; ++i) run.glyphs[i].id = static_cast<uint16_t>(i + 1);
  run.glyphs[0].text_length = static_cast<uint16_t>(text.size());
  run.right_to_left = right_to_left;
  return run;
}

std::vector<std::string> texts_of(const FontCodes& font) {
  std::vector<std::string> texts;
  for (const Code& code : font.codes) texts.push_back(code.text);
  return texts;
}

TEST(GlyphTexts, ClusterIsDealtCharacterByCharacter) {
  EXPECT_THAT(glyph_texts(cluster_of("ffi", 1)), ElementsAre("ffi"));
  EXPECT_THAT(glyph_texts(cluster_of("e\u0301", 2)), ElementsAre("e", "\u0301"));
  EXPECT_THAT(glyph_texts(cluster_of("abc", 2)), ElementsAre("a", "bc"));
  EXPECT_THAT(glyph_texts(cluster_of("\u00e9", 2)), ElementsAre("\u00e9", "\u200B"));
  EXPECT_THAT(glyph_texts(cluster_of("\u05d1\u05bc", 2, true)), ElementsAre("\u05bc", "\u05d1"));
}

TEST(GlyphTexts, RunWithoutTextBeforeItsFirstClusterIsNotRead) {
  text::ShapedRun run = cluster_of("", 1);
  run.glyphs[0].text_begin = 9;
  EXPECT_THAT(glyph_texts(run), ElementsAre("\u200B"));
}

TEST(Codes, AreGivenInTheOrderOfUse) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  codes.encode(*sample.shape("zebra"));
  codes.encode(*sample.shape("bazaar"));
  ASSERT_EQ(codes.fonts().size(), 1u);
  EXPECT_THAT(texts_of(codes.fonts()[0]), ElementsAre("z", "e", "b", "r", "a"));
}

TEST(Codes, SameRunIsEncodedOnce) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  std::vector<const text::ShapedRun*> runs;
  for (int i = 0; i < 3000; ++i) runs.push_back(sample.shape("w" + std::to_string(i)));
  for (uint32_t i = 0; i < runs.size(); ++i) EXPECT_EQ(codes.encode(*runs[i]), i);
  for (uint32_t i = 0; i < runs.size(); ++i) EXPECT_EQ(codes.encode(*runs[i]), i);
}

TEST(Codes, OneGlyphWithTwoTextsHasTwoCodes) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  const text::ShapedRun* soft =
      sample.shaper().hyphen({"", sample.shape("x")->font, Length::points(11), Length(), "", "en"});
  codes.encode(*soft);
  text::ShapedRun hard = *soft;
  hard.text = "-";
  hard.glyphs[0].text_length = 1;
  codes.encode(hard);
  EXPECT_THAT(texts_of(codes.fonts()[0]), ElementsAre("\u00AD", "-"));
  EXPECT_EQ(codes.fonts()[0].codes[0].glyph, codes.fonts()[0].codes[1].glyph);
}

TEST(Codes, KerningIsAnAdjustmentAndThePenFollows) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  const text::ShapedRun& run = *sample.shape("AV");
  const EncodedRun& encoded = codes.run(codes.encode(run));
  const auto& book = sample.shaper().fonts();
  const int64_t em = book.metrics(run.font).units_per_em;
  const int64_t kern = run.glyphs[0].advance - book.advance(run.font, run.glyphs[0].id);
  ASSERT_LT(kern, 0);
  const std::string adjustment = std::to_string(to_glyph_units(-kern * 1'000'000 / em));
  EXPECT_EQ(codes.shown(encoded), std::string("\0\1)", 3) + adjustment + std::string("(\0\2", 3));
  // Within half a unit of a thousandth of the run's own advance.
  EXPECT_NEAR(static_cast<double>(encoded.width),
              static_cast<double>(run.glyphs[0].advance + run.glyphs[1].advance) * 1e6 /
                  static_cast<double>(em),
              500.0);
}

TEST(Codes, RaisedGlyphLeavesTheArray) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  text::ShapedRun run = *sample.shape("ab");
  run.glyphs[1].y_offset =
      static_cast<int32_t>(sample.shaper().fonts().metrics(run.font).units_per_em);
  EXPECT_EQ(codes.shown(codes.run(codes.encode(run))),
            std::string("\0\1)]TJ\n11 Ts[(\0\2)]TJ\n0 Ts[(", 27));
}

TEST(Codes, LetterSpacingStandsBehindEachGlyph) {
  SamplePages sample;
  Codes codes(sample.shaper().fonts());
  text::ShapedRun run = *sample.shape("ooo");
  run.letter_spacing = Length::points(11, 10);  // a tenth of the size
  EXPECT_EQ(codes.shown(codes.run(codes.encode(run))), std::string("\0\1)-100(\0\1)-100(\0\1", 18));
}

TEST(ToUnicode, CoversTheCodesInUseAndNoOthers) {
  FontCodes font;
  font.codes = {{5, "ffi", 0}, {6, "\U0001F600", 0}};
  const std::string map = to_unicode_map(font);
  EXPECT_THAT(map, ::testing::HasSubstr("2 beginbfchar\n<0001><006600660069>\n"
                                        "<0002><D83DDE00>\nendbfchar\n"));
}

TEST(ToUnicode, SectionsHoldAHundred) {
  FontCodes font;
  font.codes.assign(101, {1, "x", 0});
  const std::string map = to_unicode_map(font);
  EXPECT_THAT(map, ::testing::HasSubstr("100 beginbfchar"));
  EXPECT_THAT(map, ::testing::HasSubstr("\n1 beginbfchar\n<0065><0078>\n"));
}

}  // namespace
}  // namespace sable::pdf
