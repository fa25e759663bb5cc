// Break opportunities: the annex's rules, and agreement with ICU on any text.
#include <gtest/gtest.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <fstream>
#include <random>
#include <sstream>

#include "base/utf8.h"
#include "text/breaks.h"
#include "text_testing.h"

namespace sable::text::testing {
namespace {

// "÷" where a line may end, "!" where it must.
std::string broken(std::string_view text, std::string_view language = "en-US") {
  static LineBreaker breaker;
  std::vector<BreakOpportunity> breaks = {{99, BreakClass::mandatory}};
  breaker.find(text, language, breaks);
  std::string marked;
  size_t done = 0;
  for (const BreakOpportunity& opportunity : breaks) {
    marked += text.substr(done, opportunity.offset - done);
    marked += opportunity.kind == BreakClass::mandatory ? "!" : "÷";
    done = opportunity.offset;
  }
  return marked;
}

TEST(LineBreaker, BreaksBehindBlanks) {
  EXPECT_EQ(broken("The quick  brown fox."), "The ÷quick  ÷brown ÷fox.÷");
  EXPECT_EQ(broken(" a"), " ÷a÷");
  EXPECT_EQ(broken(""), "");
}

TEST(LineBreaker, HardBreaks) {
  EXPECT_EQ(broken("a\nb"), "a\n!b÷");
  EXPECT_EQ(broken("a\r\nb\n"), "a\r\n!b\n!");
  EXPECT_EQ(broken("a\u2028b\u2029"), "a\u2028!b\u2029!");
  EXPECT_EQ(broken("\n\n"), "\n!\n!");
}

TEST(LineBreaker, Hyphens) {
  EXPECT_EQ(broken("well-known"), "well-÷known÷");
  EXPECT_EQ(broken("well\u2011known"), "well\u2011known÷");
  EXPECT_EQ(broken("soft\u00ADhyphen"), "soft\u00AD÷hyphen÷");
  EXPECT_EQ(broken("1997-98"), "1997-98÷") << "LB25";
  EXPECT_EQ(broken("a \u2014 b"), "a ÷\u2014 ÷b÷");
  EXPECT_EQ(broken("a\u2014b"), "a÷\u2014÷b÷");
}

TEST(LineBreaker, GlueAndJoiners) {
  EXPECT_EQ(broken("10\u00A0pt"), "10\u00A0pt÷");
  EXPECT_EQ(broken("a\u200Bb"), "a\u200B÷b÷");
  EXPECT_EQ(broken("a\u2060b"), "a\u2060b÷");
}

TEST(LineBreaker, PunctuationStaysWithItsWord) {
  EXPECT_EQ(broken("(a) \"b\" [c], d!"), "(a) ÷\"b\" [c], ÷d!÷") << "LB15";
  EXPECT_EQ(broken("$3.50 and 50%"), "$3.50 ÷and ÷50%÷");
  EXPECT_EQ(broken("S//NF"), "S//÷NF÷");
  EXPECT_EQ(broken("and/or"), "and/÷or÷");
}

TEST(LineBreaker, OffsetsAreBytes) {
  EXPECT_EQ(broken("na\u00EFve caf\u00E9 a"), "na\u00EFve ÷caf\u00E9 ÷a÷");
  EXPECT_EQ(broken("\U0001F600 \U0001F601\U0001F602 x"), "\U0001F600 ÷\U0001F601÷\U0001F602 ÷x÷");
  EXPECT_EQ(broken("\u4E2D\u6587\u3002"), "\u4E2D÷\u6587\u3002÷");
}

TEST(LineBreaker, MarksStayWithTheirLetters) {
  EXPECT_EQ(broken("\u4E2D\u0301\u6587"), "\u4E2D\u0301÷\u6587÷");
}

TEST(LineBreaker, TheLanguageCounts) {
  EXPECT_EQ(broken("\u30A1\u30A2\u30A1", "en-US-u-lb-strict"), "\u30A1÷\u30A2\u30A1÷");
  EXPECT_EQ(broken("\u30A1\u30A2\u30A1", "ja-u-lb-loose"), "\u30A1÷\u30A2÷\u30A1÷");
}

TEST(LineBreaker, AnUnknownLanguageHasTheDefaultRules) {
  for (const char* language : {"", "xx-YY", "not a tag", "!"}) {
    EXPECT_EQ(broken("The quick-brown", language), "The ÷quick-÷brown÷") << language;
  }
}

TEST(LineBreaker, AParagraph) {
  EXPECT_EQ(broken("On 16 July 1997 (see IR 97-40131), the U.S. side \u201Cagreed\u201D\u2014in "
                   "principle\u2014to a 2.5% cut; http://example.org/a-b?c=d followed."),
            "On ÷16 ÷July ÷1997 ÷(see ÷IR ÷97-40131), ÷the ÷U.S. ÷side "
            "÷\u201Cagreed\u201D\u2014÷in ÷principle÷\u2014÷to ÷a ÷2.5% ÷cut; "
            "÷http://÷example.org/÷a-÷b?÷c=d ÷followed.÷");
}

// --- against the Unicode Character Database ---

// One case of LineBreakTest.txt: characters with ÷ or × between them.
struct DatabaseCase {
  std::string text;
  std::vector<uint32_t> breaks;  // offsets of ÷, without that of the start
};

DatabaseCase parse_case(const std::string& line) {
  DatabaseCase one;
  std::istringstream in(line.substr(0, line.find('#')));
  for (std::string word; in >> word;) {
    if (word == "÷") {
      if (!one.text.empty()) one.breaks.push_back(static_cast<uint32_t>(one.text.size()));
    } else if (word != "×") {
      base::append_utf8(one.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return one;
}

bool is_letter(const std::string& text, size_t at) {
  const auto c = static_cast<UChar32>(base::next_code_point(text, at));
  switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_UNKNOWN:
      return true;
    default:
      return false;
  }
}

// What ICU 72 does otherwise than this file, each to the good of prose: it forbids a
// break behind a hyphen that begins a word (its rule 20.09; LB20a of later versions:
// -able) and between a full stop or comma and a figure (LB25 of the annex, IS × NU,
// which the file's own tailoring leaves out), and it allows one before a decimal
// point that stands behind a space (its rule 14.1: equals .35).
std::vector<uint32_t> as_tailored(const DatabaseCase& one) {
  std::vector<uint32_t> breaks;
  for (const uint32_t at : one.breaks) {
    if (at == one.text.size()) {
      breaks.push_back(at);
      continue;
    }
    std::string_view before = std::string_view(one.text).substr(0, at);
    if (before.ends_with("\u0308")) before.remove_suffix(2);
    const bool figure = one.text[at] >= '0' && one.text[at] <= '9';
    if (before == "-" && is_letter(one.text, at)) continue;
    if (!figure || !(before.ends_with('.') || before.ends_with(','))) {
      breaks.push_back(at);
    } else if (before.ends_with(" .")) {
      breaks.push_back(at - 1);
    }
  }
  return breaks;
}

// Unicode 15.0, that of ICU 72. Debian's package unicode-data brings it.
TEST(LineBreaker, AgreesWithTheUnicodeCharacterDatabase) {
  const std::string path = "/usr/share/unicode/auxiliary/LineBreakTest.txt";
  std::ifstream file(path);
  ASSERT_TRUE(file) << "install the Debian package unicode-data: it has " << path;
  LineBreaker breaker;
  size_t cases = 0, differences = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const DatabaseCase one = parse_case(line);
    std::vector<BreakOpportunity> found;
    breaker.find(one.text, "", found);
    std::vector<uint32_t> breaks;
    for (const BreakOpportunity& opportunity : found) breaks.push_back(opportunity.offset);
    ++cases;
    const std::vector<uint32_t> expected = as_tailored(one);
    EXPECT_EQ(breaks, expected) << line;
    if (expected != one.breaks) ++differences;
  }
  EXPECT_GT(cases, 7'000u);
  EXPECT_EQ(differences, 22u) << "the list of differences is longer than it need be";
}

// --- against ICU, which reads the UTF-8 itself here ---

std::vector<std::pair<uint32_t, bool>> icu_breaks(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  static UBreakIterator* iterator = ubrk_open(UBRK_LINE, "en_US", nullptr, 0, &status);
  ubrk_setUText(iterator, utf8, &status);
  EXPECT_TRUE(U_SUCCESS(status));
  std::vector<std::pair<uint32_t, bool>> breaks;
  for (int32_t at; (at = ubrk_next(iterator)) != UBRK_DONE;) {
    breaks.emplace_back(at, ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD);
  }
  utext_close(utf8);
  return breaks;
}

std::vector<std::pair<uint32_t, bool>> our_breaks(const std::string& text) {
  static LineBreaker breaker;
  std::vector<BreakOpportunity> found;
  breaker.find(text, "en-US", found);
  std::vector<std::pair<uint32_t, bool>> breaks;
  for (const BreakOpportunity& opportunity : found) {
    breaks.emplace_back(opportunity.offset, opportunity.kind == BreakClass::mandatory);
  }
  return breaks;
}

TEST(LineBreaker, AgreesWithIcuOnRandomAscii) {
  std::mt19937 random(1981);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t length = random() % 24; length > 0; --length) {
      text += static_cast<char>(random() % 4 == 0 ? ' ' : random() % 128);
    }
    ASSERT_EQ(our_breaks(text), icu_breaks(text)) << ::testing::PrintToString(text);
  }
}

TEST(LineBreaker, AgreesWithIcuOnRandomUnicode) {
  const std::u32string alphabet =
      U" aZ09.,;:!?-/()[]\"'$%\n\r\t\u00A0\u00AD\u00E9\u0301\u05D0\u0627\u0E01\u0E33\u1100\u1161"
      U"\u200B\u200D\u2014\u2019\u201C\u2028\u2060\u3001\u3042\u4E2D\uAC00\uFE0F\U0001F469"
      U"\U0001F1E9\U0001F1EA\U0001F3FB\U00020000";
  std::mt19937 random(14);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (size_t length = random() % 16; length > 0; --length) {
      base::append_utf8(text, alphabet[random() % alphabet.size()]);
    }
    ASSERT_EQ(our_breaks(text), icu_breaks(text)) << ::testing::PrintToString(text);
  }
}

TEST(LineBreaker, ALongTextKeepsItsOffsets) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "caf\u00E9 " : "word ";
  EXPECT_EQ(our_breaks(text), icu_breaks(text));
  EXPECT_EQ(our_breaks(text).size(), 3000u);
}

TEST(LineBreaker, ManyAgree) {
  LineBreaker one, other;
  std::vector<BreakOpportunity> of_one, of_other;
  one.find("\u30A1 b", "ja", of_one);
  one.find("a b-c", "en-US", of_one);
  other.find("a b-c", "en-US", of_other);
  ASSERT_EQ(of_one.size(), of_other.size());
  for (size_t i = 0; i < of_one.size(); ++i) EXPECT_EQ(of_one[i].offset, of_other[i].offset);
}

}  // namespace
}  // namespace sable::text::testing
