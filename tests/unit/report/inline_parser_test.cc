#include "report/inline_parser.h"

#include <gtest/gtest.h>

#include "reading.h"

namespace sable::report {

void PrintTo(const Parsed& parsed, std::ostream* out) {
  *out << parsed.notation;
  for (const std::string& wrong : parsed.wrong) *out << " !" << wrong;
}

namespace {

// Prose and what it gives; `wrong` is what is reported.
struct Case {
  std::string prose;
  std::string notation;
  std::vector<std::string> wrong = {};
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.prose; }

class Prose : public testing::TestWithParam<Case> {};
TEST_P(Prose, IsParsed) {
  EXPECT_EQ(parsed(GetParam().prose), (Parsed{GetParam().notation, GetParam().wrong}));
}

INSTANTIATE_TEST_SUITE_P(
    Text, Prose,
    testing::Values(Case{"plain text", "plain text"},
                    Case{"At 10:30, see Col. 3:17 and https://example.org/a:b",
                         "At 10:30, see Col. 3:17 and https://example.org/a:b"},
                    Case{"[brackets] and (more) [are [text]]",
                         "[brackets] and (more) [are [text]]"},
                    Case{"] alone [", "] alone ["}, Case{"{braces}", "{braces}"},
                    Case{"straight \"quotes\" -- and dashes", "straight \"quotes\" -- and dashes"},
                    Case{"a line\nend   \n  folded", "a line end folded"},
                    Case{"one\n\ntwo\n \n\nthree\n", "one / two / three"},
                    Case{"\\:redact[a] \\[b\\] \\*c\\* \\_d\\_ \\`e\\` \\\\ \\{f\\} \\q",
                         ":redact[a] [b] *c* _d_ `e` \\ {f} \\q"},
                    Case{"   \n", ""}));

INSTANTIATE_TEST_SUITE_P(
    Emphasis, Prose,
    testing::Values(Case{"*a* _b_ **c** `d`", "em(a) em(b) strong(c) code(d)"},
                    Case{"2 * 3 * 4 snake_case_name __init__ ____ ****",
                         "2 * 3 * 4 snake_case_name __init__ ____ ****"},
                    Case{"*a **b** c*", "em(a strong(b) c)"}, Case{"***a***", "em(strong(a))"},
                    Case{"***a** b*", "em(strong(a) b)"}, Case{"**a*b*c**", "strong(aem(b)c)"},
                    Case{"*a _b* c_", "em(a _b) c_", {"SBL0254 [_]", "SBL0254 [_]"}},
                    Case{"in*tra*word in_tra_word", "inem(tra)word in_tra_word"},
                    Case{"*a", "*a", {"SBL0254 [*]"}}, Case{"a*", "a*", {"SBL0254 [*]"}},
                    Case{"5*3", "5*3", {"SBL0254 [*]"}}, Case{"**a*", "*em(a)", {"SBL0254 [*]"}},
                    Case{"«*a*» (*b*), “_c_”", "«em(a)» (em(b)), “em(c)”"},
                    Case{"*a\n\nb*", "*a / b*", {"SBL0254 [*]", "SBL0254 [*]"}},
                    Case{"``a ` b`` `c*d*`", "code(a ` b) code(c*d*)"},
                    Case{"a ` b", "a ` b", {"SBL0254 [`]"}}, Case{"`a:fn[b]`", "code(a:fn[b])"}));

INSTANTIATE_TEST_SUITE_P(
    Directives, Prose,
    testing::Values(
        Case{"a:fn[x].", "afn[x]."}, Case{"See :ref[table-fees].", "See ref[table-fees]."},
        Case{":term[*dual* use]", "term(em(dual) use)"},
        Case{":small-caps[norland]", "small-caps(norland)"},
        Case{":link[the *text*]{https://example.org/?a=1}",
             "link[https://example.org/?a=1](the em(text))"},
        Case{":term[a [b] c]", "term(a [b] c)"}, Case{":term[a \\] c]", "term(a ] c)"},
        Case{":link[a]{javascript:alert}", "{javascript:alert}", {"SBL0252 [:link[a]]"}},
        Case{":link[a]", "", {"SBL0252 [:link[a]]"}},
        Case{":link[a :link[b]{https://b} c]{https://a}",
             "link[https://a](a link[https://b](b) c)",
             {"SBL0258 [:link[]"}},
        Case{":term[a", "", {"SBL0251 [:term[]"}}, Case{":fn[a", "", {"SBL0251 [:fn[]"}},
        Case{":fn[]", "", {"SBL0257 [:fn[]"}}, Case{":term[]", "term()", {"SBL0257 [:term[]"}},
        Case{":fn[a b]", "fn[]", {"SBL0216 [a b]"}},
        Case{"a :var[minister] b", "a  b", {"SBL0253 [:var[]"}},
        Case{"a :trem[b] c", "a :trem[b] c", {"SBL0250 [:trem]"}}));

INSTANTIATE_TEST_SUITE_P(
    Redactions, Prose,
    testing::Values(
        Case{"A :redact[name]{code=b1} b", "A redact[b1](name) b"},
        Case{":redact[a]{code=b1,b3 extent=\"2 lines\" label='a name' id=x}",
             "redact[b1,b3 2lines label=a name id=x](a)"},
        Case{":redact[a]{ code=\"(b)(7)(A), b6\"\n extent=undisclosed }",
             "redact[b7A,b6 0undisclosed](a)"},
        Case{":redact[a :redact[b]{code=b3} c]{code=b1}", "redact[b1](a redact[b3](b) c)"},
        Case{":redact[a [b [c]] d]{code=b1}", "redact[b1](a [b [c]] d)"},
        Case{":redact[*a* `b` :fn[c] :link[d]{https://e}]{code=b1}",
             "redact[b1](em(a) code(b) fn[c] link[https://e](d))"},
        Case{"*a :redact[b]{code=b1} c*", "em(a redact[b1](b) c)"},
        Case{"`a :redact[b]{code=b1} c`", "code(a redact[b1](b) c)"},
        Case{":link[a :redact[b]{code=b1}]{https://c}", "link[https://c](a redact[b1](b))"},
        Case{":redact[a\nb]{code=b1}", "redact[b1](a b)"},
        Case{"a::redact[b]{code=b1}", "a:redact[b1](b)"},
        Case{"the\\:redact[b] way", "the:redact[b] way"},
        Case{":redact[]{code=b1}", "redact[b1 absent]()"},
        Case{":redact[ \n ]{code=undisclosed}", "redact[undisclosed absent]( )"},
        Case{"to redact [the name] was right; redacted",
             "to redact [the name] was right; redacted"}));

// Fail closed: what looks like a redaction and is none.
INSTANTIATE_TEST_SUITE_P(
    RedactionsGoneWrong, Prose,
    testing::Values(
        Case{"a :redact[name b", "a ", {"SBL0230 [:redact[]"}},
        Case{"a :redact[name [b]{code=b1} c", "a ", {"SBL0236 [{code=]", "SBL0230 [:redact[]"}},
        Case{"a :redact[b\n\nc]{code=b1}",
             "a  / c]{code=b1}",
             {"SBL0230 [:redact[]", "SBL0236 [{code=]"}},
        Case{":redact[a] b", " b", {"SBL0231 [:redact[]"}},
        Case{":redact[a] {code=b1}", " {code=b1}", {"SBL0231 [:redact[]", "SBL0236 [{code=]"}},
        Case{":redact[a]{}", "redact[](a)", {"SBL0231 [:redact[]"}},
        Case{":redact[a]{label=x}", "redact[ label=x](a)", {"SBL0231 [:redact[]"}},
        Case{":redact[a]{code=}", "redact[](a)}", {"SBL0233 [=]"}},
        Case{":redact[a]{code=b1", "redact[b1](a)", {"SBL0233 [{]"}},
        Case{":redact[a]{code=\"b1}", "redact[](a)\"b1}", {"SBL0233 [\"]"}},
        Case{":redact[a]{code=b1 b3}", "redact[b1](a)3}", {"SBL0233 [b]"}},
        Case{":redact[a]{code=\"b1\"label=x}", "redact[b1](a)label=x}", {"SBL0233 [l]"}},
        Case{":redact[a]{code=b/1}", "redact[](a)", {"SBL0234 [b/1]"}},
        Case{":redact[a]{code=b1,}", "redact[b1](a)", {"SBL0234 []"}},
        Case{":redact[a]{code=b1 colour=red}", "redact[b1](a)", {"SBL0232 [colour]"}},
        Case{":redact[a]{code=b1 code=b3}", "redact[b3](a)", {"SBL0238 [code]"}},
        Case{":redact[a]{code=b1 extent=many}", "redact[b1](a)", {"SBL0235 [many]"}},
        Case{":redact[a]{code=b1 extent=\"0 lines\"}", "redact[b1](a)", {"SBL0235 [0 lines]"}},
        Case{":redact[a]{code=b1 extent=\"501 lines\"}", "redact[b1](a)", {"SBL0235 [501 lines]"}},
        Case{":redact[a]{code=b1 extent=\"2 line\"}", "redact[b1](a)", {"SBL0235 [2 line]"}},
        Case{":redact[a]{code=b1 label=\"\"}", "redact[b1](a)", {"SBL0239 []"}},
        Case{":redact[a]{code=b1 id=\"a b\"}", "redact[b1](a)", {"SBL0216 [a b]"}},
        Case{":redact[a]{code=b1 label=\":redact[b]{code=b1}\"}",
             "redact[b1 label=:redact[b]{code=b1}](a)",
             {"SBL0218 [:redact[b]{code=b1}]"}},
        Case{":link[a]{https://b/:redact[c]}",
             "{https://b/}",
             {"SBL0252 [:link[a]]", "SBL0231 [:redact[]"}},
        Case{":Redact[a]{code=b1}",
             ":Redact[a]{code=b1}",
             {"SBL0236 [:Redact]", "SBL0236 [{code=]"}},
        Case{":redact [a]", ":redact [a]", {"SBL0236 [:redact]"}},
        Case{"redact:[a]", "redact:[a]", {"SBL0236 [redact:[]"}},
        Case{"redact[a]", "redact[a]", {"SBL0236 [redact[]"}},
        Case{"Redact : [a]", "Redact : [a]", {"SBL0236 [Redact : []"}},
        Case{":redact{code=b1}", ":redact{code=b1}", {"SBL0236 [:redact]", "SBL0236 [{code=]"}},
        Case{":redact(a)", ":redact(a)", {"SBL0236 [:redact]"}},
        Case{":redcat[a]{code=b1}",
             ":redcat[a]{code=b1}",
             {"SBL0250 [:redcat]", "SBL0236 [{code=]"}},
        Case{"[a]{ extent = x}", "[a]{ extent = x}", {"SBL0236 [{ extent =]"}},
        Case{"`:Redact[a]`", "code(:Redact[a])", {"SBL0236 [:Redact]"}}));

INSTANTIATE_TEST_SUITE_P(
    Edges, Prose,
    testing::Values(
        Case{"*a :redact[b* c]{code=b1}", "*a redact[b1](b* c)", {"SBL0254 [*]", "SBL0237 [*]"}},
        Case{":redact[a *b]{code=b1} c*", "redact[b1](a *b) c*", {"SBL0254 [*]", "SBL0237 [*]"}},
        Case{":redact[*a]{code=b1} :redact[b*]{code=b1}",
             "redact[b1](*a) redact[b1](b*)",
             {"SBL0254 [*]", "SBL0237 [*]"}},
        Case{"`a :redact[b` c]{code=b1}", "`a redact[b1](b` c)", {"SBL0254 [`]", "SBL0237 [`]"}},
        Case{":term[_a :redact[b_]{code=b1}]",
             "term(_a redact[b1](b_))",
             {"SBL0254 [_]", "SBL0237 [_]"}},
        // Without an edge between them these are text.
        Case{":redact[5*3]{code=b1}", "redact[b1](5*3)", {"SBL0254 [*]"}},
        Case{"*a :term[b* c]", "*a term(b* c)", {"SBL0254 [*]", "SBL0254 [*]"}},
        // The redaction is found first, whatever stands around it.
        Case{"`a :redact[b` c]{code=b1} `d", "code(a redact[b1](b` c) )d"}));

TEST(ParseProse, RefusesDeepNesting) {
  std::string prose;
  for (int i = 0; i < 17; ++i) prose += ":term[";
  prose += "a";
  for (int i = 0; i < 17; ++i) prose += "]";
  const Parsed result = parsed(prose);
  ASSERT_FALSE(result.wrong.empty());
  EXPECT_EQ(result.wrong.front(), "SBL0255 [:term[]");
}

TEST(ParseProse, NeverQuotesTheSource) {
  base::SourceSet sources;
  source::Value value;
  value.kind = source::Kind::text;
  value.text =
      "x :redact[Zanzibar {code=q} :redact[Zanzibar]{code=Zanzi+bar id=\"Zan zibar\"} "
      ":Zanzibar[a] *Zanzibar";
  value.segments.push_back({0, 0});
  value.span.file = sources.add("prose", value.text, base::Secrecy::secret);
  base::Diagnostics diagnostics;
  parse_prose(sources, value, diagnostics);
  ASSERT_GE(diagnostics.size(), 5u);
  for (const base::Diagnostic& diagnostic : diagnostics) {
    EXPECT_EQ(diagnostic.message.find("anzib"), std::string::npos) << diagnostic.message;
    EXPECT_EQ(diagnostic.help.find("anzib"), std::string::npos) << diagnostic.help;
  }
}

TEST(ParseProse, PlacesAreExact) {
  base::SourceSet sources;
  source::Value value;
  value.kind = source::Kind::text;
  value.text = "ab *c* :redact[d]{code=b1}";
  // The first two bytes stand at 10, the others from 100 on.
  value.segments = {{0, 10}, {2, 100}};
  value.span.file = sources.add("prose", std::string(200, ' '), base::Secrecy::secret);
  base::Diagnostics diagnostics;
  const std::vector<Inlines> paragraphs = parse_prose(sources, value, diagnostics);
  ASSERT_EQ(paragraphs.size(), 1u);
  std::vector<std::pair<uint32_t, uint32_t>> places;
  for (const Inline& one : paragraphs[0]) places.emplace_back(one.span.begin, one.span.end);
  EXPECT_EQ(places, (std::vector<std::pair<uint32_t, uint32_t>>{
                        {10, 101}, {101, 104}, {104, 105}, {105, 124}}));
}

// Each of these was or could be quadratic. No clock: the test would not end.
TEST(ParseProse, HostileProseIsLinear) {
  const auto repeated = [](const std::string& piece, size_t times) {
    std::string out;
    for (size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  for (const std::string piece : {"*a ", "a* ", "_a *b ", "`` ` ", "[", "a]", ":term[", ":redact[",
                                  "*a :redact[b* ]{code=b1} ", "`:redact[`]{code=b1} ", "\n",
                                  "**a*", ":fn[a ", "{code=", "redact["}) {
    parsed(repeated(piece, 10000));
  }
  SUCCEED();
}

}  // namespace
}  // namespace sable::report
