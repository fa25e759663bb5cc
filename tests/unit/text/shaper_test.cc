// Shaping, one line a case: glyph@offset+bytes=advance in visual order.
#include "text/shaper.h"

#include <gtest/gtest.h>

#include "sfnt_builder.h"
#include "text/clusters.h"
#include "text_testing.h"

namespace sable::text::testing {
namespace {

using base::Length;

TEST(Shaper, LatinIsKerned) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("AV"), "36@0+1=1215 57@1+1=1479");
  EXPECT_EQ(bench.glyphs("To"), "55@0+1=1108 82@1+1=1024");
  EXPECT_EQ(bench.glyphs("office"),
            "82@0+1=1024 73@1+1=645 73@2+1=682 76@3+1=569 70@4+1=909 72@5+1=909");
}

TEST(Shaper, FeaturesSwitchKerningOff) {
  Bench bench;
  ShapeRequest request = bench.request("AV");
  request.features = "-kern";
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "36@0+1=1479 57@1+1=1479");
  request.features = "nonsense here,kern=0";
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "36@0+1=1479 57@1+1=1479");
}

TEST(Shaper, FeaturesSwitchSuperiorsOn) {
  Bench bench;
  ShapeRequest request = bench.request("4");
  request.features = "sups";
  EXPECT_EQ(bench.glyphs("4"), "23@0+1=1024");
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "2054@0+1=714");
}

TEST(Shaper, NumbersTakeTheScriptOfTheLanguage) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("11"), "20@0+1=948 20@1+1=1024") << "kerned as Latin";
  ShapeRequest request = bench.request("11");
  request.language = "";
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "20@0+1=986 20@1+1=986@-38,0")
      << "no language, no script: the font's old kern table";
}

TEST(Shaper, NumbersRunFromLeftToRightInHebrewToo) {
  Bench bench;
  ShapeRequest request = bench.request("12");
  request.language = "he";
  const ShapedRun* run = bench.shaper.shape(request);
  EXPECT_FALSE(run->right_to_left);
  EXPECT_EQ(glyphs_of(*run), "20@0+1=1024 21@1+1=1024");
}

TEST(Shaper, AMarkComposesWithItsLetter) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("e\u0301x"), "171@0+3=909 91@3+1=1024");
}

TEST(Shaper, MarksThatDoNotComposeArePlaced) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("q\u0323\u0307"), "84@0+5=1024 741@5+0=0@-414,-440 713@5+0=0@-422,18");
}

TEST(Shaper, HebrewIsInVisualOrder) {
  Bench bench;
  const ShapedRun* run = bench.shaper.shape(bench.request("\u05D0\u05D1\u05D2"));
  EXPECT_TRUE(run->right_to_left);
  EXPECT_EQ(glyphs_of(*run), "1282@4+2=676 1281@2+2=987 1280@0+2=1229");
  EXPECT_EQ(bench.glyphs("(\u05D0)"), "11@3+1=682 1280@1+2=1229 12@0+1=682") << "mirrored";
  EXPECT_FALSE(bench.shaper.shape(bench.request("AV"))->right_to_left);
}

TEST(Shaper, ADirectionThatIsGivenWins) {
  Bench bench;
  ShapeRequest request = bench.request("(");
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "11@0+1=682");
  request.shape.direction = RunDirection::right_to_left;
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "12@0+1=682") << "mirrored (UAX #9, L4)";
  EXPECT_TRUE(bench.shaper.shape(request)->right_to_left);
  request.text = "\u05D0\u05D1";
  request.shape.direction = RunDirection::left_to_right;  // LRO
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)), "1280@0+2=1229 1281@2+2=987");
}

// DejaVu Sans has the four forms of an Arabic letter.
TEST(Shaper, AnArabicLetterJoinsWhatItsRunDoesNotHold) {
  base::MemoryWorld world;
  const FontEntry font =
      add_font(world, "/a.ttf", read_disk("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
  const auto fonts = std::make_shared<FontBook>(world, std::vector<FontEntry>{font});
  Shaper shaper(fonts);
  ShapeRequest request{
      "\u0628", fonts->find({"Test"}, false, 400).value(), Length::points(10), {}, "", "ar"};
  std::vector<uint16_t> forms;
  for (const bool before : {false, true}) {
    for (const bool after : {false, true}) {
      request.shape = {RunDirection::right_to_left, before, after};
      const ShapedRun* run = shaper.shape(request);
      ASSERT_EQ(run->glyphs.size(), 1u);
      EXPECT_EQ(run->glyphs[0].text_length, 2);
      EXPECT_EQ(run->text, "\u0628");
      for (const uint16_t other : forms) EXPECT_NE(run->glyphs[0].id, other);
      forms.push_back(run->glyphs[0].id);
    }
  }
}

TEST(Shaper, CapitalsStandForTheLettersTheyAreDrawnFor) {
  Bench bench;
  ShapeRequest request = bench.request("a\u00DFi");
  request.shape.capitals = true;
  // SS is one cluster, and stands for the sharp s.
  EXPECT_EQ(glyphs_of(*bench.shaper.shape(request)),
            "36@0+1=1479 54@1+2=1139 54@3+0=1139 44@3+1=682");
  EXPECT_EQ(bench.shaper.shape(request)->text, "a\u00DFi");
  request.text = "i";
  request.language = "tr";
  EXPECT_NE(bench.shaper.shape(request)->glyphs[0].id, 44) << "with a dot in Turkish";
}

TEST(Shaper, GreekAndCyrillic) {
  Bench bench;
  EXPECT_FALSE(bench.shaper.shape(bench.request("\u0391\u03A5\u0391"))->missing);
  EXPECT_FALSE(bench.shaper.shape(bench.request("\u0413\u0410"))->missing);
}

TEST(Shaper, AMissingGlyphIsTold) {
  Bench bench;
  const ShapedRun* run = bench.shaper.shape(bench.request("a\u4E2D"));
  EXPECT_TRUE(run->missing);
  EXPECT_EQ(glyphs_of(*run), "68@0+1=909 0@1+3=1593");
  EXPECT_FALSE(bench.shaper.shape(bench.request("a"))->missing);
}

TEST(Shaper, InvisibleCharactersAreInvisible) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("a\u00ADb"), "68@0+1=909 3@1+2=0 69@3+1=1024");
  EXPECT_FALSE(bench.shaper.shape(bench.request("a\u200Db\u2060"))->missing);
}

TEST(Shaper, NonBreakingFormsAreDrawnAsTheirBreakingOnes) {
  Bench bench;
  EXPECT_EQ(bench.glyphs("\u2011"), "2013@0+3=682");
  EXPECT_EQ(bench.glyphs("\u00A0"), "98@0+2=512");
}

TEST(Shaper, AnEmptyTextIsAnEmptyRun) {
  Bench bench;
  const ShapedRun* run = bench.shaper.shape(bench.request(""));
  EXPECT_EQ(run->glyphs.size(), 0u);
  EXPECT_EQ(run->advance, Length());
}

TEST(Shaper, TheAdvanceIsRoundedOnce) {
  Bench bench;
  ShapeRequest request = bench.request("AV");
  EXPECT_EQ(bench.shaper.shape(request)->advance, Length::raw((1215 + 1479) * 655360 / 2048));
  request.size = Length::raw(700'001);
  // 2694 × 700001 / 2048 = 920802.…; glyph by glyph it would be less by one.
  EXPECT_EQ(bench.shaper.shape(request)->advance, Length::raw((2694 * 700'001LL + 1024) / 2048));
}

TEST(Shaper, TheRunTellsItsRequest) {
  Bench bench;
  ShapeRequest request = bench.request("word");
  request.letter_spacing = Length::raw(77);
  const ShapedRun* run = bench.shaper.shape(request);
  EXPECT_EQ(run->font, request.font);
  EXPECT_EQ(run->size, request.size);
  EXPECT_EQ(run->letter_spacing, Length::raw(77));
  EXPECT_EQ(run->text, "word");
}

TEST(Shaper, LetterSpacingStandsBehindGlyphsWithWidth) {
  Bench bench;
  ShapeRequest request = bench.request("q\u0323x");
  const Length plain = bench.shaper.shape(request)->advance;
  request.letter_spacing = Length::points(1);
  EXPECT_EQ(bench.shaper.shape(request)->advance, plain + Length::points(2));
  request.letter_spacing = -Length::points(1);
  EXPECT_EQ(bench.shaper.shape(request)->advance, plain - Length::points(2));
}

// Liberation Serif with a ligature of f, f and i: glyph 2 for 73 73 76.
struct LigatureBench {
  base::MemoryWorld world;
  std::shared_ptr<FontBook> fonts;
  std::unique_ptr<Shaper> shaper;
  FontId id = 0;

  LigatureBench() {
    SfntBuilder font = SfntBuilder::from(
        read_disk("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"));
    font.tables["GSUB"] = ligature_table(73, 73, 76, 36);
    fonts = std::make_shared<FontBook>(
        world, std::vector<FontEntry>{add_font(world, "/a.ttf", font.bytes())});
    id = fonts->find({"Test"}, false, 400).value();
    shaper = std::make_unique<Shaper>(fonts);
  }
  std::string glyphs(const char* text, Length spacing = {}, const char* features = "") {
    return glyphs_of(*shaper->shape({text, id, Length::points(10), spacing, features, "en-US"}));
  }
};

TEST(Shaper, ALigatureStandsForAllItsLetters) {
  LigatureBench bench;
  EXPECT_EQ(bench.glyphs("office"), "82@0+1=1024 36@1+3=1479 70@4+1=909 72@5+1=909");
}

TEST(Shaper, LetterSpacingTakesOptionalLigaturesOut) {
  LigatureBench bench;
  EXPECT_EQ(bench.glyphs("ffi", Length::raw(1)), "73@0+1=645 73@1+1=682 76@2+1=569");
  EXPECT_EQ(bench.glyphs("ffi", Length::raw(1), "liga"), "36@0+3=1479") << "asked for by name";
  EXPECT_EQ(bench.glyphs("ffi", {}, "-liga"), "73@0+1=645 73@1+1=682 76@2+1=569");
}

TEST(Shaper, EqualRequestsGiveTheSameRun) {
  Bench bench;
  std::string first = "word", second = "word";  // the bytes may move
  const ShapedRun* run = bench.shaper.shape(bench.request(first));
  first.assign("....");
  EXPECT_EQ(bench.shaper.shape(bench.request(second)), run);
  EXPECT_EQ(run->text, "word");
}

TEST(Shaper, EachPartOfARequestTellsRunsApart) {
  Bench bench;
  const ShapeRequest plain = bench.request("word");
  std::vector<ShapeRequest> requests(7, plain);
  requests[1].text = "wore";
  requests[2].font = bench.font("Liberation Sans");
  requests[3].size = Length::points(11);
  requests[4].letter_spacing = Length::raw(1);
  requests[5].features = "sups";
  requests[6].language = "de";
  std::vector<const ShapedRun*> runs;
  for (const ShapeRequest& request : requests) runs.push_back(bench.shaper.shape(request));
  for (size_t i = 0; i < runs.size(); ++i) {
    EXPECT_EQ(bench.shaper.shape(requests[i]), runs[i]) << i;
    for (size_t j = 0; j < i; ++j) EXPECT_NE(runs[i], runs[j]) << i << ' ' << j;
  }
}

TEST(Shaper, RunsStayWhereTheyAre) {
  Bench bench;
  const ShapedRun* run = bench.shaper.shape(bench.request("first"));
  const std::string before = glyphs_of(*run);
  std::vector<const ShapedRun*> runs;
  for (int i = 0; i < 5000; ++i) {
    runs.push_back(bench.shaper.shape(bench.request(std::to_string(i))));
  }
  EXPECT_EQ(bench.shaper.shape(bench.request("first")), run);
  EXPECT_EQ(glyphs_of(*run), before);
  for (int i = 0; i < 5000; ++i) {
    ASSERT_EQ(bench.shaper.shape(bench.request(std::to_string(i))), runs[static_cast<size_t>(i)]);
  }
}

TEST(Shaper, TheSameTextShapesAlikeInAnyOrder) {
  Bench one, other;
  const std::vector<std::string> words = {"AV", "office", "11", "\u05D0\u05D1", "e\u0301"};
  std::vector<std::string> forwards, backwards;
  for (const std::string& word : words) forwards.push_back(one.glyphs(word));
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    backwards.insert(backwards.begin(), other.glyphs(*word));
  }
  EXPECT_EQ(forwards, backwards);
}

TEST(Shaper, AHyphenStandsForASoftHyphen) {
  Bench bench;
  const ShapedRun* hyphen = bench.shaper.hyphen(bench.request("ignored"));
  EXPECT_EQ(hyphen->text, "\u00AD");
  EXPECT_EQ(glyphs_of(*hyphen), "2013@0+2=682");
  EXPECT_EQ(hyphen->advance, Length::raw(682 * 655360 / 2048));
  EXPECT_EQ(bench.shaper.hyphen(bench.request("other")), hyphen);
  EXPECT_NE(bench.shaper.shape(bench.request("\u00AD")), hyphen);
}

TEST(Shaper, AHyphenWithoutU2010IsAHyphenMinus) {
  base::MemoryWorld world;
  // A symbol-less font: only the character map's first subtable of one byte a character.
  SfntBuilder font = SfntBuilder::from(
      read_disk("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"));
  std::string map(12 + 262, '\0');
  map.replace(0, 12, std::string("\0\0\0\1\0\3\0\1\0\0\0\14", 12));
  map.replace(12, 6, std::string("\0\0\1\6\0\0", 6));
  map[12 + 6 + '-'] = 16;
  font.tables["cmap"] = map;
  auto fonts = std::make_shared<FontBook>(
      world, std::vector<FontEntry>{add_font(world, "/a.ttf", font.bytes())});
  Shaper shaper(fonts);
  ShapeRequest request;
  request.font = fonts->find({"Test"}, false, 400).value();
  request.size = Length::points(10);
  EXPECT_EQ(glyphs_of(*shaper.hyphen(request)), "16@0+2=682");
}

// --- clusters ---

std::string assigned(std::vector<uint32_t> clusters, std::string_view text, bool right_to_left) {
  ShapedRun run;
  for (const uint32_t cluster : clusters) run.glyphs.emplace_back().text_begin = cluster;
  assign_text(run.glyphs, text, right_to_left);
  return glyphs_of(run);
}

TEST(Clusters, TheFirstGlyphInVisualOrderHasTheText) {
  EXPECT_EQ(assigned({0, 0, 2}, "abc", false), "0@0+2=0 0@2+0=0 0@2+1=0");
  EXPECT_EQ(assigned({2, 0, 0}, "abc", true), "0@2+1=0 0@0+2=0 0@2+0=0");
}

TEST(Clusters, TextBeforeTheFirstClusterIsNotLost) {
  EXPECT_EQ(assigned({1, 2}, "abc", false), "0@0+2=0 0@2+1=0");
  EXPECT_EQ(assigned({2, 1}, "abc", true), "0@2+1=0 0@0+2=0");
  EXPECT_EQ(assigned({}, "abc", false), "");
}

TEST(Clusters, AnEndlessClusterIsSharedAmongItsGlyphs) {
  std::string text(65535, 'a');
  text += "\u00E9";
  EXPECT_EQ(assigned({0, 0}, text, false), "0@0+65535=0 0@65535+2=0");
  text = std::string(65534, 'a') + "\u00E9";
  EXPECT_EQ(assigned({0, 0}, text, false), "0@0+65534=0 0@65534+2=0") << "whole characters";
}

TEST(Clusters, EachByteIsCoveredOnce) {
  Bench bench;
  for (const char* text :
       {"office", "e\u0301q\u0323\u0307x", "\u05D0\u05B8\u05D1 \u05D2", "a\u200Db", "\u0301",
        "\u0301a", "\U0001F469\u200D\U0001F52C", "\u0E01\u0E33"}) {
    const ShapedRun* run = bench.shaper.shape(bench.request(text));
    std::vector<int> covered(run->text.size());
    for (const Glyph& glyph : run->glyphs) {
      for (uint32_t i = 0; i < glyph.text_length; ++i) ++covered.at(glyph.text_begin + i);
    }
    EXPECT_EQ(covered, std::vector<int>(run->text.size(), 1)) << text;
  }
}

}  // namespace
}  // namespace sable::text::testing
