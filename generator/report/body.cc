#include "report/body.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/figure.h"
#include "report/inline_parser.h"
#include "report/lists.h"
#include "report/redaction.h"
#include "report/table.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

constexpr int kDeepestHeading = 3;
constexpr int kDeepestQuotes = 8;
constexpr int kDeepestBoxes = 4;

const Shape kBlockShape = {
    "a block",
    {"heading", "p", "run-in", "bullets", "numbered", "terms", "quote", "code", "rule", "section",
     "table", "figure", "box", "redact", "withheld", "language"},
    {"include", "chart", "page-break", "residue", "mark", "id"}};
constexpr std::array<const char*, 12> kContents = {"heading", "p",     "bullets", "numbered",
                                                   "terms",   "quote", "code",    "rule",
                                                   "section", "table", "figure",  "box"};

constexpr const char* kQuoteForm =
    "write `quote: {body: [{p: …}]}`; to withhold it all, `quote: {redact: {code: …}, body: [{p: "
    "…}]}`";
constexpr const char* kSectionForm =
    "write `section: {heading: …, body: [{p: …}]}`; to withhold it all, `section: {redact: {code: "
    "…}, heading: …, body: [{p: …}]}`";
constexpr const char* kBoxForm =
    "write `box: {title: …, body: [{p: …}]}`; to withhold it all, `box: {redact: {code: …}, body: "
    "[{p: …}]}`";

class BodyReader {
 public:
  explicit BodyReader(Context& context) : context_(context) {}

  std::vector<Block> blocks(const Value& list, std::string_view what) {
    std::vector<Block> blocks;
    if (!expect_list(list, what, context_.diagnostics)) return blocks;
    blocks.reserve(list.items.size());
    for (const Value& item : list.items) {
      if (item.kind == Kind::text) {
        report(item.span, "SBL0202", "a block has to be a map, not text",
               "write `- p: …` for a paragraph");
      } else if (expect_map(item, "a block", context_.diagnostics)) {
        block(item, blocks);
      }
    }
    return blocks;
  }

 private:
  void report(base::Span span, const char* code, std::string message, std::string help) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  // The field that says what the block is; nullptr if there is none or several.
  const char* content_of(const Value& item, const Fields& fields) {
    const char* content = nullptr;
    for (const char* name : kContents) {
      if (fields.find(name) == nullptr) continue;
      if (content != nullptr) {
        report(fields.place(), "SBL0211",
               fmt::format("a block has both `{}` and `{}`", content, name),
               "begin the second one with a `- ` of its own");
        return nullptr;
      }
      content = name;
    }
    // A block of which nothing is known is reported as such, not as empty too.
    const bool only_siblings =
        std::all_of(item.entries.begin(), item.entries.end(), [](const source::Entry& entry) {
          const auto& known = kBlockShape.fields;
          return std::find(known.begin(), known.end(), entry.key) != known.end();
        });
    if (content == nullptr && only_siblings && !fields.truth("withheld").value_or(false)) {
      report(fields.place(), "SBL0211", "this block has no content",
             "add `p`, `heading`, `bullets`, `numbered`, `terms`, `quote`, `code`, `rule`, "
             "`section`, `table`, `figure` or `box`; `withheld: true` "
             "beside `redact` stands for matter that this source does not have");
    }
    return content;
  }

  void block(const Value& item, std::vector<Block>& out) {
    const Fields fields(item, kBlockShape, context_.diagnostics);
    const size_t first = out.size();
    const char* content = content_of(item, fields);
    std::optional<Redaction> redaction =
        read_sibling_redaction(fields, content != nullptr, context_);
    if (content != nullptr) {
      read_content(content, *fields.find(content), item, out);
    } else if (redaction && redaction->absent) {
      out.push_back(Block{item.span, std::nullopt, {}, Paragraph{}});
    }
    run_in(fields, first, out);
    language(fields, first, out);
    if (redaction) withhold(first, *redaction, out);
  }

  void language(const Fields& fields, size_t first, std::vector<Block>& out) {
    const std::optional<std::string> tag = fields.text("language");
    if (!tag) return;
    if (!is_language_tag(*tag)) {
      report(fields.find("language")->span, "SBL0208", "this is not a language tag",
             "write a tag of BCP 47: `en-US`, `de`");
      return;
    }
    for (size_t i = first; i < out.size(); ++i) out[i].language = *tag;
  }

  void read_content(std::string_view name, const Value& value, const Value& item,
                    std::vector<Block>& out) {
    if (name == "p") {
      paragraph(value, item.span, out);
      return;
    }
    Block block;
    block.span = item.span;
    if (name == "heading") {
      block.value = heading(value, depth_ + 1);
    } else if (name == "bullets") {
      block.value = read_list(value, ListKind::bullets, context_);
    } else if (name == "numbered") {
      block.value = read_list(value, ListKind::numbered, context_);
    } else if (name == "terms") {
      block.value = read_list(value, ListKind::terms, context_);
    } else if (name == "code") {
      Code read = code(value);
      block.redaction = std::move(read.text.redaction);
      read.text.redaction.reset();
      block.value = std::move(read);
    } else if (name == "rule") {
      block.value = rule(value);
    } else if (name == "quote") {
      quote(value, block);
    } else if (name == "table") {
      block.value = read_table(value, block.redaction, context_);
    } else if (name == "figure") {
      block.value = read_figure(value, block.redaction, context_);
    } else if (name == "box") {
      text_box(value, block);
    } else {
      section(value, block);
    }
    out.push_back(std::move(block));
  }

  // Puts the redaction of a whole block on it; one that it has already is an error.
  void withhold(size_t first, const Redaction& redaction, std::vector<Block>& out) {
    if (first < out.size() && out[first].redaction) {
      report(redaction.span, "SBL0214", "this block is redacted twice",
             "keep one `redact`, with all the codes");
    }
    for (size_t i = first; i < out.size(); ++i) out[i].redaction = redaction;
  }

  // A `p` of several paragraphs gives a block for each. They share its mark, its
  // redaction and the span of the block: a release that withholds them makes one
  // box, since their number is withheld too. A redaction inside `p` is the whole
  // block's, so that it covers a run-in.
  void paragraph(const Value& value, base::Span span, std::vector<Block>& out) {
    static const Shape shape = {"a paragraph", portion_fields(), {"id"}};
    Portion portion = read_portion(value, shape, context_);
    std::vector<Inlines> paragraphs;
    if (portion.text != nullptr) {
      paragraphs = parse_prose(context_.sources, *portion.text, context_.diagnostics);
    }
    if (paragraphs.empty()) paragraphs.emplace_back();
    for (Inlines& text : paragraphs) {
      Paragraph paragraph;
      paragraph.text.span = span_of(text, portion.span);
      paragraph.text.mark = portion.mark;
      paragraph.text.text = std::move(text);
      out.push_back(Block{span, portion.redaction, {}, std::move(paragraph)});
    }
  }

  static base::Span span_of(const Inlines& text, base::Span fallback) {
    if (text.empty()) return fallback;
    return {fallback.file, text.front().span.begin, text.back().span.end};
  }

  void run_in(const Fields& fields, size_t first, std::vector<Block>& out) {
    const Value* value = fields.find("run-in");
    if (value == nullptr) return;
    auto* paragraph = first < out.size() ? std::get_if<Paragraph>(&out[first].value) : nullptr;
    if (fields.find("p") == nullptr || paragraph == nullptr) {
      report(value->span, "SBL0217", "a run-in needs the paragraph that it leads in",
             "put `p: …` beside `run-in`");
    } else {
      paragraph->run_in = run_in_words(*value);
    }
  }

  // A run-in stands in the first line of its paragraph: withheld as a whole, it is
  // one span.
  Inlines run_in_words(const Value& value) {
    static const Shape shape = {"a run-in", {"text", "redact", "withheld"}, {"mark"}};
    RichText words = read_rich_text(value, shape, context_);
    if (!words.redaction) return std::move(words.text);
    Inlines whole;
    whole.push_back({words.span, Redacted{*std::move(words.redaction), std::move(words.text)}});
    return whole;
  }

  Heading heading(const Value& value, int level) {
    static const Shape shape = {"a heading", portion_fields({"level", "id"}), {"number"}};
    Heading heading;
    heading.level = std::min(level, kDeepestHeading);
    heading.text = read_rich_text(value, shape, context_);
    if (const Value* written = value.find("level")) heading.level = heading_level(*written);
    if (const Value* id = value.find("id")) {
      if (expect_text(*id, "`id`", context_.diagnostics)) {
        heading.id = read_id(Stretch::whole(*id), context_.diagnostics);
      }
    }
    return heading;
  }

  int heading_level(const Value& written) {
    const bool digit = written.kind == Kind::text && written.text.size() == 1 &&
                       written.text[0] >= '1' && written.text[0] <= '0' + kDeepestHeading;
    if (digit) return written.text[0] - '0';
    report(written.span, "SBL0205", "a heading has no such level", "levels are 1, 2 and 3");
    return 1;
  }

  // Its white space counts, and of the directives only redactions do.
  Code code(const Value& value) {
    static const Shape shape = {"code", portion_fields(), {"id", "caption"}};
    Portion portion = read_portion(value, shape, context_);
    Code code;
    code.text.span = portion.span;
    code.text.mark = portion.mark;
    code.text.redaction = std::move(portion.redaction);
    if (portion.text != nullptr) code.text.text = parse_code(*portion.text, context_.diagnostics);
    return code;
  }

  Rule rule(const Value& value) {
    if (value.kind == Kind::text && value.text == "tear-line") return {true};
    if (value.kind != Kind::text || value.text != "plain") {
      report(value.span, "SBL0205", "there is no such rule",
             "write `rule: plain`, or `rule: tear-line`");
    }
    return {};
  }

  void quote(const Value& value, Block& block) {
    static const Shape shape = {
        "a quote", {"mark", "body", "redact", "withheld"}, {"source", "id"}};
    Quote quote;
    if (quotes_ >= kDeepestQuotes) {
      report(value.span, "SBL0212", "quotes are nested too deeply",
             fmt::format("{} levels are allowed", kDeepestQuotes));
      return;
    }
    ++quotes_;
    if (value.kind == Kind::map && lacks_form(value, kQuoteForm)) {
      // All that can be said of it is said.
    } else if (value.kind == Kind::map) {
      const Fields fields(value, shape, context_.diagnostics);
      if (const Value* mark = fields.find("mark")) quote.mark = read_mark(*mark, context_);
      block.redaction = read_sibling_redaction(fields, fields.find("body") != nullptr, context_);
      quote.blocks = inner_body(fields, block.redaction, "the body of a quote");
    } else if (value.kind == Kind::text) {
      paragraph(value, value.span, quote.blocks);
    } else {
      quote.blocks = blocks(value, "a quote");
    }
    --quotes_;
    block.value = std::move(quote);
  }

  void text_box(const Value& value, Block& block) {
    static const Shape shape = {"a box",
                                {"id", "mark", "title", "body", "redact", "withheld"},
                                {"heading", "caption", "number"}};
    TextBox box;
    if (boxes_ >= kDeepestBoxes) {
      report(value.span, "SBL0219", "boxes are nested too deeply",
             fmt::format("{} levels are allowed", kDeepestBoxes));
      return;
    }
    ++boxes_;
    if (value.kind == Kind::map && lacks_form(value, kBoxForm)) {
      // All that can be said of it is said.
    } else if (value.kind == Kind::map) {
      box_fields(Fields(value, shape, context_.diagnostics), box, block);
    } else if (value.kind == Kind::text) {
      paragraph(value, value.span, box.blocks);
    } else {
      box.blocks = blocks(value, "a box");
    }
    --boxes_;
    block.value = std::move(box);
  }

  void box_fields(const Fields& fields, TextBox& box, Block& block) {
    static const Shape shape = {"the title of a box", portion_fields(), {"id", "level"}};
    if (const Value* mark = fields.find("mark")) box.mark = read_mark(*mark, context_);
    if (const Value* id = fields.find("id")) {
      if (expect_text(*id, "`id`", context_.diagnostics)) {
        box.id = read_id(Stretch::whole(*id), context_.diagnostics);
      }
    }
    if (const Value* title = fields.find("title")) {
      box.title = read_rich_text(*title, shape, context_);
    }
    block.redaction = read_sibling_redaction(fields, fields.find("body") != nullptr, context_);
    box.blocks = inner_body(fields, block.redaction, "the body of a box");
  }

  // A quote or section whose matter stands beside its other fields, or as text where
  // a list of blocks is due. One message says how the whole is written: field by field
  // it would take three.
  bool lacks_form(const Value& map, const char* form) {
    const Value* body = map.find("body");
    const Value* misplaced = body != nullptr && body->kind == Kind::text ? body : nullptr;
    if (body == nullptr) {
      for (const char* field : {"text", "p", "bullets", "quote"}) {
        if (misplaced == nullptr) misplaced = map.find(field);
      }
    }
    if (misplaced == nullptr) return false;
    report(misplaced->kind == Kind::text ? misplaced->span : map.span, "SBL0211",
           "the text stands in the blocks of `body` here", form);
    return true;
  }

  // `body:` of a quote, section or box; only what the source does not have may lack it.
  std::vector<Block> inner_body(const Fields& fields, const std::optional<Redaction>& redaction,
                                std::string_view what) {
    if (redaction && redaction->absent) return {};
    const Value* body = fields.require("body");
    return body == nullptr ? std::vector<Block>{} : blocks(*body, what);
  }

  void section(const Value& value, Block& block) {
    static const Shape shape = {
        "a section", {"heading", "body", "columns", "redact", "withheld"}, {"id", "mark", "page"}};
    if (!expect_map(value, "`section`", context_.diagnostics)) return;
    if (depth_ >= kDeepestHeading) {
      report(value.span, "SBL0213", "sections are nested too deeply",
             fmt::format("{} levels are allowed", kDeepestHeading));
      return;
    }
    if (lacks_form(value, kSectionForm)) return;
    const Fields fields(value, shape, context_.diagnostics);
    Section section;
    const bool has_matter = fields.find("body") != nullptr || fields.find("heading") != nullptr;
    block.redaction = read_sibling_redaction(fields, has_matter, context_);
    ++depth_;
    section.heading.level = depth_;
    if (!block.redaction || !block.redaction->absent) {
      if (const Value* written = fields.require("heading"))
        section.heading = section_heading(*written);
    }
    section.columns = read_columns(fields);
    section.blocks = inner_body(fields, block.redaction, "the body of a section");
    --depth_;
    block.value = std::move(section);
  }

  // Its level follows from how deep the section stands.
  Heading section_heading(const Value& value) {
    if (const Value* level = value.find("level")) {
      report(level->span, "SBL0217", "the heading of a section takes no level",
             "take it out: the level is how deep the section stands");
    }
    Heading read = heading(value, depth_);
    read.level = depth_;
    return read;
  }

  Context& context_;
  int depth_ = 0;   // sections around the block
  int quotes_ = 0;  // quotes around the block
  int boxes_ = 0;   // boxes around the block
};

}  // namespace

std::vector<Block> read_body(const Value& list, Context& context) {
  return BodyReader(context).blocks(list, "`body`");
}

}  // namespace sable::report
