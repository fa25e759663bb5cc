#include "words/lexicon.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sable::words {
namespace {

// "kaldec sentence|agent space": folded forms with what stands before them.
std::string cut(std::string_view text, std::string_view language = "en-US") {
  Lexicon lexicon(language);
  std::vector<Word> words;
  lexicon.cut(text, words);
  const char* gaps[] = {"joint", "space", "sentence", "hole"};
  std::string out;
  for (const Word& word : words) {
    out += fmt::format("{}{} {}", out.empty() ? "" : "|", lexicon[word.id].folded,
                       gaps[static_cast<size_t>(word.gap)]);
  }
  return out;
}

Entry entry(std::string_view word, std::string_view language = "en-US") {
  Lexicon lexicon(language);
  std::vector<Word> words;
  lexicon.cut(word, words);
  return words.size() == 1 ? lexicon[words[0].id] : Entry{};
}

TEST(Lexicon, CutsAtWhatIsNoLetter) {
  EXPECT_EQ(cut("One two, three"), "one sentence|two space|three space");
  EXPECT_EQ(cut("Kal-dec\u2013x/y"), "kal sentence|dec joint|x joint|y joint");
  EXPECT_EQ(cut("End. New! Dr. Who"), "end sentence|new sentence|dr sentence|who space");
  EXPECT_EQ(cut("a \uFFFC b"), "a sentence|b hole");
  EXPECT_EQ(cut(""), "");
}

TEST(Lexicon, LeavesOutWhatIsNothingInAWord) {
  EXPECT_EQ(cut("Kal\u00ADdec"), "kaldec sentence");
  EXPECT_EQ(cut("Kal\u200Bdec"), "kaldec sentence");
  EXPECT_EQ(cut("Kaldec's and Kaldecs\u2019"), "kaldec sentence|and space|kaldecs space");
  EXPECT_EQ(cut("O'Brien"), "o sentence|brien joint");
}

TEST(Lexicon, FoldsCaseMarksAndWidths) {
  EXPECT_EQ(entry("KÁLDÉC").folded, "kaldec");
  EXPECT_EQ(entry("K\u0301aldec").folded, "kaldec");
  EXPECT_EQ(entry("Straße").folded, "strasse");
  EXPECT_EQ(entry("Møller").folded, "moller");
  EXPECT_EQ(entry("ＫＡＬ").folded, "kal");
  EXPECT_EQ(entry("ﬁnding").folded, "finding");
}

TEST(Lexicon, TakesNumbersTogether) {
  EXPECT_EQ(cut("1,200 and 12.5"), "1200 sentence|and space|12 space|5 joint");
  EXPECT_EQ(cut("1\u00A0200\u00A0300"), "1200300 sentence");
  EXPECT_TRUE(entry("1,200").number);
  EXPECT_FALSE(entry("K9").number);
}

TEST(Lexicon, GivesACharacterAWordWhereThereAreNoSpaces) {
  EXPECT_EQ(cut("王小明"), "王 sentence|小 joint|明 joint");
  EXPECT_TRUE(entry("王").alone);
}

TEST(Lexicon, TakesEndingsOff) {
  EXPECT_EQ(entry("meetings").stem, entry("meeting").stem);
  EXPECT_EQ(entry("Kaldecs").stem, entry("Kaldec").stem);
  EXPECT_EQ(entry("Häusern", "de").stem, entry("Haus", "de").stem);
  EXPECT_EQ(entry("générales", "fr-CA").stem, entry("générale", "fr").stem);
  EXPECT_NE(entry("harbour").stem, entry("harvest").stem);
  EXPECT_EQ(entry("meetings", "xx").stem, "meetings");
}

TEST(Lexicon, KnowsWordsThatTellNothing) {
  EXPECT_TRUE(entry("The").common);
  EXPECT_TRUE(entry("The").article);
  EXPECT_TRUE(entry("zwischen", "de-AT").common);
  EXPECT_FALSE(entry("the", "de").common);
  EXPECT_FALSE(entry("Kaldec").common);
  EXPECT_TRUE(entry("March").calendar);
  EXPECT_TRUE(entry("US").acronym);
  EXPECT_TRUE(entry("Éva").capital);
}

}  // namespace
}  // namespace sable::words
