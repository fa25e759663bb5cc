// The context from which kainjow takes values. Private to the room.
//
// In:  a template's references, a Reader.
// Out: what kainjow asks for; marks of provenance before text and start tags.
//
// Unlike kainjow's own context it sees the innermost frame and the roots only.
// Partials come from the template alone: kainjow would expand a string of the
// data that {{>name}} names, and here there is no such way.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include <kainjow/mustache.hpp>

#include "markup/findings.h"
#include "markup/frames.h"
#include "markup/parts.h"

namespace sable::markup {

// Thrown through kainjow where filling cannot go on; the finding is told before.
struct FillingStopped {};

class Context : public kainjow::mustache::basic_context<std::string> {
 public:
  using Datum = kainjow::mustache::data;

  Context(const Template::Parts& parts, const released::Released& released, const Dates& dates,
          Findings& findings);
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  // Appends the filled text, marks included. Throws FillingStopped.
  void fill(const Filling& filling, const Frame& frame, std::string& out);

  void push(const Datum* datum) override;
  void pop() override { levels_.pop_back(); }
  const Datum* get(const std::string& name) const override;
  const Datum* get_partial(const std::string&) const override { return nullptr; }

 private:
  // One entry of the stack: a frame, and what was last asked of it. kainjow
  // pushes what it got last, or one of its items, so that one is enough.
  struct Level {
    Level(const Frame& its_frame, released::Change around);
    Frame frame;
    released::Change change;
    Value last;
    Datum datum;
  };

  Value read(const Reference& reference, const Frame& frame);
  const Datum* answer(const Reference& reference, Level& level);
  const Datum* answer_section(Level& level);
  const Datum* answer_text(const Reference& reference, Level& level);
  const Datum* answer_ordinal(Level& level);
  void mark_ordinal(std::string& out, released::Ordinal ordinal);
  void check_characters(const std::string& text, const Reference& reference,
                        released::Ordinal ordinal);
  std::string fill_partial(size_t partial);
  void check_depth(size_t partial);
  [[noreturn]] void stop(const Reference& reference, std::string code, std::string message,
                         std::string help, base::Fault fault);

  const Template::Parts& parts_;
  Findings& findings_;
  Reader reader_;
  std::deque<Level> levels_;  // a deque: kainjow holds pointers into it
  std::vector<Datum> partials_;
  std::vector<uint32_t> depths_;  // of each partial's uses that are being filled
  uint64_t most_uses_;
  uint32_t depth_ = 0;
  uint64_t uses_ = 0;  // of partials, since fill() began
  const Reference* called_ = nullptr;
  released::Ordinal marked_ = kNoOrdinal;  // the last that was written
  const Datum true_{true};
  const Datum false_{false};
  const Datum nothing_{""};
};

}  // namespace sable::markup
