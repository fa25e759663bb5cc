// Prose through the door: inline content of a report to that of a release.
//
// In:  report::Inlines, and the decisions of a release.
// Out: released::Inlines; the notes that they call, in the order of first calls.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "release/decision.h"
#include "release/hole_source.h"

namespace sable::release {

class Prose {
 public:
  Prose(const report::Report& report, const Decisions& decisions);

  // One line or paragraph, with typographic signs.
  released::Inlines convert(const report::Inlines& inlines);
  // A field that is no prose: as written.
  released::Inlines convert_plain(const report::Inlines& inlines);

  // The next number of a hole, in reading order.
  released::Hole numbered(released::Hole hole, HoleSource source);
  size_t holes() const { return sources_.size(); }
  // Where each comes from.
  const std::vector<HoleSource>& sources() const { return sources_; }

  // Notes that matter which has a redaction is shown.
  void pass(const std::optional<report::Redaction>& redaction) {
    if (redaction) passed_.push_back(&*redaction);
  }
  // The redactions whose matter is shown.
  const std::vector<const report::Redaction*>& passed() const { return passed_; }

  // Notes called so far.
  const std::vector<const report::Note*>& notes() const { return notes_; }

 private:
  // A heading, table or figure with an id: where references to it lead.
  struct Target {
    bool shown = true;
    std::string_view hole_id;  // declared public
  };

  void find_target(const report::TextBox& box, bool withheld,
                   const std::optional<marking::Marking>& above);
  void find_targets(const std::vector<report::Block>& blocks, bool withheld,
                    const std::optional<marking::Marking>& above);
  void find_target(const report::Heading& heading, bool withheld,
                   const std::optional<marking::Marking>& above);
  void append(const report::Inlines& inlines, released::Inlines& out);
  void append(const report::Inline& one, released::Inlines& out);
  void append(const report::Redacted& redacted, released::Inlines& out);
  released::Reference reference(const report::Reference& from) const;
  released::NoteCall call(const report::NoteCall& from);

  const report::Report& report_;
  const Decisions& decisions_;
  std::map<std::string_view, Target> targets_;
  std::map<std::string_view, uint32_t> numbers_;  // of notes
  std::vector<const report::Note*> notes_;
  std::vector<HoleSource> sources_;  // of holes
  std::vector<const report::Redaction*> passed_;
};

}  // namespace sable::release
