#include "layout/layout.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "layout/compose.h"
#include "layout/context.h"
#include "layout/flow.h"
#include "layout/inline_content.h"
#include "layout/page_labels.h"
#include "layout/page_references.h"
#include "layout/paginate.h"
#include "layout/print_marks.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;

NodeId child_named(const markup::Tree& tree, NodeId parent, std::string_view name) {
  for (NodeId child = tree.node(parent).first_child; child != markup::kNoNode;
       child = tree.node(child).next) {
    if (tree.node(child).element == name) return child;
  }
  return markup::kNoNode;
}

std::string text_of(const markup::Tree& tree, NodeId id) {
  std::string text = tree.node(id).text;
  for (NodeId child = tree.node(id).first_child; child != markup::kNoNode;
       child = tree.node(child).next) {
    text += text_of(tree, child);
  }
  return text;
}

DocumentInfo document_info(const markup::Tree& tree) {
  DocumentInfo info;
  info.language = std::string(tree.node(0).attribute("lang"));
  const NodeId head = child_named(tree, 0, "head");
  if (head == markup::kNoNode) return info;
  for (NodeId child = tree.node(head).first_child; child != markup::kNoNode;
       child = tree.node(child).next) {
    const markup::Node& node = tree.node(child);
    if (node.element == "title") info.title = text_of(tree, child);
    if (node.element != "meta") continue;
    const std::string_view name = node.attribute("name");
    const std::string content(node.attribute("content"));
    if (name == "author") info.author = content;
    if (name == "subject") info.subject = content;
    if (name == "keywords") info.keywords = content;
  }
  return info;
}

NodeId caption_of(const Context& context, NodeId id) {
  const NodeId caption = child_named(context.input.tree, id, "caption");
  return caption != markup::kNoNode ? caption : child_named(context.input.tree, id, "figcaption");
}

// The number of an element, its own or that of its caption; empty: none.
std::string_view number_of(const Context& context, NodeId id) {
  const markup::Node& node = context.node(id);
  const std::string_view own = node.attribute("number");
  if (!own.empty()) return own;
  const NodeId caption = caption_of(context, id);
  return caption == markup::kNoNode ? std::string_view()
                                    : context.node(caption).attribute("number");
}

// The words of a caption, without what stands before them up to its number.
std::string caption_title(const Context& context, NodeId caption) {
  const std::string_view number = context.node(caption).attribute("number");
  std::string words;
  for (NodeId child = context.node(caption).first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    const std::string part = plain_text(context, child, Marks::left_out);
    const bool is_number = !number.empty() && !context.node(child).is_text() && part == number;
    if (is_number)
      words.clear();
    else if (!part.empty())
      words += (words.empty() ? "" : " ") + part;
  }
  const size_t begin = words.find_first_not_of(" .:");
  return begin == std::string::npos ? words : words.substr(begin);
}

// The text and the number of everything that a reference may name.
void collect_titles(Context& context) {
  for (NodeId id = 0; id < context.input.tree.nodes.size(); ++id) {
    const markup::Node& node = context.node(id);
    if (node.is_text()) continue;
    const std::string_view name = node.attribute("id");
    if (!name.empty() && node.element != "redaction") {
      const NodeId caption = caption_of(context, id);
      context.titles.emplace(std::string(name), caption == markup::kNoNode
                                                    ? plain_text(context, id, Marks::left_out)
                                                    : caption_title(context, caption));
      const std::string_view number = number_of(context, id);
      if (!number.empty()) context.numbers.emplace(std::string(name), std::string(number));
    }
  }
}

PageRoom room_of(const style::StyledTree& styled, const style::PageMaster& master) {
  PageRoom room;
  room.height = master.size.height - master.margin.top - master.margin.bottom;
  room.note_overhead = note_overhead(styled, master.notes);
  room.carried_overhead = note_overhead(styled, master.continued_notes);
  room.note_limit = room.height.scaled(master.notes.max_height_percent, 100);
  room.fills = master.fills;
  room.balanced = master.balanced;
  return room;
}

// What a box says is a text of its own among text that runs from right to left: a
// mark at each end (UAX #9, 2.6) keeps its brackets where they are for readers that
// find the order of a page's text by the places of its characters.
void keep_words_in_order(Structure& structure) {
  constexpr std::string_view kMark = "\u200E";
  for (Leaf& leaf : structure.leaves) {
    if (!leaf.actual_text.empty())
      leaf.actual_text = fmt::format("{0}{1}{0}", kMark, leaf.actual_text);
  }
}

FlowSettings flow_settings(const style::StyledTree& styled) {
  const style::PageMaster& master = master_of(styled, "", 1, false);
  return {master.size.width - master.margin.left - master.margin.right,
          master.size.height - master.margin.top - master.margin.bottom};
}

bool numbers_by_page(const style::StyledTree& styled) {
  for (const auto& [name, masters] : styled.masters) {
    for (const style::PageMaster& master : masters) {
      if (master.resets_notes) return true;
    }
  }
  return false;
}

// Whether a document prints pages that references lead to.
bool names_pages(const markup::Tree& tree) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const markup::Node& node) {
    return node.element == "toc-page" || node.element == "page-list" ||
           (node.element == "ref" && node.attribute("show") == "page");
  });
}

// What hangs on the pages while these hang on it.
struct Settling {
  explicit Settling(const Input& input)
      : numbers_notes(numbers_by_page(input.styled)), refers_to_pages(names_pages(input.tree)) {}

  const bool numbers_notes, refers_to_pages;
  PageNumbering notes;
  PageReferences references;
};

// A document on its pages, but for what stands in their margins.
struct Draft {
  Draft(const Input& input, Settling& settling)
      : context(input, pages), flow(context, galley, flow_settings(input.styled)) {
    pages.shaper = input.shaper;
    pages.pictures = input.pictures;
    pages.info = document_info(input.tree);
    collect_titles(context);
    if (settling.numbers_notes) context.page_numbering = &settling.notes;
    context.page_references = &settling.references;
    const NodeId body = child_named(input.tree, 0, "body");
    if (body != markup::kNoNode) flow.body(body);
    plans = paginate(galley, [&](const std::string& name, uint32_t number, bool blank) {
      return room_of(input.styled, master_of(input.styled, name, number, blank));
    });
    context.page_labels = label_pages(galley, plans);
  }

  Pages pages;
  Context context;
  Galley galley;
  Flow flow;
  std::vector<PagePlan> plans;
};

void warn(Draft& draft, base::Diagnostic diagnostic, released::Ordinal ordinal) {
  diagnostic.severity = base::Severity::warning;
  diagnostic.ordinal = ordinal;
  draft.context.problem(std::move(diagnostic));
}

void report_unsettled(Draft& draft, NoteId note) {
  warn(draft,
       base::error_without_place(
           base::Fault::input, "SBL0869", "the numbers of notes on their pages do not settle",
           "number the notes by section, or reword the paragraph that calls this one"),
       draft.galley.notes[note].provenance.ordinal);
}

void report_unsettled(Draft& draft, const PageReferences& references) {
  warn(draft,
       base::error_without_place(base::Fault::input, "SBL0870",
                                 "the page that a reference names does not settle",
                                 "reword the paragraph that refers to it, or refer to its number"),
       references.culprit());
}

PagesByName pages_by_name(const Draft& draft) {
  const std::vector<Destination>& destinations = draft.pages.destinations;
  const std::vector<uint32_t> pages =
      pages_of_anchors(draft.galley, draft.plans, destinations.size());
  PagesByName by_name;
  for (size_t i = 0; i < pages.size(); ++i) by_name.emplace(destinations[i].name, pages[i]);
  return by_name;
}

// The first note whose number is not that of its page, or kSettled.
NoteId settle_notes(const Input& input, const Draft& draft, PageNumbering& notes) {
  return notes.accept(numbers_on_pages(draft.galley, draft.plans, [&](size_t page) {
    const PagePlan& plan = draft.plans[page];
    const auto number = static_cast<uint32_t>(page) + 1;
    return master_of(input.styled, plan.name, number, plan.blank).resets_notes;
  }));
}

// Where the number of a note or a reference depends on a page, the document is laid
// out until these are those of its pages. All others are laid out once.
std::unique_ptr<Draft> make_draft(const Input& input, Settling& settling) {
  for (int pass = 1;; ++pass) {
    auto draft = std::make_unique<Draft>(input, settling);
    NoteId changed = PageNumbering::kSettled;
    if (settling.numbers_notes) changed = settle_notes(input, *draft, settling.notes);
    const bool right =
        !settling.refers_to_pages ||
        settling.references.accept(pages_by_name(*draft), draft->context.page_labels);
    const bool settled = right && changed == PageNumbering::kSettled;
    if (!settled && pass < kMostPasses) continue;
    if (changed != PageNumbering::kSettled) report_unsettled(*draft, changed);
    if (!right) report_unsettled(*draft, settling.references);
    draft->context.page_numbering = nullptr;
    return draft;
  }
}

// 32 CFR 2001.24(b): the covers, the title page and the first page show the marking of
// the whole. The last page is the outside of the back, where the document has no cover.
void mark_ends(const Input& input, std::vector<Page>& pages) {
  if (!input.banner_per_page || !input.system.marks_ends_as_whole() || pages.empty()) return;
  pages.front().mark = pages.back().mark = input.overall;
}

}  // namespace

base::Result<Output> lay_out(const Input& input) {
  Settling settling(input);
  const std::unique_ptr<Draft> draft = make_draft(input, settling);
  Context& context = draft->context;
  compose(context, draft->galley, draft->plans);
  mark_ends(input, draft->pages.pages);
  add_running_elements(context, draft->flow, draft->plans);
  add_print_marks(context, draft->plans);

  Pages& pages = draft->pages;
  if (context.reorders) keep_words_in_order(pages.structure);
  std::sort(pages.destinations.begin(), pages.destinations.end(),
            [](const Destination& a, const Destination& b) { return a.name < b.name; });
  for (const base::Diagnostic& diagnostic : input.hyphenator.problems()) {
    context.problem(std::move(diagnostic));
  }
  if (base::has_errors(context.problems)) return base::fail(std::move(context.problems));
  return Output{std::move(pages), std::move(context.problems)};
}

}  // namespace sable::layout
