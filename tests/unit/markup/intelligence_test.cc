// The shipped template `intelligence`: what it emits for each kind of content.
#include <algorithm>

#include <gtest/gtest.h>

#include "samples.h"

namespace sable::markup::test {
namespace {

marking::Marking us(const char* spelling) {
  return marking::find_system("us-ic")->parse(spelling).value();
}

// The place of notes at the end, behind all text: the layout leaves it out where
// there are none.
const std::string kEndNotes =
    "    endnotes\n"
    "      h1 mark=\"UNCLASSIFIED\"\n"
    "        \"Notes\"\n";

// The document as the shipped template fills it, up to there.
std::string document(const Released& released) {
  const auto world = base::disk_world();
  base::SourceSet sources;
  const auto loaded = load_template(*world, sources, {SABLE_SOURCE_DIR "/templates/intelligence"});
  if (!loaded) return testing::PrintToString(told(loaded.error(), sources));
  const auto tree = fill(*loaded, sources, released);
  if (!tree) return testing::PrintToString(told(tree.error(), sources));
  std::string whole = dump(*tree);
  EXPECT_TRUE(whole.ends_with(kEndNotes)) << whole;
  whole.resize(whole.size() - std::min(whole.size(), kEndNotes.size()));
  return whole;
}

// What comes after the title block, with two levels of indentation taken away.
std::string body(std::vector<Block> blocks, std::vector<Note> notes = {}) {
  Released released = release_of(std::move(blocks));
  released.notes = std::move(notes);
  const std::string whole = document(released);
  const std::string title_block = "    div class=\"title-block\"\n";
  const size_t at = whole.find(title_block);
  if (at == std::string::npos) return whole;
  std::string out;
  for (size_t line = at + title_block.size(); line < whole.size();) {
    const size_t end = whole.find('\n', line) + 1;
    out += whole.substr(line + 4, end - line - 4);
    line = end;
  }
  return out;
}

std::string paragraph_of(Inlines inlines, std::vector<Note> notes = {}) {
  return body({paragraph(0, std::move(inlines))}, std::move(notes));
}

TEST(Intelligence, AnEmptyRelease) {
  EXPECT_EQ(document(release_of({})),
            "html lang=\"en-US\"\n"
            "  head\n"
            "    title\n"
            "      \"Untitled report\"\n"
            "  body class=\"boxes-black codes-inside\"\n"
            "    running name=\"head\"\n"
            "      div class=\"banner\"\n"
            "        marking of=\"page\"\n"
            "    running name=\"foot\"\n"
            "      div class=\"banner\"\n"
            "        marking of=\"page\"\n"
            "      p class=\"folio\"\n"
            "        \"Page \"\n"
            "        page-number\n"
            "        \" of \"\n"
            "        page-count\n"
            "    div class=\"title-block\"\n");
}

TEST(Intelligence, TitleBlockOfADeclassifiedRelease) {
  Released released = release_of({});
  released.titles.kind = field_of(0, words("Intelligence Report"));
  released.titles.office = field_of(1, words("Office of <North>"));
  released.titles.title =
      field_of(2, Inlines{plain("Norland: "), {hole(HoleKind::span, {"(b)(1)"})}});
  released.titles.title->mark = us("U");
  released.titles.date = field_of(3, words("16 July 1997"));
  released.titles.number = withheld_field(4, hole(HoleKind::field, {"(b)(3)"}));
  released.ordinals = 5;
  released.banner = BannerScope::overall;
  released.codeword = withheld_field(0, hole(HoleKind::banner, {"(b)(3)"}));
  released.declassified = Declassification{"EO 13526", "2019-05-14", "Declassified in part"};
  released.stamp = "Approved for Release: 2019-05-14";
  released.boxes = Appearance::outline;
  released.codes = CodePlace::margin;
  const std::string banner =
      "      div class=\"banner\"\n"
      "        s\n"
      "          marking of=\"document\"\n"
      "        \"\\n \"\n"
      "        redaction kind=\"banner\" extent=\"undisclosed\" codes=\"(b)(3)\"\n";
  EXPECT_EQ(document(released),
            "html lang=\"en-US\"\n"
            "  head\n"
            "    title\n"
            "      \"Norland: [withheld]\"\n"
            "    meta name=\"author\" content=\"Office of <North>\"\n"
            "    meta name=\"subject\" content=\"Intelligence Report\"\n"
            "  body class=\"boxes-outline codes-margin declassified\"\n"
            "    running name=\"head\"\n" +
                banner + "    running name=\"foot\"\n" + banner +
                "      p class=\"folio\"\n"
                "        \"Page \"\n"
                "        page-number\n"
                "        \" of \"\n"
                "        page-count\n"
                "    div class=\"title-block\"\n"
                "      p class=\"stamp\"\n"
                "        \"Approved for Release: 2019-05-14\"\n"
                "      p class=\"kind\"\n"
                "        \"Intelligence Report\"\n"
                "      p class=\"office\"\n"
                "        \"Office of <North>\"\n"
                "      p class=\"date\"\n"
                "        \"16 July 1997\"\n"
                "      p class=\"number\"\n"
                "        redaction kind=\"field\" extent=\"undisclosed\" codes=\"(b)(3)\"\n"
                "      p class=\"title\" mark=\"U\"\n"
                "        span class=\"mark\"\n"
                "          marking of=\"portion\"\n"
                "        \" Norland: \"\n"
                "        redaction kind=\"span\" extent=\"undisclosed\" codes=\"(b)(1)\"\n"
                "      p class=\"caption\"\n"
                "        \"Declassified in part\"\n"
                "      p class=\"caption\"\n"
                "        \"Authority: EO 13526\"\n"
                "      p class=\"caption\"\n"
                "        \"Date: 2019-05-14\"\n");
}

TEST(Intelligence, Paragraph) {
  Paragraph made;
  made.mark = us("S//NF");
  made.run_in = words("Proliferation.");
  made.text = words("Text.");
  EXPECT_EQ(body({{0, made}}),
            "p mark=\"S//NF\"\n"
            "  span class=\"mark\"\n"
            "    marking of=\"portion\"\n"
            "  \" \"\n"
            "  strong class=\"run-in\"\n"
            "    \"Proliferation.\"\n"
            "  \" Text.\"\n");
}

TEST(Intelligence, Headings) {
  std::vector<Block> blocks;
  blocks.push_back({0, Heading{1, us("C"), "top", words("One")}});
  blocks.push_back({1, Heading{2, std::nullopt, "", words("Two")}});
  blocks.push_back({2, Heading{3, std::nullopt, "", hole(HoleKind::heading, {})}});
  EXPECT_EQ(body(std::move(blocks)),
            "h1 id=\"top\" mark=\"C\"\n"
            "  span class=\"mark\"\n"
            "    marking of=\"portion\"\n"
            "  \" One\"\n"
            "h2\n"
            "  \"Two\"\n"
            "h3\n"
            "  redaction kind=\"heading\" extent=\"undisclosed\"\n");
}

TEST(Intelligence, BulletsOfAnyDepth) {
  List list;
  list.items.push_back({1, us("S"), words("a"), {}});
  list.items[0].items.push_back({2, std::nullopt, words("b"), {}});
  list.items[0].items.push_back({3, std::nullopt, hole(HoleKind::bullet, {"(b)(1)"}), {}});
  list.items[0].items[0].items.push_back({4, std::nullopt, words("c"), {}});
  EXPECT_EQ(body({{0, list}}),
            "ul\n"
            "  li mark=\"S\"\n"
            "    span class=\"mark\"\n"
            "      marking of=\"portion\"\n"
            "    \" a\"\n"
            "    ul\n"
            "      li\n"
            "        \"b\"\n"
            "        ul\n"
            "          li\n"
            "            \"c\"\n"
            "      li\n"
            "        redaction kind=\"bullet\" extent=\"undisclosed\" codes=\"(b)(1)\"\n");
}

TEST(Intelligence, BulletsNest60Deep) {
  List list;
  list.items.push_back({0, std::nullopt, words("x"), {}});
  for (int i = 1; i < 60; ++i) {
    ListItem outer{0, std::nullopt, words("x"), {}};
    outer.items = std::move(list.items);
    list.items.clear();
    list.items.push_back(std::move(outer));
  }
  const std::string filled = body({{0, list}});
  EXPECT_EQ(std::count(filled.begin(), filled.end(), 'x'), 60) << filled.substr(0, 200);
}

// What a quote of that mark begins with, and a paragraph behind it.
std::string quote_with(const char* mark, Block first) {
  Quote quote;
  quote.mark = us(mark);
  quote.blocks.push_back(std::move(first));
  quote.blocks.push_back(paragraph(2, words("z")));
  std::vector<Block> blocks;
  blocks.push_back({0, std::move(quote)});
  return body(std::move(blocks));
}

TEST(Intelligence, AQuoteShowsItsMarkBeforeItsFirstWords) {
  Block marked = paragraph(1, words("q"));
  std::get<Paragraph>(marked.value).mark = us("S");
  const std::string own =
      "  p mark=\"S\"\n    span class=\"mark\"\n      marking of=\"portion\"\n    \" q\"\n";
  const std::string last = "  p\n    \"z\"\n";
  EXPECT_EQ(quote_with("S", marked), "blockquote mark=\"S\"\n" + own + last);
  EXPECT_EQ(quote_with("C", marked),
            "blockquote mark=\"C\"\n  p mark=\"S\"\n    span class=\"mark\"\n      \"(C)\"\n"
            "    \" \"\n    span class=\"mark\"\n      marking of=\"portion\"\n    \" q\"\n" +
                last);
  EXPECT_EQ(quote_with("C", {1, hole(HoleKind::paragraph, {})}),
            "blockquote mark=\"C\"\n  p class=\"apart\"\n    span class=\"mark\"\n      \"(C)\"\n"
            "  redaction kind=\"paragraph\" extent=\"undisclosed\"\n" +
                last);
}

// A title is a portion of its own; the mark of the box stands before it, unless it has
// the same.
std::string box_with(const char* mark, std::optional<Field> title) {
  TextBox box;
  box.id = "b";
  box.mark = us(mark);
  box.title = std::move(title);
  box.blocks.push_back(paragraph(1, words("z")));
  std::vector<Block> blocks;
  blocks.push_back({0, std::move(box)});
  return body(std::move(blocks));
}

TEST(Intelligence, Boxes) {
  const std::string last = "  p\n    \"z\"\n";
  EXPECT_EQ(box_with("S", std::nullopt),
            "aside class=\"box\" mark=\"S\"\n  p class=\"apart\"\n    span class=\"mark\"\n"
            "      \"(S)\"\n" +
                last);
  EXPECT_EQ(box_with("S", Field{2, us("S"), words("t")}),
            "aside class=\"box\" mark=\"S\"\n  p class=\"box-title\" mark=\"S\"\n"
            "    span class=\"mark\"\n      marking of=\"portion\"\n    \" \"\n    span id=\"b\"\n"
            "      \"t\"\n" +
                last);
  TextBox box;
  box.mark = us("C");
  box.title = Field{2, std::nullopt, hole(HoleKind::field, {"(b)(1)"})};
  std::vector<Block> blocks;
  blocks.push_back({0, std::move(box)});
  EXPECT_EQ(body(std::move(blocks)),
            "aside class=\"box\" mark=\"C\"\n  p class=\"box-title\"\n    span class=\"mark\"\n"
            "      \"(C)\"\n    \" \"\n"
            "    redaction kind=\"field\" extent=\"undisclosed\" codes=\"(b)(1)\"\n");
}

TEST(Intelligence, QuotesAndSections) {
  Quote quote;
  quote.mark = us("U");
  quote.blocks.push_back(paragraph(2, words("q")));
  Section section;
  section.heading = Heading{1, std::nullopt, "s", words("S")};
  section.blocks.push_back({1, std::move(quote)});
  std::vector<Block> blocks;
  blocks.push_back({0, std::move(section)});
  EXPECT_EQ(body(std::move(blocks)),
            "section\n"
            "  h1 id=\"s\"\n"
            "    \"S\"\n"
            "  blockquote mark=\"U\"\n"
            "    p\n"
            "      span class=\"mark\"\n"
            "        \"(U)\"\n"
            "      \" q\"\n");
}

Cell cell_of(Inlines words, uint32_t column) {
  Cell cell;
  cell.column = column;
  cell.text = std::move(words);
  return cell;
}

TEST(Intelligence, Tables) {
  Table table;
  table.id = "t";
  table.number = 2;
  table.mark = us("S");
  table.caption = field_of(1, words("Fees"));
  table.caption->mark = us("U");
  table.columns = {{Align::left, "3", "cm"}, {Align::decimal, "", ""}};
  table.head = {Row{2, std::nullopt, 0,
                    std::vector<Cell>{cell_of(words("Year"), 0), cell_of(words("Fee"), 1)}}};
  Cell box = cell_of({}, 1);
  box.mark = us("S");
  box.text = hole(HoleKind::cell, {"(b)(1)"});
  table.rows = {Row{3, us("C"), 0, std::vector<Cell>{cell_of(words("1995"), 0), box}},
                Row{4, us("S"), 2, hole(HoleKind::row, {"(b)(3)"})}};
  EXPECT_EQ(body({{0, std::move(table)}}),
            "table id=\"t\" mark=\"S\"\n"
            "  caption number=\"2\" mark=\"U\"\n"
            "    span class=\"mark\"\n"
            "      \"(S)\"\n"
            "    \" \"\n"
            "    span class=\"table-number\"\n"
            "      \"2\"\n"
            "    \". \"\n"
            "    span class=\"mark\"\n"
            "      marking of=\"portion\"\n"
            "    \" Fees\"\n"
            "  colgroup\n"
            "    col width=\"3\" unit=\"cm\"\n"
            "    col\n"
            "  thead\n"
            "    tr\n"
            "      th scope=\"col\" class=\"align-left\"\n"
            "        \"Year\"\n"
            "      th scope=\"col\" class=\"align-decimal\"\n"
            "        \"Fee\"\n"
            "  tbody\n"
            "    tr mark=\"C\"\n"
            "      td class=\"align-left\"\n"
            "        span class=\"mark\"\n"
            "          \"(C) \"\n"
            "        \"1995\"\n"
            "      td class=\"align-decimal\" mark=\"S\"\n"
            "        span class=\"mark\"\n"
            "          \"(S) \"\n"
            "        redaction kind=\"cell\" extent=\"undisclosed\" codes=\"(b)(1)\"\n"
            "    tr mark=\"S\"\n"
            "      td colspan=\"2\"\n"
            "        span class=\"mark\"\n"
            "          \"(S) \"\n"
            "        redaction kind=\"row\" extent=\"undisclosed\" codes=\"(b)(3)\"\n"
            "  tfoot\n");
}

TEST(Intelligence, TableWithoutACaption) {
  Table table;
  table.mark = us("S");
  table.columns.resize(1);
  Cell cell = cell_of(words("a"), 0);
  cell.header = true;
  table.rows = {Row{2, std::nullopt, 0, std::vector<Cell>{cell}}};
  EXPECT_EQ(body({{0, std::move(table)}}),
            "table mark=\"S\"\n"
            "  caption\n"
            "    span class=\"mark\"\n"
            "      \"(S)\"\n"
            "  colgroup\n"
            "    col\n"
            "  thead\n"
            "  tbody\n"
            "    tr\n"
            "      th scope=\"row\"\n"
            "        \"a\"\n"
            "  tfoot\n");
}

TEST(Intelligence, BlockHolesOfEachKind) {
  Hole lines = hole(HoleKind::paragraph, {"(b)(1)", "(b)(3)"});
  lines.extent = {ExtentKind::lines, 3};
  lines.label = "source <x>";
  lines.id = "r7";
  Hole page_hole = hole(HoleKind::section, {});
  page_hole.extent = {ExtentKind::page, 0};
  std::vector<Block> blocks;
  blocks.push_back({0, lines});
  blocks.push_back({1, page_hole});
  blocks.push_back({2, hole(HoleKind::quote, {"(b)(6)"})});
  EXPECT_EQ(body(std::move(blocks)),
            "redaction kind=\"paragraph\" extent=\"lines\" lines=\"3\" codes=\"(b)(1) (b)(3)\" "
            "label=\"source <x>\" id=\"r7\"\n"
            "redaction kind=\"section\" extent=\"page\"\n"
            "redaction kind=\"quote\" extent=\"undisclosed\" codes=\"(b)(6)\"\n");
}

TEST(Intelligence, StyledText) {
  EXPECT_EQ(paragraph_of(
                {styled(SpanStyle::emphasis, {plain("a"), styled(SpanStyle::strong, words("b"))}),
                 styled(SpanStyle::code, words("c")),
                 plain(" "),
                 styled(SpanStyle::term, words("d")),
                 styled(SpanStyle::small_caps, words("e")),
                 {Link{"https://x.test/?a=1&b=2", words("f")}},
                 plain(".")}),
            "p\n"
            "  em\n"
            "    \"a\"\n"
            "    strong\n"
            "      \"b\"\n"
            "  code\n"
            "    \"c\"\n"
            "  \" \"\n"
            "  span class=\"term\" index=\"\"\n"
            "    \"d\"\n"
            "  span class=\"small-caps\"\n"
            "    \"e\"\n"
            "  a href=\"https://x.test/?a=1&b=2\"\n"
            "    \"f\"\n"
            "  \".\"\n");
}

TEST(Intelligence, NoBlankBesideABox) {
  EXPECT_EQ(paragraph_of({plain("of "), {hole(HoleKind::span, {"(b)(1)"})}, plain(", led")}),
            "p\n"
            "  \"of \"\n"
            "  redaction kind=\"span\" extent=\"undisclosed\" codes=\"(b)(1)\"\n"
            "  \", led\"\n");
}

TEST(Intelligence, Notes) {
  std::vector<Note> notes;
  notes.push_back(note_of(1, {words("n"), words("m")}));
  notes.back().mark = us("U");
  notes.push_back(withheld_note(2, hole(HoleKind::note, {"(b)(1)"})));
  EXPECT_EQ(paragraph_of({plain("a"), {NoteCall{0}}, plain("b"), {NoteCall{1}}, {NoteCall{0}}},
                         std::move(notes)),
            "p\n"
            "  \"a\"\n"
            "  note id=\"note-1\" kind=\"foot\" mark=\"U\"\n"
            "    p\n"
            "      span class=\"mark\"\n"
            "        marking of=\"portion\"\n"
            "      \" n\"\n"
            "    p\n"
            "      \"m\"\n"
            "  \"b\"\n"
            "  note id=\"note-2\" kind=\"foot\"\n"
            "    p\n"
            "      redaction kind=\"note\" extent=\"undisclosed\" codes=\"(b)(1)\"\n"
            "  sup\n"
            "    ref to=\"note-1\" show=\"number\"\n");
}

TEST(Intelligence, ReferencesToTables) {
  Table table;
  table.id = "t";
  table.number = 3;
  table.caption = field_of(1, words("Fees"));
  table.columns.resize(1);
  const std::string whole =
      body({paragraph(0, {plain("See "), {Reference{"t", true}}, plain(".")}), {1, table}});
  EXPECT_TRUE(
      whole.starts_with("p\n"
                        "  \"See \"\n"
                        "  a href=\"#t\"\n"
                        "    span class=\"table-number\"\n"
                        "      \"3\"\n"
                        "  \".\"\n"))
      << whole;
}

TEST(Intelligence, References) {
  EXPECT_EQ(paragraph_of({plain("See "),
                          {Reference{"h", true}},
                          plain(" and "),
                          {Reference{"g", false}},
                          plain(".")}),
            "p\n"
            "  \"See \"\n"
            "  ref to=\"h\" show=\"title\"\n"
            "  \" and [withheld].\"\n");
}

}  // namespace
}  // namespace sable::markup::test
