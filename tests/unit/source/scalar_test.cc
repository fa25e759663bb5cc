// Texts of scalars and where each byte of them stands.
#include <gtest/gtest.h>

#include "reading.h"

namespace sable::source {
namespace {

// The text of `a`, cut where the map to the file breaks, each piece with the
// words of the file that it stands for: "foo=foo| =\n  |bar=bar".
std::string mapped(const std::string& source) {
  const Reading reading(source);
  if (!reading.result) return shown(reading);
  const Value* value = reading.tree().find("a");
  std::string out;
  for (size_t i = 0; i < value->segments.size(); ++i) {
    const size_t begin = value->segments[i].text_begin;
    const size_t end =
        i + 1 < value->segments.size() ? value->segments[i + 1].text_begin : value->text.size();
    if (begin == end) continue;
    if (!out.empty()) out += '|';
    out += value->text.substr(begin, end - begin);
    out += '=';
    out += reading.source(value->span_of(begin, end));
  }
  return out;
}

std::string span_text(const std::string& source) {
  const Reading reading(source);
  return std::string(reading.source(reading.tree().find("a")->span));
}

TEST(Scalar, Plain) {
  EXPECT_EQ(mapped("a: foo bar  \n"), "foo bar=foo bar");
  EXPECT_EQ(mapped("a: foo \n    bar\n\n\n  baz\nb: c\n"),
            "foo=foo| = \n    |bar=bar|\n\n=\n\n\n  |baz=baz");
  EXPECT_EQ(mapped("a:\n  foo\n  bar"), "foo=foo| =\n  |bar=bar");
  EXPECT_EQ(mapped("a: foo\r\n  bar\r\n"), "foo=foo| =\r\n  |bar=bar");
  EXPECT_EQ(span_text("a: foo \n    bar  \n\nb: c\n"), "foo \n    bar");
}

TEST(Scalar, SingleQuoted) {
  EXPECT_EQ(mapped("a: 'it''s'\n"), "it=it|'=''|s=s");
  EXPECT_EQ(mapped("a: '  x\n\n    y '\n"), "  x=  x|\n=\n\n    |y =y ");
  EXPECT_EQ(span_text("a: 'it''s' \n"), "'it''s'");
}

TEST(Scalar, DoubleQuoted) {
  EXPECT_EQ(mapped("a: \"x\\ty\\u00e9\\U0001F600\\L\\\"\"\n"),
            "x=x|\t=\\t|y=y|é=\\u00e9|\U0001F600=\\U0001F600|\u2028=\\L|\"=\\\"");
  EXPECT_EQ(mapped("a: \"foo  \\\n    \\ bar\"\n"), "foo  =foo  | =\\ |bar=bar");
  EXPECT_EQ(mapped("a: \"foo  \n    bar\"\n"), "foo=foo| =  \n    |bar=bar");
  EXPECT_EQ(mapped("a: \"x\\_y\"\n"), "x=x|\u00A0=\\_|y=y");
  EXPECT_EQ(mapped("a: \"x\n\n\n  \"\n"), "x=x|\n\n=\n\n\n  ");
  EXPECT_EQ(span_text("a: \"\"\n"), "\"\"");
}

TEST(Scalar, Literal) {
  EXPECT_EQ(mapped("a: |\n  one\n    two\n\n  three\n\n\nb: c\n"),
            "one=one|\n=\n  |  two=  two|\n=\n|\n=\n  |three=three|\n=\n");
  EXPECT_EQ(mapped("a: |-\n  one\n\n"), "one=one");
  EXPECT_EQ(mapped("a: |+\n  one\n\n"), "one=one|\n=\n|\n=\n");
  EXPECT_EQ(mapped("a: |2\n   one\n"), " one= one|\n=\n");
  EXPECT_EQ(mapped("a: |-2\n   one\n"), " one= one");
  EXPECT_EQ(mapped("a: |\n  one"), "one=one");
  EXPECT_EQ(mapped("a: |\r\n  one\r\n  two\r\n"), "one=one|\n=\r\n  |two=two|\n=\r\n");
  EXPECT_EQ(mapped("a: |\n\n  one\n"), "\n=\n  |one=one|\n=\n");
  EXPECT_EQ(mapped("a: |\nb: c\n"), "");
  EXPECT_EQ(span_text("a: | # note\n  one\n  two\n\nb: c\n"), "one\n  two");
}

TEST(Scalar, Folded) {
  EXPECT_EQ(mapped("a: >\n  one\n  two\n\n  three\n"),
            "one=one| =\n  |two=two|\n=\n\n  |three=three|\n=\n");
  EXPECT_EQ(mapped("a: >-\n  one\n    more\n  two\n"),
            "one=one|\n=\n  |  more=  more|\n=\n  |two=two");
  EXPECT_EQ(mapped("a: >-\n  one\n\n    more\n\n  two\n"),
            "one=one|\n\n=\n\n  |  more=  more|\n\n=\n\n  |two=two");
  EXPECT_EQ(mapped("a: >+\n  one\n\n\n"), "one=one|\n\n\n=\n\n\n");
  EXPECT_EQ(mapped("a: >\n\n  one\n"), "\n=\n  |one=one|\n=\n");
}

TEST(Scalar, SpansInsidePieces) {
  const Reading reading("a: |\n  The :redact[Łódź]\n  end\n");
  const Value* value = reading.tree().find("a");
  const size_t at = value->text.find("Łódź");
  EXPECT_EQ(reading.source(value->span_of(at, at + 7)), "Łódź");
  const size_t end = value->text.find("end");
  EXPECT_EQ(reading.source(value->span_of(at, end + 3)), "Łódź]\n  end");
  EXPECT_EQ(value->span_of(end, end), (base::Span{0, 30, 30}));
  const base::LineColumn place = reading.sources.locate(0, value->span_of(at + 7, at + 8).begin);
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 19u);
}

TEST(Scalar, SpansOutOfRangeAreClamped) {
  const Reading reading("a: foo\n");
  EXPECT_EQ(reading.tree().find("a")->span_of(1, 99), (base::Span{0, 4, 6}));
  EXPECT_EQ(reading.tree().find("a")->span_of(99, 1), (base::Span{0, 6, 6}));
  EXPECT_EQ(reading.tree().find("b"), nullptr);
}

TEST(Scalar, HandMadeValuesMapByOneSegment) {
  Value value;
  value.text = "foo";
  value.segments = {{0, 10}};
  EXPECT_EQ(value.span_of(1, 3), (base::Span{0, 11, 13}));
}

}  // namespace
}  // namespace sable::source
