// Hyphenation points: known words, minimums, languages, and files that are
// missing or broken.
#include <gtest/gtest.h>

#include <random>

#include "text/breaks.h"
#include "text_testing.h"

namespace sable::text::testing {
namespace {

std::string marked(Hyphenator& hyphenator, std::string_view word, std::string_view language) {
  std::string out;
  size_t done = 0;
  for (const uint16_t point : hyphenator.points(word, language)) {
    out.append(word.substr(done, point - done)).push_back('-');
    done = point;
  }
  return out.append(word.substr(done));
}

struct English {
  std::unique_ptr<base::World> world = base::disk_world();
  Hyphenator hyphenator{*world, read_manifest().hyphenation};
  std::string operator()(std::string_view word, std::string_view language = "en-US") {
    return marked(hyphenator, word, language);
  }
};

// A hyphenator over patterns in memory, for the language "xx".
struct Patterns {
  base::MemoryWorld world;
  std::unique_ptr<Hyphenator> hyphenator;
  explicit Patterns(const std::string& file) {
    world.files["/xx.dic"] = file;
    hyphenator = std::make_unique<Hyphenator>(
        world, std::vector<HyphenPatterns>{{"xx", "/xx.dic", "hyphen-xx"}});
  }
  std::string operator()(std::string_view word) { return marked(*hyphenator, word, "xx"); }
  std::string problem() {
    const base::Diagnostics problems = hyphenator->problems();
    if (problems.empty()) return "none";
    return problems[0].code + ' ' + problems[0].message + '\n' + problems[0].help;
  }
};

constexpr char kUnusable[] =
    "SBL0821 the hyphenation patterns for xx, /xx.dic, cannot be used: the file is not in "
    "libhyphen's format\nname another pattern file in the font manifest";

// The TeXbook, appendix H, and Liang's thesis.
TEST(Hyphenator, WordsOfTheTexbook) {
  English english;
  EXPECT_EQ(english("hyphenation"), "hy-phen-ation");
  EXPECT_EQ(english("concatenation"), "con-cate-na-tion");
  EXPECT_EQ(english("supercalifragilisticexpialidocious"),
            "su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious");
  EXPECT_EQ(english("algorithm"), "al-go-rithm");
  EXPECT_EQ(english("typography"), "ty-pog-ra-phy");
  EXPECT_EQ(english("project"), "project");
  EXPECT_EQ(english("present"), "present");
  EXPECT_EQ(english("declination"), "dec-li-na-tion");
  EXPECT_EQ(english("obligatory"), "oblig-a-tory");
  EXPECT_EQ(english("philanthropic"), "phil-an-thropic");
  EXPECT_EQ(english("associate"), "as-so-ciate");
  EXPECT_EQ(english("university"), "uni-ver-sity");
}

TEST(Hyphenator, CapitalsAreLookedUpInLowerCase) {
  English english;
  EXPECT_EQ(english("Hyphenation"), "Hy-phen-ation");
  EXPECT_EQ(english("HYPHENATION"), "HY-PHEN-ATION");
}

TEST(Hyphenator, TwoLettersBeforeAndThreeBehind) {
  Patterns patterns("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n1a1\n");
  EXPECT_EQ(patterns("aaaaaa"), "aa-a-aaa");
  EXPECT_EQ(patterns("aaaaa"), "aa-aaa");
  EXPECT_EQ(patterns("aaaa"), "aaaa");
  EXPECT_EQ(patterns(""), "");
}

TEST(Hyphenator, AFileMayAskForMore) {
  Patterns patterns("UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\n1a1\n");
  EXPECT_EQ(patterns("aaaaaaaa"), "aaa-a-aaaa");
}

TEST(Hyphenator, OnlyWordsOfLetters) {
  English english;
  for (const char* word : {"hyphenation1", "hyphen-ation", "don't", "hyphen\u00ADation",
                           "hyphenation.", "hy phenation", "\u0301hyphenation"}) {
    EXPECT_EQ(english(word), word);
  }
}

TEST(Hyphenator, OffsetsAreBytes) {
  Patterns patterns("UTF-8\n\u00E91\n\u04361\n");
  EXPECT_EQ(patterns("aa\u00E9aaa"), "aa\u00E9-aaa");
  EXPECT_EQ(patterns("AA\u00C9AAA"), "AA\u00C9-AAA");
  EXPECT_EQ(patterns("\u0416\u0416\u0416\u0416\u0416"), "\u0416\u0416-\u0416\u0416\u0416");
  EXPECT_EQ(patterns("aa\U00010428\u00E9aaa"), "aa\U00010428\u00E9-aaa");
}

TEST(Hyphenator, DecomposedLettersAreLetters) {
  Patterns patterns("UTF-8\n\u00E91\n");
  EXPECT_EQ(patterns("aae\u0301aaa"), "aae\u0301-aaa");
  EXPECT_EQ(patterns("ae\u0301aaa"), "ae\u0301-aaa") << "two letters, four bytes";
  EXPECT_EQ(patterns("aae\u0301aa"), "aae\u0301aa");
  EXPECT_EQ(patterns("aaq\u0301aaa"), "aaq\u0301aaa") << "does not compose";
}

TEST(Hyphenator, OtherCharacterSets) {
  Patterns latin(
      "ISO8859-1\n\xE9"
      "1\n");
  EXPECT_EQ(latin("aa\u00E9aaa"), "aa\u00E9-aaa");
  Patterns cyrillic(
      "microsoft-cp1251\r\n\xE6"
      "1\r\n");
  EXPECT_EQ(cyrillic("\u0430\u0430\u0436\u0430\u0430\u0430"),
            "\u0430\u0430\u0436-\u0430\u0430\u0430");
}

TEST(Hyphenator, PointsThatChangeLettersAreLeftOut) {
  Patterns patterns("UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\nf1f/ff=f,1,2\nr1t\n");
  EXPECT_EQ(patterns("schiffahrten"), "schiffahr-ten");
}

TEST(Hyphenator, OfTwoPatternsWithTheSameLettersTheHigherLevelCounts) {
  EXPECT_EQ(Patterns("UTF-8\na1bc\nab3c\n")("aaabccc"), "aaa-b-ccc");
  EXPECT_EQ(Patterns("UTF-8\na2b\na1b\n")("aaabbb"), "aaabbb");
}

// Hungarian and Dutch files have two levels: the parts of compounds first.
TEST(Hyphenator, CompoundsAreHyphenatedByTheirParts) {
  Patterns patterns(
      "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\nx1y\nNEXTLEVEL\na1b\n");
  EXPECT_EQ(patterns("aabbxyaabbb"), "aa-bbx-yaa-bbb");
}

TEST(Hyphenator, CommentsAreNotPatterns) {
  Patterns patterns("UTF-8\n% " + std::string(500, 'a') + "1\n\na1b\n");
  EXPECT_EQ(patterns("aabbb"), "aa-bbb");
}

TEST(Hyphenator, LanguagesAreLookedUpBySubtags) {
  English english;
  EXPECT_EQ(english("hyphenation", "en-us"), "hy-phen-ation");
  EXPECT_EQ(english("hyphenation", "en-US-x-house"), "hy-phen-ation");
  EXPECT_EQ(english("hyphenation", "en-GB"), "hy-phen-a-tion") << "other rules";
  EXPECT_EQ(english("hyphenation", "is"), "hyphenation");
  EXPECT_EQ(english("hyphenation", ""), "hyphenation");
  EXPECT_EQ(english.hyphenator.problems().size(), 0u) << "no patterns are no problem";
}

TEST(Hyphenator, ABareLanguageServesItsRegions) {
  base::MemoryWorld world;
  world.files["/en.dic"] = "UTF-8\na1b\n";
  world.files["/gb.dic"] = "UTF-8\nb1c\n";
  Hyphenator hyphenator(world, {{"en", "/en.dic", ""}, {"en-GB", "/gb.dic", ""}});
  EXPECT_EQ(marked(hyphenator, "aabcc", "en-US"), "aa-bcc");
  EXPECT_EQ(marked(hyphenator, "aabccc", "en-GB"), "aab-ccc");
  EXPECT_EQ(marked(hyphenator, "aabcc", "en-US"), "aa-bcc") << "caches do not mix";
}

TEST(Hyphenator, AMissingFileNamesItsPackage) {
  base::MemoryWorld world;
  Hyphenator hyphenator(world, {{"en-US", "/none.dic", "hyphen-en-us"}});
  EXPECT_EQ(hyphenator.problems().size(), 0u) << "not met yet";
  EXPECT_EQ(marked(hyphenator, "hyphenation", "en-US"), "hyphenation");
  EXPECT_EQ(marked(hyphenator, "typography", "en-US"), "typography");
  const base::Diagnostics problems = hyphenator.problems();
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "SBL0820");
  EXPECT_EQ(problems[0].message, "the hyphenation patterns for en-US, /none.dic, cannot be read");
  EXPECT_EQ(problems[0].help,
            "install it: apt-get install hyphen-en-us; the font manifest says where each file is "
            "expected");
  EXPECT_EQ(problems[0].severity, base::Severity::error);
  EXPECT_EQ(problems[0].fault, base::Fault::environment);
}

TEST(Hyphenator, APatternFileIsReadOnceAndWhenNeeded) {
  Patterns patterns("UTF-8\na1b\n");
  EXPECT_EQ(patterns("ab"), "ab");  // too short to be looked up
  patterns.world.files["/xx.dic"] = "UTF-8\nb1c\n";
  EXPECT_EQ(patterns("aabccc"), "aab-ccc");
  patterns.world.files.clear();
  EXPECT_EQ(patterns("bbbccc"), "bbb-ccc");
  EXPECT_EQ(patterns.problem(), "none");
}

// What one release lacks is no matter of another.
TEST(Hyphenator, ASharedShelfTellsOnlyWhatOnesOwnWordsMet) {
  const base::MemoryWorld world;
  const auto shelf = std::make_shared<PatternShelf>(
      world, std::vector<HyphenPatterns>{{"en", "/none.dic", ""}, {"de", "/nichts.dic", ""}});
  Hyphenator one(shelf), other(shelf);
  EXPECT_TRUE(one.points("typography", "en").empty());
  EXPECT_EQ(one.problems().size(), 1u);
  EXPECT_TRUE(other.problems().empty());
  EXPECT_TRUE(other.points("Buchdruck", "de").empty());
  EXPECT_EQ(other.problems().size(), 1u);
  EXPECT_EQ(one.problems().size(), 1u);
}

TEST(Hyphenator, BrokenFiles) {
  for (const std::string& file :
       {std::string(""), std::string("NOT-A-CHARSET\na1b\n"), std::string("\n\na1b\n"),
        std::string("UTF-8\n\xFF\xFE\n"), "UTF-8\n" + std::string(200, 'a') + "\n",
        std::string("UTF-8\na\0b\n", 10), std::string("<!DOCTYPE html>\n<p>")}) {
    Patterns patterns(file);
    EXPECT_EQ(patterns("aabbb"), "aabbb");
    EXPECT_EQ(patterns.problem(), kUnusable) << ::testing::PrintToString(file);
  }
}

TEST(Hyphenator, AnOverlongWordHasNoPoints) {
  Patterns patterns("UTF-8\n1a1\n");
  const std::string longest(400, 'a'), longer(401, 'a');
  EXPECT_EQ(patterns.hyphenator->points(longest, "xx").size(), 396u);
  EXPECT_EQ(patterns.hyphenator->points(longer, "xx").size(), 0u);
}

TEST(Hyphenator, ReferencesStayValid) {
  English english;
  const std::vector<uint16_t>& points = english.hyphenator.points("hyphenation", "en-US");
  const std::vector<uint16_t> before = points;
  for (int i = 0; i < 5000; ++i) {
    std::string word = "hyphen";
    for (int n = i; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
    english.hyphenator.points(word, "en-US");
  }
  EXPECT_EQ(points, before);
  EXPECT_EQ(&english.hyphenator.points("hyphenation", "en-US"), &points);
}

TEST(Hyphenator, RandomPatternFilesNeverCrash) {
  std::mt19937 random(1983);
  const std::string alphabet = "ab.12345/=,-\n\n\n NEXTLEVL'HYPM";
  for (int round = 0; round < 3000; ++round) {
    std::string file = "UTF-8\n";
    for (size_t length = random() % 200; length > 0; --length) {
      file += alphabet[random() % alphabet.size()];
    }
    Patterns patterns(file);
    for (const char* word : {"ababababab", "bbbbbaaaaa", "aabbb"}) {
      for (const uint16_t point : patterns.hyphenator->points(word, "xx")) {
        EXPECT_GE(point, 2u);
        EXPECT_LE(point, std::string_view(word).size() - 3);
      }
    }
  }
}

}  // namespace
}  // namespace sable::text::testing
