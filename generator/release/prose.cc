#include "release/prose.h"

#include <algorithm>

#include "release/typography.h"

namespace sable::release {

namespace {

bool is_shown(Decision decision) {
  return decision == Decision::shown || decision == Decision::forbidden;
}

released::SpanStyle released_style(report::SpanStyle style) {
  switch (style) {
    case report::SpanStyle::emphasis:
      return released::SpanStyle::emphasis;
    case report::SpanStyle::strong:
      return released::SpanStyle::strong;
    case report::SpanStyle::code:
      return released::SpanStyle::code;
    case report::SpanStyle::term:
      return released::SpanStyle::term;
    case report::SpanStyle::small_caps:
      break;
  }
  return released::SpanStyle::small_caps;
}

bool holds_hole(const released::Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const released::Inline& one) {
    if (const auto* styled = std::get_if<released::Styled>(&one.value)) {
      return holds_hole(styled->children);
    }
    if (const auto* outlined = std::get_if<released::Outlined>(&one.value)) {
      return holds_hole(outlined->children);
    }
    const auto* link = std::get_if<released::Link>(&one.value);
    return std::holds_alternative<released::Hole>(one.value) ||
           (link != nullptr && holds_hole(link->children));
  });
}

// Joins texts that stand side by side once a span between them is shown, so that
// showing it leaves no seam.
void append_text(const std::string& text, released::Inlines& out) {
  if (!out.empty()) {
    if (auto* last = std::get_if<released::Text>(&out.back().value)) {
      last->text += text;
      return;
    }
  }
  out.push_back({released::Text{text}});
}

}  // namespace

Prose::Prose(const report::Report& report, const Decisions& decisions)
    : report_(report), decisions_(decisions) {
  find_targets(report.body, false, std::nullopt);
}

void Prose::find_target(const report::Heading& heading, bool withheld,
                        const std::optional<marking::Marking>& above) {
  if (heading.id.empty()) return;
  const auto& mark = heading.text.mark ? heading.text.mark : above;
  const Decision decision = decisions_.of_portion(heading.text.redaction, mark);
  Target target;
  target.shown = !withheld && is_shown(decision);
  // Of a heading inside a withheld block nothing is public, its place included.
  if (!withheld && decision == Decision::redacted) target.hole_id = heading.text.redaction->id;
  targets_.emplace(heading.id, target);
}

// References print the words of its title.
void Prose::find_target(const report::TextBox& box, bool withheld,
                        const std::optional<marking::Marking>& above) {
  if (box.id.empty() || !box.title) return;
  const auto& mark = box.title->mark ? box.title->mark : above;
  const Decision decision = decisions_.of_portion(box.title->redaction, mark);
  targets_.emplace(box.id, Target{!withheld && is_shown(decision), {}});
}

void Prose::find_targets(const std::vector<report::Block>& blocks, bool withheld,
                         const std::optional<marking::Marking>& above) {
  for (const report::Block& block : blocks) {
    const bool hidden = withheld || decisions_.of(block.redaction) == Decision::redacted;
    if (const auto* heading = std::get_if<report::Heading>(&block.value)) {
      find_target(*heading, hidden, above);
    } else if (const auto* quote = std::get_if<report::Quote>(&block.value)) {
      const bool quote_hidden =
          hidden || (quote->mark && !is_shown(decisions_.of_portion(std::nullopt, quote->mark)));
      find_targets(quote->blocks, quote_hidden, quote->mark ? quote->mark : above);
    } else if (const auto* box = std::get_if<report::TextBox>(&block.value)) {
      const bool box_hidden =
          hidden || (box->mark && !is_shown(decisions_.of_portion(std::nullopt, box->mark)));
      const std::optional<marking::Marking>& mark = box->mark ? box->mark : above;
      find_target(*box, box_hidden, mark);
      find_targets(box->blocks, box_hidden, mark);
    } else if (const auto* section = std::get_if<report::Section>(&block.value)) {
      find_target(section->heading, hidden, above);
      find_targets(section->blocks, hidden, above);
    } else if (const auto* table = std::get_if<report::Table>(&block.value)) {
      if (table->id.empty()) continue;
      const Decision decision = decisions_.of_table(block.redaction, *table, above);
      targets_.emplace(table->id, Target{!hidden && is_shown(decision), {}});
    } else if (const auto* figure = std::get_if<report::Figure>(&block.value)) {
      if (figure->id.empty()) continue;
      const Decision decision =
          decisions_.of_portion(block.redaction, figure->mark ? figure->mark : above);
      targets_.emplace(figure->id, Target{!hidden && is_shown(decision), {}});
    }
  }
}

released::Inlines Prose::convert(const report::Inlines& inlines) {
  released::Inlines out = convert_plain(inlines);
  set_typographic_signs(out, report_.language);
  return out;
}

released::Inlines Prose::convert_plain(const report::Inlines& inlines) {
  released::Inlines out;
  out.reserve(inlines.size());
  append(inlines, out);
  return out;
}

released::Hole Prose::numbered(released::Hole hole, HoleSource source) {
  sources_.push_back(std::move(source));
  hole.number = static_cast<uint32_t>(sources_.size());
  return hole;
}

void Prose::append(const report::Inlines& inlines, released::Inlines& out) {
  for (const report::Inline& one : inlines) append(one, out);
}

void Prose::append(const report::Inline& one, released::Inlines& out) {
  if (const auto* text = std::get_if<report::Text>(&one.value)) {
    append_text(text->text, out);
  } else if (const auto* styled = std::get_if<report::Styled>(&one.value)) {
    released::Styled shown{released_style(styled->style), convert_plain(styled->children)};
    // No index lists it, and the entry may tell what the box does not.
    if (!holds_hole(shown.children)) shown.entry = styled->entry;
    out.push_back({std::move(shown)});
  } else if (const auto* link = std::get_if<report::Link>(&one.value)) {
    // The address may tell what the box does not.
    released::Inlines words = convert_plain(link->children);
    if (!holds_hole(words)) {
      out.push_back({released::Link{link->url, std::move(words)}});
    } else {
      for (released::Inline& word : words) out.push_back(std::move(word));
    }
  } else if (const auto* note_call = std::get_if<report::NoteCall>(&one.value)) {
    released::NoteCall made = call(*note_call);
    made.adjoins = !out.empty() && std::holds_alternative<released::NoteCall>(out.back().value);
    out.push_back({made});
  } else if (const auto* target = std::get_if<report::Reference>(&one.value)) {
    out.push_back({reference(*target)});
  } else if (const auto* redacted = std::get_if<report::Redacted>(&one.value)) {
    append(*redacted, out);
  }
}

void Prose::append(const report::Redacted& redacted, released::Inlines& out) {
  const report::Redaction& redaction = redacted.redaction;
  if (decisions_.withholds(redaction)) {
    out.push_back({numbered(decisions_.hole(released::HoleKind::span, &redaction),
                            {redaction.span, redaction})});
    return;
  }
  passed_.push_back(&redaction);
  const MaybeOutline outline = decisions_.outline(redaction);
  if (!outline) return append(redacted.children, out);
  released::Inlines children = convert_plain(redacted.children);
  draw_around(outline, children);
  for (released::Inline& one : children) out.push_back(std::move(one));
}

// An id that names a withheld heading is not itself public.
released::Reference Prose::reference(const report::Reference& from) const {
  const auto show = static_cast<released::ReferenceShow>(from.show);
  const auto target = targets_.find(from.target);
  if (target == targets_.end()) return {"", false, show};
  if (target->second.shown) return {from.target, true, show};
  return {std::string(target->second.hole_id), false, show};
}

released::NoteCall Prose::call(const report::NoteCall& from) {
  const auto [place, fresh] = numbers_.emplace(from.id, static_cast<uint32_t>(notes_.size()));
  if (fresh) notes_.push_back(&report_.notes.at(from.id));
  return {place->second, false};
}

}  // namespace sable::release
