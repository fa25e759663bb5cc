// References in a line of text: to words, numbers and pages, for inline_content.h.

#include <utility>

#include <fmt/format.h>

#include "layout/inline_content.h"

namespace sable::layout {

using markup::NodeId;

void InlineCollector::add_reference(NodeId id) {
  const markup::Node& node = context_.node(id);
  const std::string_view to = node.attribute("to");
  const std::string_view show = node.attribute("show");
  if (show == "number") {
    const auto note = context_.note_numbers.find(to);
    if (note != context_.note_numbers.end())
      return append(note->second, context_.styled(id).style, node.provenance);
    const auto number = context_.numbers.find(to);
    if (number == context_.numbers.end()) return unresolved(node);
    const auto title = context_.titles.find(to);
    const std::string words = title == context_.titles.end() ? number->second : title->second;
    return add_linked({{}, std::string(to), words, kNoElement}, number->second, id);
  }
  const auto title = context_.titles.find(to);
  if (title == context_.titles.end()) return unresolved(node);
  if (show == "page") return add_page(id);
  add_linked({{}, title->first, title->second, kNoElement}, title->second, id);
}

// Words that lead somewhere. Inside a link they are part of it.
void InlineCollector::add_linked(InlineLink link, std::string_view text, NodeId id) {
  const bool inside = link_ != kNothing;
  if (!inside) {
    link.element = context_.structure.open(Role::link);
    link_ = static_cast<uint32_t>(content_.links.size());
    content_.links.push_back(std::move(link));
  }
  append(text, context_.styled(id).style, context_.node(id).provenance);
  if (inside) return;
  link_ = kNothing;
  context_.structure.close();
}

// The page of a place, as the pass before has it.
void InlineCollector::add_page(NodeId id) {
  const markup::Node& node = context_.node(id);
  const std::string to(node.attribute("to"));
  const std::string label = context_.page_references == nullptr
                                ? std::string()
                                : context_.page_references->label(to, node.provenance.ordinal);
  const style::StyledNode& styled = context_.styled(id);
  add_generated(styled.before, node.provenance);
  add_linked({{}, to, fmt::format("page {}", label), kNoElement}, label, id);
  add_generated(styled.after, node.provenance);
}

// The pages of several places, in the order of the text: each once, and three or more
// that follow one another as a range.
void InlineCollector::add_pages(NodeId id) {
  const markup::Node& node = context_.node(id);
  if (context_.page_references == nullptr) return;
  const auto spans = context_.page_references->spans(node.attribute("to"), node.provenance.ordinal);
  const style::StyledNode& styled = context_.styled(id);
  add_generated(styled.before, node.provenance);
  for (size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) append(", ", styled.style, node.provenance);
    context_.structure.open(Role::reference);
    add_linked({{}, spans[i].destination, fmt::format("page {}", spans[i].label), kNoElement},
               spans[i].label, id);
    context_.structure.close();
  }
  add_generated(styled.after, node.provenance);
}

void InlineCollector::unresolved(const markup::Node& reference) {
  base::Diagnostic diagnostic =
      base::error_at(reference.provenance.template_place, "SBL0852",
                     "a <ref> names nothing that this document shows",
                     "let the template write its own words where the target is withheld");
  diagnostic.ordinal = reference.provenance.ordinal;
  context_.problem(std::move(diagnostic));
}

}  // namespace sable::layout
