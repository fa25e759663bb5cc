// The tables of schema.h and elements.h.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markup/elements.h"
#include "markup/schema.h"
#include "samples.h"

namespace sable::markup::test {
namespace {

using testing::ElementsAre;

TEST(Schema, SpellingsAndNamesAgree) {
  for (size_t i = 0; i < kNames; ++i) {
    const auto name = static_cast<Name>(i);
    EXPECT_EQ(find_name(spelling(name)), name) << spelling(name);
  }
  EXPECT_EQ(find_name("Report"), std::nullopt);
  EXPECT_EQ(find_name(""), std::nullopt);
}

TEST(Schema, ResolvesDottedNamesFromRootsAlone) {
  const auto found = resolve(FrameKind::span, "release.declassified.date");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->rooted);
  EXPECT_THAT(found->path, ElementsAre(Name::release, Name::declassified, Name::date));
  EXPECT_EQ(found->rule.kind, ValueKind::text);
  EXPECT_FALSE(resolve(FrameKind::section, "heading.mark"));
  EXPECT_FALSE(resolve(FrameKind::document, "report.title.spans.text"));
}

TEST(Schema, SpellingsInAFrameAllResolve) {
  for (size_t i = 0; i < kFrameKinds; ++i) {
    const auto frame = static_cast<FrameKind>(i);
    for (const std::string& each : spellings_in(frame)) {
      EXPECT_TRUE(resolve(frame, each)) << describe(frame) << ": " << each;
    }
  }
}

// A template that asks every frame for every name, by the table itself.
class Everything {
 public:
  Files files() {
    add_frame(FrameKind::document);
    std::string top = files_.begin()->second;
    files_.front() = {"report", "<html><body><p>" + top + "</p>{{#body}}<p>{{>f" +
                                    number(FrameKind::block) + "}}</p>{{/body}}</body></html>"};
    return files_;
  }

 private:
  static std::string number(FrameKind kind) { return std::to_string(static_cast<int>(kind)); }

  void add_frame(FrameKind kind) {
    const std::string file = "f" + number(kind);
    for (const auto& [name, text] : files_) {
      if (name == file) return;
    }
    const size_t index = files_.size();
    files_.emplace_back(file, "");
    std::string text;
    for (const NameRule& rule : names_of(kind)) {
      if (rule.inner != FrameKind::document) add_frame(rule.inner);
      text += ask(rule);
    }
    files_[index].second = text;
  }

  static std::string ask(const NameRule& rule) {
    const std::string name(spelling(rule.name));
    if (rule.name == Name::body) return "";
    if (rule.kind == ValueKind::text) return "[" + name + "={{" + name + "}}]";
    if (rule.kind == ValueKind::flag) {
      return "[" + name + "={{#" + name + "}}yes{{/" + name + "}}{{^" + name + "}}no{{/" + name +
             "}}]";
    }
    return "{{#" + name + "}}" + name + "({{>f" + number(rule.inner) + "}}){{/" + name + "}}";
  }

  Files files_;
};

Figure whole_figure(const marking::Marking& mark) {
  Figure figure;
  figure.id = "f";
  figure.number = 1;
  figure.mark = mark;
  Inlines alternative = words("a ");
  alternative.push_back({hole(HoleKind::span, {"(b)(1)"})});
  figure.alternative = std::move(alternative);
  figure.caption = field_of(21, words("F"));
  figure.caption->mark = mark;
  figure.width = "60";
  figure.unit = "%";
  figure.floating = Float::top;
  figure.regions.push_back({{1, 2, 3, 4}, hole(HoleKind::region, {"(b)(1)"})});
  return figure;
}

Table whole_table(const marking::Marking& mark) {
  Table table;
  table.id = "t";
  table.number = 1;
  table.mark = mark;
  table.language = "de";
  table.caption = field_of(15, words("F"));
  table.caption->mark = mark;
  table.columns = {{Align::none, "30", "%"}, {Align::decimal, "", ""}};
  table.head = {
      Row{16, std::nullopt, 0, std::vector<Cell>{{16, std::nullopt, false, 0, 2, 1, words("A")}}}};
  table.rows = {
      Row{17, mark, 0,
          std::vector<Cell>{{17, std::nullopt, true, 0, 1, 2, words("B")},
                            {17, mark, false, 1, 1, 1, hole(HoleKind::cell, {"(b)(1)"})}}},
      Row{18, std::nullopt, 1, hole(HoleKind::row, {})}};
  table.foot = {Row{19, std::nullopt, 2, hole(HoleKind::row, {})}};
  return table;
}

Released everything() {
  const marking::Marking secret = marking::find_system("us-ic")->parse("S").value();
  Hole box = hole(HoleKind::span, {"(b)(1)", "(b)(3)"});
  box.extent = {ExtentKind::lines, 2};
  box.label = "name";
  box.id = "r1";
  box.number = 7;
  Inlines spans{plain("t"),
                styled(SpanStyle::emphasis, words("e")),
                styled(SpanStyle::strong, words("s")),
                styled(SpanStyle::code, words("c")),
                styled(SpanStyle::term, words("m")),
                styled(SpanStyle::small_caps, words("k")),
                {Link{"http://x", words("l")}},
                {NoteCall{0, false}},
                {NoteCall{1, true}},
                {NoteCall{0, false}},
                {Reference{"h", true}},
                {Reference{"g", false}},
                {Reference{"t", true}},
                {box},
                {Outlined{{{"(b)(6)"}}, words("o")}}};
  std::vector<Block> inner;
  inner.push_back({4, Heading{2, secret, "h", words("H")}});
  inner.push_back({5, hole(HoleKind::quote, {})});
  List list;
  list.items.push_back({7, secret, words("a"), {}});
  list.items.push_back({8, std::nullopt, hole(HoleKind::bullet, {"(b)(6)"}), {}});
  list.items[0].items.push_back({9, std::nullopt, words("b"), {}});
  std::vector<Block> section;
  section.push_back({11, Quote{secret, std::move(inner)}});
  Released all = release_of({});
  all.body.push_back({3, Paragraph{secret, words("run"), std::move(spans)}});
  all.body.back().outline = Outline{{"(b)(1)"}};
  all.body.push_back({6, std::move(list)});
  all.body.push_back({10, Section{Heading{3, std::nullopt, "", hole(HoleKind::heading, {"(b)(1)"})},
                                  std::move(section)}});
  all.body.push_back({14, whole_table(secret)});
  all.body.push_back({20, whole_figure(secret)});
  all.notes.push_back(note_of(12, {words("n1"), words("n2")}));
  all.notes.back().mark = secret;
  all.notes.push_back(withheld_note(13, hole(HoleKind::note, {"(b)(5)"})));
  all.titles.kind = field_of(0, words("K"));
  all.titles.kind->mark = secret;
  all.titles.title = withheld_field(1, hole(HoleKind::field, {"(b)(1)"}));
  all.titles.date = field_of(2, words("1998-09-04"));
  all.overall = secret;
  all.audience = "public";
  all.unredacted = true;
  all.codeword = withheld_field(1, hole(HoleKind::banner, {"(b)(3)"}));
  all.declassified = Declassification{"EO 13526", "2019-05-14", "Declassified in part"};
  all.stamp = "Approved";
  all.notice = "REVIEW";
  all.watermark = "Draft";
  all.numbers_lines = true;
  all.bates = Bates{"K-", 12, 5};
  all.boxes = Appearance::grey;
  all.codes = CodePlace::margin;
  all.ordinals = 22;
  all.contents = {2, true, false};
  all.index = true;
  return all;
}

TEST(Schema, EveryNameCanBeReadWhereTheTableSaysSo) {
  const Filled made = filled(Everything().files(), everything());
  ASSERT_TRUE(made.tree) << made.dumped();
  EXPECT_EQ(
      text_of(*made.tree),
      "report([language=en-US][title-text=K [title "
      "withheld]][kind-text=K][office-text=][date-text=1998-09-04][date-long=1998-09-04][date-day-"
      "first=1998-09-04][date-year=1998][date-month=9][date-day=4][number-text=]kind([mark=S]spans("
      "[text=K]))title([mark=]redaction([kind=field][extent=undisclosed][lines=][words=][pages=]["
      "codes=(b)(1)][label=][id=][number=1][area=]))date([mark=]spans([text=1998-09-04]))contents(["
      "depth=2][tables=yes][figures=no])[columns=][index=yes])marking([system=us-ic][overall="
      "SECRET][level=SECRET]levels([level=UNCLASSIFIED])levels([level=CONFIDENTIAL])levels([level="
      "SECRET])levels([level=TOP "
      "SECRET])[lowest=UNCLASSIFIED][per-page=yes]codeword([mark=]redaction([kind=banner][extent="
      "undisclosed][lines=][words=][pages=][codes=(b)(3)][label=][id=][number=1][area=])))release(["
      "name=foia][audience=public][unredacted=yes]declassified([authority=EO "
      "13526][date=2019-05-14][date-long=2019-05-14][date-day-first=2019-05-14][date-year=2019]["
      "date-month=5][date-day=14][caption=Declassified in "
      "part])[stamp=Approved][boxes=grey][codes=margin][watermark=Draft][line-numbers=yes][bates-"
      "prefix=K-][bates-first=12][bates-digits=5][notice=REVIEW])paragraph([language=][mark=S]["
      "quote-mark=]run-in(spans([text=run]))spans([text=t])spans([text=]emphasis(spans([text=e])))"
      "spans([text=]strong(spans([text=s])))spans([text=]code(spans([text=c])))spans([text=]term("
      "spans([text=m])[entry=]))spans([text=]small-caps(spans([text=k])))spans([text=]link([url="
      "http://"
      "x]spans([text=l])))spans([text=]note([id=note-1][number=1][repeated=no][adjoins=no][mark=S]"
      "paragraphs([mark=S]spans([text=n1]))paragraphs([mark=]spans([text=n2]))))spans([text=]note(["
      "id=note-2][number=2][repeated=no][adjoins=yes][mark=]redaction([kind=note][extent="
      "undisclosed][lines=][words=][pages=][codes=(b)(5)][label=][id=][number=1][area=])))spans(["
      "text=]note([id=note-1][number=1][repeated=yes][adjoins=no][mark=S]paragraphs([mark=S]spans(["
      "text=n1]))paragraphs([mark=]spans([text=n2]))))spans([text=]reference([to=h][shown=yes]["
      "show=][table=][figure=]))spans([text=]reference([to=g][shown=no][show=][table=][figure=]))"
      "spans([text=]reference([to=t][shown=yes][show=][table=1][figure=]))spans([text=]redaction(["
      "kind=span][extent=lines][lines=2][words=][pages=][codes=(b)(1) "
      "(b)(3)][label=name][id=r1][number=7][area=]))spans([text=]outlined(spans([text=o])[codes=(b)"
      "(6)])))[outlined=yes][outline-codes=(b)(1)]bullets([language=]items([mark=S]spans([text=a])"
      "bullets([language=]items([mark=]spans([text=b]))))items([mark=]redaction([kind=bullet]["
      "extent=undisclosed][lines=][words=][pages=][codes=(b)(6)][label=][id=][number=1][area=])))["
      "outlined=no][outline-codes=]section([language=][columns=]heading([h1=no][h2=no][h3=yes][id=]"
      "[number=][language=][mark=]redaction([kind=heading][extent=undisclosed][lines=][words=]["
      "pages=][codes=(b)(1)][label=][id=][number=1][area=]))blocks(quote([language=][mark=S][apart-"
      "mark=S]blocks(heading([h1=no][h2=yes][h3=no][id=h][number=][language=][mark=S]spans([text=H]"
      "))[outlined=no][outline-codes=])blocks(redaction([kind=quote][extent=undisclosed][lines=]["
      "words=][pages=][codes=][label=][id=][number=1][area=])[outlined=no][outline-codes=]))["
      "outlined=no][outline-codes=]))[outlined=no][outline-codes=]table([id=t][language=de][mark=S]"
      "[apart-mark=]caption([number=1][table-mark=][figure-mark=][mark=S]spans([text=F]))columns(["
      "align=][width=30][unit=%])columns([align=decimal][width=][unit=])head([mark=]cells([scope="
      "colgroup][colspan=2][rowspan=][align=][row-mark=][mark=]spans([text=A]))[colspan=])rows(["
      "mark=S]cells([scope=rowgroup][colspan=][rowspan=2][align=][row-mark=S][mark=]spans([text=B])"
      ")cells([scope=][colspan=][rowspan=][align=decimal][row-mark=][mark=S]redaction([kind=cell]["
      "extent=undisclosed][lines=][words=][pages=][codes=(b)(1)][label=][id=][number=1][area=]))["
      "colspan=])rows([mark=]redaction([kind=row][extent=undisclosed][lines=][words=][pages=]["
      "codes=][label=][id=][number=1][area=])[colspan=])foot([mark=]redaction([kind=row][extent="
      "undisclosed][lines=][words=][pages=][codes=][label=][id=][number=1][area=])[colspan=2]))["
      "outlined=no][outline-codes=]figure([id=f][language=][mark=S][apart-mark=][src=picture-1]["
      "alt=a "
      "[withheld]][width=60][unit=%][float=top]regions([kind=region][extent=undisclosed][lines=]["
      "words=][pages=][codes=(b)(1)][label=][id=][number=1][area=1 2 3 "
      "4])caption([number=1][table-mark=][figure-mark=][mark=S]spans([text=F])))[outlined=no]["
      "outline-codes=]");
}

TEST(Elements, AreFoundByTheirNames) {
  for (const ElementRule& rule : elements()) EXPECT_EQ(find_element(rule.name), &rule);
  EXPECT_EQ(find_element("P"), nullptr);
  EXPECT_EQ(find_element(""), nullptr);
}

TEST(Elements, ParentsExistAndHoldContent) {
  for (const ElementRule& rule : elements()) {
    std::string_view rest = rule.name == "html" ? std::string_view() : rule.parents;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      const ElementRule* parent = find_element(word);
      ASSERT_NE(parent, nullptr) << rule.name << " in " << word;
      EXPECT_NE(parent->content, Content::nothing) << rule.name << " in " << word;
    }
  }
}

TEST(Elements, StructureHoldsSomething) {
  for (const ElementRule& outer : elements()) {
    if (outer.content != Content::structure) continue;
    const auto children = std::ranges::count_if(
        elements(), [&](const ElementRule& inner) { return is_among(inner.parents, outer.name); });
    EXPECT_GT(children, 0) << outer.name;
  }
}

TEST(Elements, AttributesOfAllAndOfOne) {
  const ElementRule& cell = *find_element("td");
  EXPECT_NE(find_attribute(cell, "mark"), nullptr);
  EXPECT_NE(find_attribute(cell, "colspan"), nullptr);
  EXPECT_EQ(find_attribute(*find_element("p"), "colspan"), nullptr);
}

TEST(Elements, WholeNumbers) {
  const AttributeRule& span = *find_attribute(*find_element("td"), "colspan");
  for (const char* good : {"1", "12", "9999"}) EXPECT_TRUE(accepts(span, good)) << good;
  for (const char* bad : {"", "0", "01", "-1", "1.5", "10000", "a"}) {
    EXPECT_FALSE(accepts(span, bad)) << bad;
  }
}

TEST(Elements, WordsBetweenBlanks) {
  EXPECT_TRUE(is_among("row col", "row"));
  EXPECT_TRUE(is_among("row col", "col"));
  EXPECT_FALSE(is_among("row col", "ro"));
  EXPECT_FALSE(is_among("row col", ""));
  EXPECT_FALSE(is_among("", "row"));
}

}  // namespace
}  // namespace sable::markup::test
