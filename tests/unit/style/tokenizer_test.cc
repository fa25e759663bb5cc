#include <gtest/gtest.h>

#include "style/token.h"

namespace sable::style {
namespace {

// Kind letter and text of each token.
std::string shown(std::string_view css) {
  Findings findings;
  std::string out;
  for (const Token& token : tokenize(css, 0, findings)) {
    static constexpr std::string_view kLetters = "if@hsn%dD_:;,{}()[]";
    out += kLetters[static_cast<size_t>(token.kind)];
    if (!token.text.empty()) out += "<" + token.text + ">";
  }
  for (const base::Diagnostic& each : findings.take()) out += " !" + each.code;
  return out;
}

TEST(Tokenizer, Kinds) {
  EXPECT_EQ(shown("p{margin:0 -1.5em}"), "i<p>{i<margin>:n_d<em>}");
  EXPECT_EQ(shown("@page :first"), "@<page>_:i<first>");
  EXPECT_EQ(shown("a>b,c[d~='e']"), "i<a>D<>>i<b>,i<c>[i<d>D<~>D<=>s<e>]");
  EXPECT_EQ(shown("#fff var(--x) 50%"), "h<fff>_f<var>i<--x>)_%");
  EXPECT_EQ(shown("1em 1e2 1e2em 1.5"), "d<em>_n_d<em>_n");
  EXPECT_EQ(shown("-x --x -1 - 1"), "i<-x>_i<--x>_n_D<->_n");
  EXPECT_EQ(shown("a/* } */b"), "i<a>i<b>");
}

TEST(Tokenizer, Escapes) {
  EXPECT_EQ(shown("'\\2013 x\\'\\\ny'"), "s<\u2013x'y>");
  EXPECT_EQ(shown("'\\A0'"), "s<\u00A0>");
  EXPECT_EQ(shown("'\\0 \\D800 \\110000 '"), "s<\uFFFD\uFFFD\uFFFD>");
  EXPECT_EQ(shown("\\70 \\61 ge"), "i<page>");
  EXPECT_EQ(shown("é\\€"), "i<é€>");
}

TEST(Tokenizer, SpansAreExact) {
  Findings findings;
  const TokenList tokens = tokenize("p /* c */ é{", 7, findings);
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens[0].span, (base::Span{7, 0, 1}));
  EXPECT_EQ(tokens[3].span, (base::Span{7, 10, 12}));
  EXPECT_EQ(tokens[4].span, (base::Span{7, 12, 13}));
}

TEST(Tokenizer, Faults) {
  EXPECT_EQ(shown("a /* b"), "i<a>_ !SBL0701");
  EXPECT_EQ(shown("'ab\nc"), "s<ab>_i<c> !SBL0702");
  EXPECT_EQ(shown("\"ab"), "s<ab> !SBL0702");
  EXPECT_EQ(shown("'ab\\"), "s<ab> !SBL0702");
  EXPECT_EQ(shown("1234567890pt"), "d<pt> !SBL0725");
}

}  // namespace
}  // namespace sable::style
