// Sheets that nobody would write: no crash, no hang, and never an error without
// a code, a message and a place inside the file.

#include <random>

#include <gtest/gtest.h>

#include "sheets.h"

namespace sable::style {
namespace {

constexpr const char* kSeed =
    "@page annex:first, :left { size: a4 landscape; margin: 1in 2cm; @top-center { content: "
    "element(head) 'x\\201C' counter(page) } @footnote { max-height: 75%; border-top: 1pt solid } "
    "}\n"
    "body.boxes-black > p:not(.x)[lang|='en']::before, #i + em { content: leader('.') attr(codes); "
    "--a: var(--b, 1pt) red; color: rgb(1, 2, 3) !important; font: bold 1.5e1pt/1.2 'A', b; "
    "height: attr(lines lh, 2lh); font-feature-settings: 'onum' 1, \"liga\" off }\n/* c */ "
    ":root { --b: #abc; margin: var(--a) var(--c, -1px) } li::marker { content: '\\2013' }";

void check(const std::string& css) {
  const Parsed parsed(css, {{"b", "2pt"}});
  if (parsed.sheet) {
    static const markup::Tree tree = tree_of(
        "<html><body class='boxes-black'><p lang='en'>x<em>y</em></p><ul><li>z</li></ul>"
        "<redaction codes='c' lines='3'/><note><p>n</p></note></body></html>");
    EXPECT_EQ(apply(*parsed.sheet, tree).nodes.size(), tree.nodes.size());
    return;
  }
  ASSERT_FALSE(parsed.sheet.error().empty());
  for (const base::Diagnostic& each : parsed.sheet.error()) {
    EXPECT_TRUE(each.code.starts_with("SBL07") && each.code.size() == 7) << each.code;
    EXPECT_FALSE(each.message.empty());
    if (!each.span) continue;
    EXPECT_LE(each.span->begin, each.span->end) << css;
    EXPECT_LE(each.span->end, css.size()) << css;
  }
}

std::string mutate(std::string css, std::mt19937& random) {
  static constexpr std::string_view kSpice = "{}()[];:,.#@'\"\\/*!-+>~|^$=%09ae \n\xC3\xFF\0";
  const size_t changes = 1 + random() % 6;
  for (size_t i = 0; i < changes && !css.empty(); ++i) {
    const size_t at = random() % css.size();
    switch (random() % 5) {
      case 0:
        css.erase(at, 1 + random() % 8);
        break;
      case 1:
        css.insert(at, 1, kSpice[random() % kSpice.size()]);
        break;
      case 2:
        css[at] = kSpice[random() % kSpice.size()];
        break;
      case 3:
        css.insert(at, css.substr(random() % css.size(), random() % 40));
        break;
      default:
        css.resize(at);
        break;
    }
  }
  return css;
}

TEST(Garbage, MutationsNeverCrash) {
  std::mt19937 random(20190514);
  for (int i = 0; i < 1500; ++i) check(mutate(kSeed, random));
}

TEST(Garbage, BytesNeverCrash) {
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string css;
    for (size_t n = random() % 200; n > 0; --n) css += static_cast<char>(random() % 128);
    check(css);
  }
}

TEST(Garbage, LongRunsAreLinear) {
  for (const char* piece : {"(",
                            "{",
                            "[",
                            "p{",
                            "p,",
                            "p ",
                            ";",
                            "}",
                            "'",
                            "\\",
                            "@page{",
                            "var(",
                            "p{a:b}",
                            "p{--a:var(--a)}",
                            "p{--a:var(--b);--b:red;color:var(--a)}",
                            ":not(",
                            "a:b;",
                            "/*",
                            "#a",
                            ".a",
                            "1"}) {
    std::string css;
    while (css.size() < 8000) css += piece;
    check(css);
    check("p { " + css);
    check("p { color: " + css);
  }
}

}  // namespace
}  // namespace sable::style
