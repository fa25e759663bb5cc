// The context of context.h.
#include "markup/context.h"

#include <charconv>

#include <fmt/format.h>

#include "markup/marks.h"

namespace sable::markup {
namespace {

using Datum = Context::Datum;

// A partial inside itself, as bullets in bullets are.
constexpr uint32_t kDeepest = 64;
// All partials together: keeps the machine's stack bounded.
constexpr uint32_t kDeepestOfAll = 512;
// Uses of partials in one block of the body: far beyond what its text can ask
// for, far below what would hang. A text uses a few for each of its spans.
uint64_t most_uses(const released::Released& released) {
  return 100'000 + uint64_t{1'000} * released.ordinals;
}

// What of a frame is new: its own, or that of what it stands in.
struct ChangeOf {
  released::Change around;
  released::Change operator()(const released::Inline* it) const { return it->change; }
  released::Change operator()(const released::Figure* it) const { return it->change; }
  released::Change operator()(const HoleFrame& it) const {
    return it.hole->change == released::Change::none ? around : it.hole->change;
  }
  released::Change operator()(const NoteFrame&) const { return released::Change::none; }
  template <typename Other>
  released::Change operator()(const Other&) const {
    return around;
  }
};

// Lets kainjow write without a stream of the standard library.
struct Sink {
  std::string& out;
  Sink& operator<<(const std::string& text) {
    out += text;
    return *this;
  }
};

}  // namespace

Context::Level::Level(const Frame& its_frame, released::Change around)
    : frame(its_frame), change(std::visit(ChangeOf{around}, its_frame.subject)) {}

Context::Context(const Template::Parts& parts, const released::Released& released,
                 const Dates& dates, Findings& findings)
    : parts_(parts),
      findings_(findings),
      reader_(released, dates),
      depths_(parts.partials.size(), 0),
      most_uses_(most_uses(released)) {
  partials_.reserve(parts.partials.size());
  for (size_t i = 0; i < parts.partials.size(); ++i) {
    const kainjow::mustache::lambda2 use = [this, i](const std::string&,
                                                     const kainjow::mustache::renderer&) {
      return fill_partial(i);
    };
    partials_.emplace_back(use);
  }
}

void Context::fill(const Filling& filling, const Frame& frame, std::string& out) {
  levels_.clear();
  levels_.emplace_back(frame, released::Change::none);
  marked_ = kNoOrdinal;
  uses_ = 0;
  Sink sink{out};
  filling->render(*this, sink);
}

void Context::push(const Datum* datum) {
  const Level& top = levels_.back();
  if (const auto* frame = std::get_if<Frame>(&top.last)) {
    levels_.emplace_back(*frame, top.change);
    return;
  }
  const auto* sequence = std::get_if<Sequence>(&top.last);
  if (sequence && size_of(*sequence) > 0) {
    const auto index = static_cast<size_t>(datum - top.datum.list_value().data());
    levels_.emplace_back(item_of(*sequence, index, top.frame.ordinal), top.change);
    return;
  }
  levels_.emplace_back(top.frame, top.change);  // a text or flag opens no frame
}

// The interface makes this const; what changes is the stack's own memory.
const Datum* Context::get(const std::string& name) const {
  auto& self = const_cast<Context&>(*this);
  size_t index = 0;
  std::from_chars(name.data(), name.data() + name.size(), index);
  return self.answer(parts_.references[index], self.levels_.back());
}

const Datum* Context::answer(const Reference& reference, Level& level) {
  switch (reference.use) {
    case Use::ordinal:
      return answer_ordinal(level);
    case Use::partial:
      called_ = &reference;
      return &partials_[reference.partial];
    case Use::value:
      level.last = read(reference, level.frame);
      return answer_text(reference, level);
    case Use::section:
      break;
  }
  level.last = read(reference, level.frame);
  return answer_section(level);
}

Value Context::read(const Reference& reference, const Frame& frame) {
  Value value = reference.rooted ? Value{Frame{Document{}}} : Value{frame};
  for (const Name name : reference.path) {
    const auto* at = std::get_if<Frame>(&value);
    if (!at) break;  // an optional part of a dotted name is absent
    value = reader_.read(Frame{*at}, name);
  }
  if (std::holds_alternative<Unknown>(value)) {
    stop(reference, "SBL0620", "a value of the template cannot be read from the release",
         "this is a fault of the program: please report it", base::Fault::internal);
  }
  return value;
}

const Datum* Context::answer_section(Level& level) {
  if (const auto* flag = std::get_if<bool>(&level.last)) return *flag ? &true_ : &false_;
  if (std::holds_alternative<Absent>(level.last)) return &false_;
  // kainjow takes an empty text for true; to us it says nothing.
  if (const auto* text = std::get_if<std::string>(&level.last)) {
    return text->empty() ? &false_ : &true_;
  }
  const auto* sequence = std::get_if<Sequence>(&level.last);
  if (!sequence) return &true_;
  level.datum = Datum(Datum::type::list);
  for (size_t i = size_of(*sequence); i > 0; --i) level.datum.push_back(true_);
  return &level.datum;
}

const Datum* Context::answer_text(const Reference& reference, Level& level) {
  auto* text = std::get_if<std::string>(&level.last);
  if (!text || text->empty()) return &nothing_;
  check_characters(*text, reference, level.frame.ordinal);
  std::string marked;
  mark_ordinal(marked, level.frame.ordinal);
  const bool changed = level.change != released::Change::none &&
                       std::holds_alternative<const released::Inline*>(level.frame.subject);
  if (changed) append_mark(marked, Mark::Kind::change, static_cast<uint32_t>(level.change));
  marked += *text;
  if (changed) append_mark(marked, Mark::Kind::change, 0);
  level.datum = Datum(std::move(marked));
  return &level.datum;
}

const Datum* Context::answer_ordinal(Level& level) {
  const bool changed = level.change != released::Change::none;
  if (level.frame.ordinal == marked_ && !changed) return &nothing_;
  std::string mark;
  mark_ordinal(mark, level.frame.ordinal);
  if (changed) append_mark(mark, Mark::Kind::change, static_cast<uint32_t>(level.change));
  level.datum = Datum(mark);
  return &level.datum;
}

void Context::mark_ordinal(std::string& out, released::Ordinal ordinal) {
  if (ordinal == marked_) return;
  marked_ = ordinal;
  append_mark(out, Mark::Kind::ordinal, ordinal);
}

void Context::check_characters(const std::string& text, const Reference& reference,
                               released::Ordinal ordinal) {
  if (!find_forbidden(text)) return;
  findings_.add({ordinal, reference.place}, "SBL0624",
                "a text of the release holds a character that no document may hold",
                "delete it from the report: it is a control character or a noncharacter");
  throw FillingStopped{};
}

std::string Context::fill_partial(size_t partial) {
  check_depth(partial);
  ++depths_[partial];
  ++depth_;
  std::string out;
  Sink sink{out};
  parts_.partials[partial].filling->render(*this, sink);
  --depth_;
  --depths_[partial];
  return out;
}

void Context::check_depth(size_t partial) {
  if (depths_[partial] >= kDeepest || depth_ >= kDeepestOfAll) {
    stop(*called_, "SBL0621",
         fmt::format("partials are nested too deeply: \"{}\" is the innermost",
                     parts_.partials[partial].name),
         fmt::format("a partial may stand {} times inside itself, all partials together {}",
                     kDeepest, kDeepestOfAll),
         base::Fault::input);
  }
  if (++uses_ > most_uses_) {
    stop(*called_, "SBL0622", "the template uses its partials without end",
         "a partial that uses itself twice doubles with each level: use it once",
         base::Fault::input);
  }
}

void Context::stop(const Reference& reference, std::string code, std::string message,
                   std::string help, base::Fault fault) {
  const released::Ordinal ordinal = levels_.empty() ? kNoOrdinal : levels_.back().frame.ordinal;
  findings_.add({ordinal, reference.place}, std::move(code), std::move(message), std::move(help),
                {}, fault);
  throw FillingStopped{};
}

}  // namespace sable::markup
