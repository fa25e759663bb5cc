#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

using namespace std::string_literals;

TEST(Bytes, EmptyFileIsNull) {
  EXPECT_EQ(read_text(""), "null");
  EXPECT_EQ(read_text("\xEF\xBB\xBF"), "null");
  EXPECT_EQ(read_text("\n\n# nothing\n"), "null");
  EXPECT_EQ(read_text("---\n"), "null");
}

TEST(Bytes, ByteOrderMarkIsSkippedAndCounted) {
  const Reading reading(
      "\xEF\xBB\xBF"
      "a: Łódź\n");
  ASSERT_TRUE(reading.result);
  const Value* value = reading.tree().find("a");
  EXPECT_EQ(reading.source(value->span), "Łódź");
  EXPECT_EQ(reading.source(value->span_of(2, 5)), "ód");
  EXPECT_EQ(read_text("a: b\nc: x\xEF\xBB\xBFy\n"), "2:5-2:6 SBL0105");
}

TEST(Bytes, BadUtf8IsPlacedAndReadingGoesOn) {
  EXPECT_EQ(read_text("a: x\xFFy\nb: \xC0\xAF\nc: \xED\xA0\x80\nd: \xE2\x82\n"),
            "1:5-1:6 SBL0101\n2:4-2:5 SBL0101\n3:4-3:5 SBL0101\n4:4-4:5 SBL0101");
  EXPECT_EQ(read_text("a: \xFF\na: 2\n"),
            "1:4-1:5 SBL0101\n2:1-2:2 SBL0137 (1:1-1:2 it stands here first)");
}

// Text in UTF-16, as one editor or another writes it.
std::string utf16(std::string_view text, bool big_endian, std::string mark = {}) {
  for (const char c : text) {
    if (big_endian) mark += '\0';
    mark += c;
    if (!big_endian) mark += '\0';
  }
  return mark;
}

TEST(Bytes, AnotherEncodingIsOneFinding) {
  const std::string text = "sable: 1\ntemplate: intelligence\nbody:\n  - p: text\n";
  for (const std::string& bytes : {utf16(text, false, "\xFF\xFE"), utf16(text, true, "\xFE\xFF"),
                                   utf16(text, false), utf16(text, true)}) {
    const Reading reading(bytes);
    EXPECT_EQ(shown(reading), "1:1-1:1 SBL0107");
    EXPECT_EQ(reading.found().front().message, "this file is saved as UTF-16, not as UTF-8");
    EXPECT_EQ(reading.found().front().help,
              "save it as UTF-8 in the editor, or convert it: iconv -f UTF-16 -t UTF-8");
  }
  EXPECT_EQ(Reading("\xFF\xFE\0\0a\0\0\0"s).found().front().message,
            "this file is saved as UTF-32, not as UTF-8");
}

TEST(Bytes, AnotherFormatIsOneFinding) {
  const auto message = [](const std::string& bytes) {
    const Reading reading(bytes);
    return reading.found().size() == 1 ? reading.found().front().message : shown(reading);
  };
  const std::string noise = "\x01\x02\xFF\x80\x03\x04:\x05 \x06\x07\x08\x0B\n- [";
  EXPECT_EQ(message("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n" + noise),
            "this file looks like a PDF, not like YAML");
  EXPECT_EQ(message("PK\x03\x04" + noise),
            "this file looks like a document of a word processor or another ZIP archive, not like "
            "YAML");
  EXPECT_EQ(message("\x89PNG\r\n" + noise), "this file looks like a picture, not like YAML");
  EXPECT_EQ(message("<!DOCTYPE html>\n<p>a"),
            "this file looks like a web page or an XML document, not like YAML");
  EXPECT_EQ(message(noise + noise), "this file looks like a binary file, not like YAML");
  // A text with a slip in it is still a text: the slip is told.
  EXPECT_EQ(read_text("a: x\0y\n"s + std::string(200, 'b')).substr(0, 15), "1:5-1:6 SBL0102");
}

TEST(Bytes, ControlCharactersAreRefused) {
  EXPECT_EQ(read_text("a: x\0y\n"s), "1:5-1:6 SBL0102");
  EXPECT_EQ(read_text("a: x\x04y\n"), "1:5-1:6 SBL0102");  // yaml-cpp: the end of the file
  EXPECT_EQ(read_text("a: \x1B[31m\n"), "1:4-1:5 SBL0102");
  EXPECT_EQ(read_text("a: x\x7F\n"), "1:5-1:6 SBL0102");
  EXPECT_EQ(read_text("a: x\xC2\x85y\n"), "1:5-1:6 SBL0102");
  EXPECT_EQ(read_text("a: x\xC2\xA0y\n"), "{a: \"x\xC2\xA0y\"}");
}

TEST(Bytes, NoncharactersAreRefused) {
  EXPECT_EQ(read_text("a: x\xEF\xB7\x90\n"), "1:5-1:6 SBL0103");      // U+FDD0
  EXPECT_EQ(read_text("a: x\xEF\xB7\xAF\n"), "1:5-1:6 SBL0103");      // U+FDEF
  EXPECT_EQ(read_text("a: x\xEF\xBF\xBF\n"), "1:5-1:6 SBL0103");      // U+FFFF
  EXPECT_EQ(read_text("a: x\xF0\x9F\xBF\xBE\n"), "1:5-1:6 SBL0103");  // U+1FFFE
  EXPECT_EQ(read_text("a: x\xEF\xB7\xB0\n"), "{a: \"x\xEF\xB7\xB0\"}");
}

TEST(Bytes, LineEndsMayBeCrLfButNotCr) {
  EXPECT_EQ(read_text("a: b\r\nc: |\r\n  d\r\n  e\r\n"), "{a: \"b\", c: \"d\ne\n\"}");
  EXPECT_EQ(read_text("a: b\rc\n"), "1:5-1:6 SBL0104");
}

TEST(Bytes, TabsAreRefusedWhereTheySeparate) {
  EXPECT_EQ(read_text("a:\n\tb: c\n"), "2:1-2:2 SBL0106");
  EXPECT_EQ(read_text("a:\tb\n"), "1:3-1:4 SBL0106");
  EXPECT_EQ(read_text("-\tb\n"), "1:2-1:3 SBL0106");
  EXPECT_EQ(read_text("a: b\t# c\n"), "1:5-1:6 SBL0106\nwarning 1:6-1:9 SBL0111");
  EXPECT_EQ(read_text("a: b\n\tc\n"), "2:1-2:2 SBL0106");
  EXPECT_EQ(read_text("a: |\n  b\n\tc\n"), "3:1-3:2 SBL0106");
  EXPECT_EQ(read_text("a: \"b\n\tc\"\n"), "2:1-2:2 SBL0106");
  EXPECT_EQ(read_text("a: b\n\t\nc: d\n"), "2:1-2:2 SBL0106");
  EXPECT_EQ(read_text("a: b\tc\t\nd: |\n  e\tf\n"), "{a: \"b\tc\", d: \"e\tf\n\"}");
}

TEST(Bytes, SizeIsLimited) {
  const Reading fits("a: b", {.bytes = 4});
  EXPECT_TRUE(fits.result);
  const Reading reading("a: bc", {.bytes = 4});
  ASSERT_FALSE(reading.result);
  EXPECT_EQ(shown(reading), "1:1-1:1 SBL0100");
  EXPECT_EQ(reading.found().front().message, "the file is larger than 4 bytes");
}

TEST(Bytes, ManyErrorsAreCutOff) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "- \"\\q\"\n";
  const Reading reading(text);
  ASSERT_FALSE(reading.result);
  EXPECT_EQ(reading.found().size(), 201u);
  EXPECT_EQ(reading.found().back().code, "SBL0199");
}

}  // namespace
}  // namespace sable::source
