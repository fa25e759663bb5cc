// What a release decides of one place.
//
// In:  a profile; the redaction and the mark that stand at the place.
// Out: shown, or withheld and why; the hole that is left.
#pragma once

#include <memory>
#include <optional>

#include "marking/marking.h"
#include "release/outline.h"
#include "release/profile.h"
#include "released/released.h"
#include "report/report.h"

namespace sable::release {

enum class Decision : uint8_t {
  shown,
  redacted,       // by the redaction at the place
  above_ceiling,  // by the portion's mark
  forbidden,      // shown although its mark is above the lowest level and nothing
                  // in the release says that it may be: an error
};

class Decisions {
 public:
  Decisions(const report::Report& report, const Profile& profile);

  // Of an inline span or the whole of something: by its codes alone.
  Decision of(const std::optional<report::Redaction>& redaction) const;
  // Of a portion: by its codes, then by its mark. A portion without a mark counts
  // as what stands above it, and that as the overall marking.
  Decision of_portion(const std::optional<report::Redaction>& redaction,
                      const std::optional<marking::Marking>& mark) const;

  // Of a whole table; `mark` is that of what stands around it. A table without a
  // mark whose rows or cells have some leaves the decision to these.
  Decision of_table(const std::optional<report::Redaction>& redaction, const report::Table& table,
                    const std::optional<marking::Marking>& mark) const;

  // Whether a row or cell has a mark of its own. Those of what is withheld do not
  // count: they are withheld with it.
  bool has_marks_inside(const report::Table& table) const;
  // The first of a cell's columns that is withheld; nullptr: none. Not for cells of
  // the head.
  const report::Column* withheld_column(const report::Table& table, const report::Cell& cell) const;

  bool withholds(const report::Redaction& redaction) const;

  // The ruling of a redaction; nullptr: it has none.
  const report::Ruling* ruling(const report::Redaction& redaction) const;
  // Whether a code withholds it, or would if its ruling had not released it by the day
  // of the release.
  bool is_coded(const report::Redaction& redaction) const;
  bool is_let_go(const report::Redaction& redaction) const;

  // What a copy for officers draws around matter that it shows; none in releases, and
  // none where nothing withholds the matter elsewhere.
  MaybeOutline outline(const std::optional<report::Redaction>& redaction) const;
  MaybeOutline outline_of_portion(const std::optional<report::Redaction>& redaction,
                                  const std::optional<marking::Marking>& mark) const;

  // The hole that a redaction leaves, without its number; nullptr: one that the
  // ceiling makes, which cites no code.
  released::Hole hole(released::HoleKind kind, const report::Redaction* redaction) const;

 private:
  bool cites(const std::string& code) const;
  // Adds a code with its law, or with the statute that it names.
  void cite(const report::Redaction& redaction, const std::string& id, released::Hole& hole) const;
  bool is_consulted(const report::Redaction& redaction) const;

  const report::Report& report_;
  const Profile& profile_;
  std::shared_ptr<const Decisions> reviewed_;  // those that a review copy outlines
};

}  // namespace sable::release
