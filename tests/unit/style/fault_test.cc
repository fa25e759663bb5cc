// What is wrong, where, and how it is mended.

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

TEST(Fault, UnknownProperty) {
  EXPECT_EQ(complaint("colr: red"), "SBL0720 'colr' did you mean 'color'?");
  EXPECT_EQ(complaint("margin-topp: 1pt"), "SBL0720 'margin-topp' did you mean 'margin-top'?");
  for (const char* name :
       {"visibility", "position", "opacity", "z-index", "transform", "overflow"}) {
    EXPECT_EQ(complaint(std::string(name) + ": 2"),
              "SBL0720 '" + std::string(name) +
                  "' use one of the properties that docs/templates.md lists");
  }
}

TEST(Fault, PropertyInAWrongPlace) {
  EXPECT_EQ(complaint("content: 'x'"),
            "SBL0721 'content' give it to ::before, ::after or another pseudo-element");
  EXPECT_EQ(Parsed("p { size: a4 } @page { display: block; @top-left { widows: 2 } "
                   "@footnote { size: a4 } } p::before { break-before: page }")
                .errors(),
            "SBL0721 1:5 'size'\nSBL0721 1:24 'display'\nSBL0721 1:52 'widows'\n"
            "SBL0721 1:76 'size'\nSBL0721 1:101 'break-before'\n");
}

TEST(Fault, Value) {
  EXPECT_EQ(complaint("text-align: centre"), "SBL0722 'centre' did you mean 'center'?");
  EXPECT_EQ(complaint("white-space: zzz"),
            "SBL0722 'zzz' it takes one of: normal, nowrap, pre, pre-wrap");
  EXPECT_EQ(
      complaint("text-align: center left"),
      "SBL0722 'left' it takes a string, or one of: start, end, left, right, center, justify, "
      "decimal");
  EXPECT_EQ(complaint("float: side"),
            "SBL0722 'side' it takes one of: none, top, bottom, left, right");
  EXPECT_EQ(complaint("display: flex"),
            "SBL0722 'flex' it takes one of: inline, block, list-item, inline-block, none");
  EXPECT_EQ(complaint("box-decoration-break: cut"), "SBL0722 'cut' it takes one of: slice, clone");
  EXPECT_EQ(complaint("border-spacing: 1pt 2pt 3pt"), "SBL0722 '3pt' it takes one or two lengths");
  EXPECT_EQ(complaint("margin: 0 auto"), "SBL0722 'auto' it takes one to four lengths");
  EXPECT_EQ(complaint("margin: 1pt 2pt 3pt 4pt 5pt"), "SBL0722 '5pt' it takes one to four lengths");
  EXPECT_EQ(complaint("margin:"), "SBL0722 '' it takes one to four lengths");
  EXPECT_EQ(complaint("text-indent: 10%"), "SBL0722 '10%' write a length, such as 12pt");
  EXPECT_EQ(complaint("border: 1pt solid red blue"),
            "SBL0722 'blue' it takes a width, a style (solid, double, dashed, none) and a colour");
  EXPECT_EQ(complaint("font: bold"),
            "SBL0722 'bold' it takes such as italic bold 11pt/13pt \"Liberation Serif\"");
  EXPECT_EQ(complaint("font-feature-settings: 'toolong'"),
            "SBL0722 ''toolong'' write such as \"onum\" or \"liga\" off");
  EXPECT_EQ(complaint("widows: inherit 2"),
            "SBL0722 'inherit' it takes a whole number from 1 to "
            "255");
}

TEST(Fault, CounterReset) {
  EXPECT_EQ(
      complaint("counter-reset: page"),
      "SBL0722 'page' it takes page with a number, such as page 1, or one of: none, footnote");
  EXPECT_EQ(complaint("counter-reset: page 0"), "SBL0725 '0' write a whole number from 1 to 99999");
  EXPECT_EQ(complaint("counter-reset: page 1 page 2"),
            "SBL0722 '2' it takes page with a number, such as page 1, or one of: none, footnote");
  EXPECT_EQ(Parsed("@page { counter-reset: page 1 }").errors(), "SBL0722 1:24 'page'\n");
  EXPECT_EQ(complaint("page-number-prefix: counter(page)").substr(0, 7), "SBL0722");
}

TEST(Fault, Columns) {
  EXPECT_EQ(complaint("columns: 9"), "SBL0725 '9' write a whole number from 1 to 8");
  EXPECT_EQ(complaint("column-span: 2"), "SBL0722 '2' it takes one of: none, all");
  EXPECT_EQ(Parsed("@page { columns: 2 }").errors(), "SBL0721 1:9 'columns'\n");
}

TEST(Fault, Numbers) {
  EXPECT_EQ(complaint("margin-top: 12"), "SBL0726 '12' write a unit behind it, such as 12pt");
  EXPECT_EQ(complaint("margin-top: 12pts"), "SBL0723 '12pts' did you mean 'pt'?");
  EXPECT_EQ(complaint("font-size: 1vw"),
            "SBL0723 '1vw' possible here: pt, pc, in, mm, cm, px, em, rem, lh");
  EXPECT_EQ(complaint("padding: -1pt"), "SBL0727 '-1pt' write zero or more");
  EXPECT_EQ(complaint("font-size: -1pt"), "SBL0727 '-1pt' write zero or more");
  EXPECT_EQ(complaint("widows: 0"), "SBL0725 '0' write a whole number from 1 to 255");
  EXPECT_EQ(complaint("widows: 256"), "SBL0725 '256' write a whole number from 1 to 255");
  EXPECT_EQ(complaint("widows: 2.0"), "SBL0725 '2.0' write a whole number from 1 to 255");
  EXPECT_EQ(complaint("font-weight: 450"),
            "SBL0725 '450' write a weight from 100 to 900, in hundreds");
}

TEST(Fault, Colors) {
  EXPECT_EQ(complaint("color: blak"), "SBL0728 'blak' did you mean 'black'?");
  for (const char* value :
       {"#12", "#12345", "#1234", "#12345678", "#ggg", "rgb(1,2)", "rgb(1,2,3,4)", "rgb(1 2, 3)",
        "rgb(256,0,0)", "rgb(-1,0,0)", "rgb(1,2,3 / 50%)"}) {
    EXPECT_TRUE(complaint(std::string("color: ") + value).starts_with("SBL0728 ")) << value;
  }
  EXPECT_EQ(complaint("color: hsl(1,2,3)"),
            "SBL0724 'hsl(' write rgb(red, green, blue) or #rrggbb");
  EXPECT_EQ(complaint("color: transparent").substr(0, 7), "SBL0722");
}

TEST(Fault, Functions) {
  EXPECT_EQ(complaint("height: attr(lnes lh)"), "SBL0711 'lnes' did you mean 'lines'?");
  EXPECT_EQ(complaint("height: attr(lines)").substr(0, 7), "SBL0723");
  EXPECT_EQ(complaint("height: attr(lines lh, -1pt)").substr(0, 7), "SBL0727");
  EXPECT_EQ(complaint("height: attr(lines lh 2)").substr(0, 7), "SBL0722");
  EXPECT_EQ(complaint("width: calc(1pt)").substr(0, 7), "SBL0722");
  const auto content = [](const std::string& value) {
    return Parsed("p::before { content: " + value + " }").errors();
  };
  EXPECT_EQ(content("counter(pag)"), "SBL0729 1:30 'pag'\n");
  EXPECT_EQ(content("atr(codes)"), "SBL0724 1:22 'atr('\n");
  EXPECT_EQ(content("attr(codez)"), "SBL0711 1:27 'codez'\n");
  EXPECT_EQ(content("counter(page, roman)"), "SBL0722 1:22 'counter('\n");
  EXPECT_EQ(content("leader()"), "SBL0722 1:22 'leader('\n");
  EXPECT_EQ(content("element(head)"), "SBL0721 1:22 'element('\n");
  EXPECT_EQ(content("'a' none"), "SBL0722 1:26 'none'\n");
}

TEST(Fault, Syntax) {
  EXPECT_EQ(Parsed("p { color }").errors(), "SBL0706 1:5 'color'\n");
  EXPECT_EQ(Parsed("p { : red; 5: x; text-indent: 1pt }").errors(),
            "SBL0706 1:5 ': red'\nSBL0706 1:12 '5: x'\n");
  EXPECT_EQ(Parsed("p").errors(), "SBL0705 1:1 'p'\n");
  EXPECT_EQ(Parsed("p {} ; h1 {}").errors(), "SBL0705 1:6 ';'\n");
  EXPECT_EQ(Parsed("p { color: red").errors(), "SBL0703 1:3 '{'\n");
  EXPECT_EQ(Parsed("p {} } h1 {}").errors(), "SBL0703 1:6 '}'\n");
  // One ")" is forgotten: the rest of the sheet is still read.
  EXPECT_EQ(Parsed("p { color: rgb(1,2,3; } h1 { colr: red }").errors(),
            "SBL0703 1:12 'rgb('\nSBL0728 1:12 'rgb('\nSBL0720 1:30 'colr'\n");
}

TEST(Fault, ForgottenSemicolon) {
  EXPECT_EQ(Parsed("p { color: red\n  margin: 0;\n  colr: x }").errors(),
            "SBL0707 2:3 'margin'\nSBL0720 3:3 'colr'\n");
}

TEST(Fault, ForgottenBrace) {
  EXPECT_EQ(Parsed("p { color: red;\nh1 { color: blue }\nem { colr: red }").errors(),
            "SBL0703 1:3 '{'\nSBL0706 2:1 'h1'\nSBL0720 3:6 'colr'\n");
  // However much of the sheet follows.
  std::string rest;
  for (int i = 0; i < 50; ++i) rest += "h1::before, .a > em:first-child { color: blue }\n";
  EXPECT_EQ(Parsed("@page { margin: 1pt; @top-left { color: red } }\np { color: red;\n" + rest +
                   "@page :first { @top-right { color: red } }")
                .errors(),
            "SBL0703 2:3 '{'\nSBL0706 3:1 'h1'\n");
  EXPECT_EQ(Parsed("@page { margin: 1pt;\np { color: red }\n" + rest).errors(),
            "SBL0703 1:7 '{'\nSBL0706 2:1 'p'\n");
  EXPECT_EQ(Parsed("p { color: red;\n@page { margin: 1pt }\n" + rest).errors(),
            "SBL0703 1:3 '{'\nSBL0706 2:1 '@page'\n");
  // The declaration before it may lack its semicolon too.
  EXPECT_EQ(Parsed("p { color: red\n}\nem { color: blue;\n" + rest).errors(),
            "SBL0703 3:4 '{'\nSBL0706 4:1 'h1'\n");
}

// Rules inside rules are no slip of a brace: each is told, and what is behind it read.
TEST(Fault, NestedRules) {
  EXPECT_EQ(Parsed("p { color: red; em { color: blue } margin: 1pt; colr: x }").errors(),
            "SBL0706 1:20 '{'\nSBL0720 1:49 'colr'\n");
}

TEST(Fault, AtRules) {
  EXPECT_EQ(Parsed("@import 'x.css'; @media print { p {} } @pgae {}").errors(),
            "SBL0740 1:1 '@import'\nSBL0740 1:18 '@media'\nSBL0740 1:40 '@pgae'\n");
  EXPECT_EQ(Parsed("@pgae {}").help(), "did you mean 'page'?");
  EXPECT_EQ(Parsed("p { @page {} }").errors(), "SBL0743 1:5 '@page'\n");
  EXPECT_EQ(Parsed("@charset 'utf-8'; p {}").errors(), "");
}

TEST(Fault, Pages) {
  EXPECT_EQ(Parsed("@page :frist {}").errors(), "SBL0741 1:8 'frist'\n");
  EXPECT_EQ(Parsed("@page 5 {}").errors(), "SBL0741 1:7 '5'\n");
  EXPECT_EQ(Parsed("@page a b {}").errors(), "SBL0741 1:9 'b'\n");
  EXPECT_EQ(Parsed("@page;").errors(), "SBL0705 1:1 '@page'\n");
  EXPECT_EQ(Parsed("@page { @top-centre { color: red } }").errors(), "SBL0742 1:9 '@top-centre'\n");
  EXPECT_EQ(Parsed("@page { @top-centre {} }").help(), "did you mean 'top-center'?");
  EXPECT_EQ(Parsed("@page { @top-left { @top-right {} } }").errors(),
            "SBL0743 1:21 '@top-right'\n");
  EXPECT_EQ(Parsed("@page { --x: 1pt }").errors(), "SBL0721 1:14 '1pt'\n");
  EXPECT_EQ(Parsed("@page annex {} p { page: anex }").errors(), "SBL0744 1:26 'anex'\n");
  EXPECT_EQ(Parsed("@page { size: a9 }").errors(), "SBL0722 1:15 'a9'\n");
  EXPECT_EQ(Parsed("@page { @footnote { max-height: 101% } }").errors(), "SBL0725 1:33 '101%'\n");
  EXPECT_EQ(Parsed("@page { @top-left { vertical-align: super } }").errors(),
            "SBL0722 1:37 'super'\n");
}

TEST(Fault, NotUtf8) {
  EXPECT_EQ(Parsed("p { color: red } \xFF").errors(), "SBL0700 1:18 '\xFF'\n");
}

TEST(Fault, TooDeep) {
  const std::string deep = "p { color: " + std::string(40, '(') + std::string(40, ')') + " }";
  EXPECT_EQ(Parsed(deep).errors(), "SBL0704 1:43 '('\n");
}

TEST(Fault, AllInOneRunInTheOrderOfTheFile) {
  EXPECT_EQ(Parsed("p { colr: red; margin: 1 } /* x */\nheadng { color: blak }\n"
                   "@media { } h1 { color: var(--nope) }")
                .errors(),
            "SBL0720 1:5 'colr'\nSBL0726 1:24 '1'\nSBL0710 2:1 'headng'\n"
            "SBL0728 2:17 'blak'\nSBL0740 3:1 '@media'\nSBL0730 3:24 'var(--nope)'\n");
}

TEST(Fault, WholeDiagnostic) {
  const Parsed parsed("p { colr: red }");
  ASSERT_FALSE(parsed.sheet);
  const base::Diagnostic& only = parsed.sheet.error().at(0);
  EXPECT_EQ(only.severity, base::Severity::error);
  EXPECT_EQ(only.fault, base::Fault::input);
  EXPECT_EQ(only.code, "SBL0720");
  EXPECT_EQ(only.message, "there is no such property");
  EXPECT_EQ(only.span, (base::Span{0, 4, 8}));
  EXPECT_EQ(only.help, "did you mean 'color'?");
  EXPECT_EQ(only.echo, "colr");
}

}  // namespace
}  // namespace sable::style
