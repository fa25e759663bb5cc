#include "report/lists.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/inline_parser.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

constexpr int kDeepest = 8;
constexpr uint32_t kLargestStart = 9999;

const char* key_of(ListKind kind) {
  switch (kind) {
    case ListKind::numbered:
      return "numbered";
    case ListKind::terms:
      return "terms";
    case ListKind::bullets:
      break;
  }
  return "bullets";
}

class ListReader {
 public:
  explicit ListReader(Context& context) : context_(context) {}

  List list(const Value& value, ListKind kind, int depth) {
    List list;
    list.look.kind = kind;
    const Value* items = &value;
    if (kind == ListKind::numbered && value.kind == Kind::map) items = numbered(value, list.look);
    if (items == nullptr) return list;
    const std::string what = fmt::format("`{}`", key_of(kind));
    if (!expect_list(*items, what, context_.diagnostics)) return list;
    if (items->items.empty()) {
      report(items->span, "SBL0209",
             fmt::format("this list has no {}", kind == ListKind::bullets ? "bullets" : "items"),
             "add one, or take the list out");
    }
    if (depth > kDeepest) {
      report(items->span, "SBL0212", fmt::format("{} are nested too deeply", what),
             fmt::format("{} levels are allowed", kDeepest));
      return list;
    }
    list.items.reserve(items->items.size());
    for (const Value& each : items->items) list.items.push_back(item(each, kind, depth));
    return list;
  }

 private:
  void report(base::Span span, const char* code, std::string message, std::string help) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  // `{start, numerals, items}`: its items, or nullptr.
  const Value* numbered(const Value& map, ListLook& look) {
    static const Shape shape = {"a numbered list", {"start", "numerals", "items"}, {}};
    const Fields fields(map, shape, context_.diagnostics);
    look.numerals = fields
                        .choice<Numerals>("numerals", {{"decimal", Numerals::decimal},
                                                       {"lower-alpha", Numerals::lower_alpha},
                                                       {"upper-alpha", Numerals::upper_alpha},
                                                       {"lower-roman", Numerals::lower_roman},
                                                       {"upper-roman", Numerals::upper_roman}})
                        .value_or(Numerals::decimal);
    if (const auto start = fields.text("start")) {
      const bool number =
          !start->empty() && start->size() <= 4 && start->front() != '0' &&
          std::all_of(start->begin(), start->end(), [](char c) { return c >= '0' && c <= '9'; });
      if (number) {
        look.start = static_cast<uint32_t>(std::stoul(*start));
      } else {
        report(fields.find("start")->span, "SBL0205", "a list cannot start with this",
               fmt::format("write a whole number from 1 to {}", kLargestStart));
      }
    }
    return fields.require("items");
  }

  ListItem item(const Value& value, ListKind kind, int depth) {
    static const Shape bullet = {
        "a bullet", portion_fields({"bullets", "numbered"}), {"id", "run-in"}};
    static const Shape step = {
        "an item", portion_fields({"bullets", "numbered"}), {"id", "run-in"}};
    static const Shape term = {"a term", portion_fields({"term", "bullets", "numbered"}), {"id"}};
    const Shape& shape = kind == ListKind::bullets ? bullet : kind == ListKind::terms ? term : step;
    ListItem item;
    Portion portion = read_portion(value, shape, context_);
    item.text.span = portion.span;
    item.text.mark = portion.mark;
    item.text.redaction = std::move(portion.redaction);
    if (portion.text != nullptr) paragraphs(*portion.text, item);
    const bool absent = item.text.redaction && item.text.redaction->absent;
    if (kind == ListKind::terms) this->term(value, absent, item);
    below(value, absent, depth, item);
    return item;
  }

  void paragraphs(const Value& text, ListItem& item) {
    std::vector<Inlines> all = parse_prose(context_.sources, text, context_.diagnostics);
    if (all.empty()) return;
    item.text.text = std::move(all.front());
    item.further.assign(std::make_move_iterator(all.begin() + 1),
                        std::make_move_iterator(all.end()));
  }

  // A term stands in the line that its text follows: withheld as a whole by a redaction
  // of its own, it is one span.
  void term(const Value& value, bool absent, ListItem& item) {
    static const Shape shape = {"a term", {"text", "redact", "withheld"}, {"mark"}};
    const Value* written = value.find("term");
    if (written == nullptr) {
      if (absent) return;
      report(value.span, "SBL0204", "an item of `terms` needs a `term`",
             "write `- {term: …, text: …}`");
      return;
    }
    RichText words = read_rich_text(*written, shape, context_);
    if (!words.redaction) {
      item.term = std::move(words.text);
    } else {
      item.term.push_back(
          {words.span, Redacted{*std::move(words.redaction), std::move(words.text)}});
    }
  }

  void below(const Value& value, bool absent, int depth, ListItem& item) {
    const Value* found = nullptr;
    for (const ListKind kind : {ListKind::bullets, ListKind::numbered}) {
      const Value* list = value.find(key_of(kind));
      if (list == nullptr) continue;
      if (found != nullptr) {
        report(list->span, "SBL0211", "an item has two lists below it",
               "put one of them below an item of its own");
        continue;
      }
      found = list;
      List read = this->list(*list, kind, depth + 1);
      item.items = std::move(read.items);
      item.look = read.look;
    }
    if (found != nullptr && absent) {
      report(found->span, "SBL0215", "a bullet that this source does not have has none below it",
             "take out `withheld: true`, or these bullets");
    }
  }

  Context& context_;
};

}  // namespace

List read_list(const source::Value& value, ListKind kind, Context& context) {
  return ListReader(context).list(value, kind, 1);
}

}  // namespace sable::report
