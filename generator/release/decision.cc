#include "release/decision.h"

#include <algorithm>

namespace sable::release {

namespace {

using released::Extent;
using released::HoleKind;

// What a box is like where the source declares no extent: a matter of its kind,
// never of what it hides.
Extent default_extent(HoleKind kind) {
  switch (kind) {
    case HoleKind::span:
    case HoleKind::heading:
    case HoleKind::field:
    case HoleKind::banner:
    case HoleKind::row:
    case HoleKind::cell:
    case HoleKind::region:
      return {released::ExtentKind::words, 0};
    case HoleKind::paragraph:
    case HoleKind::bullet:
    case HoleKind::section:
    case HoleKind::quote:
    case HoleKind::note:
    case HoleKind::table:
    case HoleKind::figure:
    case HoleKind::box:
      break;
  }
  return {released::ExtentKind::paragraph, 0};
}

Extent released_extent(const report::Extent& extent) {
  switch (extent.kind) {
    case report::ExtentKind::words:
      return {released::ExtentKind::words, extent.count};
    case report::ExtentKind::lines:
      return {released::ExtentKind::lines, extent.count};
    case report::ExtentKind::paragraph:
      return {released::ExtentKind::paragraph, 0};
    case report::ExtentKind::page:
      return {released::ExtentKind::page, extent.count};
    case report::ExtentKind::half_page:
      return {released::ExtentKind::half_page, 0};
    case report::ExtentKind::undisclosed:
      break;
  }
  return {released::ExtentKind::undisclosed, 0};
}

}  // namespace

void Decisions::cite(const report::Redaction& redaction, const std::string& id,
                     released::Hole& hole) const {
  const report::Exemption* code = report_.code_book.find(id);
  hole.codes.push_back(code != nullptr ? code->printed : id);
  std::string& statute = hole.statutes.emplace_back(code != nullptr ? code->law : "");
  if (code == nullptr || !code->names_statute) return;
  const auto of_report = report_.statutes.find(id);
  if (!redaction.statute.empty()) {
    statute = redaction.statute;
  } else if (of_report != report_.statutes.end()) {
    statute = of_report->second;
  }
}

Decisions::Decisions(const report::Report& report, const Profile& profile)
    : report_(report), profile_(profile) {
  if (profile.reviewed) reviewed_ = std::make_shared<const Decisions>(report, *profile.reviewed);
}

// A code that the release does not show is withheld, so that one which stands in
// neither list fails closed. An unredacted release shows them all; a consultation copy
// has no lists, and goes by whose matter it is.
bool Decisions::cites(const std::string& code) const {
  if (profile_.unredacted) return false;
  return std::find(profile_.show.begin(), profile_.show.end(), code) == profile_.show.end();
}

bool Decisions::withholds(const report::Redaction& redaction) const {
  if (redaction.absent) return true;
  return is_coded(redaction) && !is_let_go(redaction) && !is_consulted(redaction);
}

bool Decisions::is_coded(const report::Redaction& redaction) const {
  if (redaction.codes.empty()) return !profile_.unredacted;
  return std::any_of(redaction.codes.begin(), redaction.codes.end(),
                     [this](const std::string& code) { return cites(code); });
}

const report::Ruling* Decisions::ruling(const report::Redaction& redaction) const {
  if (redaction.id.empty()) return nullptr;
  const auto found = report_.rulings.find(redaction.id);
  return found == report_.rulings.end() ? nullptr : &found->second;
}

bool Decisions::is_let_go(const report::Redaction& redaction) const {
  const report::Ruling* ruling = this->ruling(redaction);
  return ruling != nullptr && standing(*ruling, profile_.as_of) == report::Step::released;
}

// Whether a consultation copy shows it to the office whose matter it is.
bool Decisions::is_consulted(const report::Redaction& redaction) const {
  if (profile_.consultation.empty()) return false;
  const report::Ruling* ruling = this->ruling(redaction);
  return ruling != nullptr && ruling->equity == profile_.consultation;
}

MaybeOutline Decisions::outline(const std::optional<report::Redaction>& redaction) const {
  if (!redaction || redaction->absent || purpose_of(profile_) == released::Purpose::release) {
    return std::nullopt;
  }
  if (reviewed_) {
    if (!reviewed_->withholds(*redaction)) return std::nullopt;
    return released::Outline{reviewed_->hole(HoleKind::span, &*redaction).codes};
  }
  if (is_let_go(*redaction)) return std::nullopt;
  released::Outline outline;
  for (const std::string& code : redaction->codes) {
    const report::Exemption* known = report_.code_book.find(code);
    outline.codes.push_back(known != nullptr ? known->printed : code);
  }
  return outline;
}

MaybeOutline Decisions::outline_of_portion(const std::optional<report::Redaction>& redaction,
                                           const std::optional<marking::Marking>& mark) const {
  if (MaybeOutline coded = outline(redaction)) return coded;
  if (!reviewed_ || reviewed_->of_portion(redaction, mark) != Decision::above_ceiling) {
    return std::nullopt;
  }
  return released::Outline{};
}

Decision Decisions::of(const std::optional<report::Redaction>& redaction) const {
  return redaction && withholds(*redaction) ? Decision::redacted : Decision::shown;
}

Decision Decisions::of_portion(const std::optional<report::Redaction>& redaction,
                               const std::optional<marking::Marking>& mark) const {
  if (of(redaction) == Decision::redacted) return Decision::redacted;
  if (profile_.unredacted || report_.system == nullptr) return Decision::shown;
  const marking::Marking lowest = report_.system->lowest();
  const marking::Marking counted = mark ? *mark : report_.overall.value_or(lowest);
  if (profile_.ceiling) {
    return report_.system->dominates(*profile_.ceiling, counted) ? Decision::shown
                                                                 : Decision::above_ceiling;
  }
  const bool allowed = profile_.declassified || counted.level == lowest.level;
  return allowed ? Decision::shown : Decision::forbidden;
}

Decision Decisions::of_table(const std::optional<report::Redaction>& redaction,
                             const report::Table& table,
                             const std::optional<marking::Marking>& mark) const {
  if (!table.mark && has_marks_inside(table)) return of(redaction);
  return of_portion(redaction, table.mark ? table.mark : mark);
}

const report::Column* Decisions::withheld_column(const report::Table& table,
                                                 const report::Cell& cell) const {
  for (uint32_t i = cell.column; i < cell.column + cell.columns; ++i) {
    if (of(table.columns[i].redaction) == Decision::redacted) return &table.columns[i];
  }
  return nullptr;
}

bool Decisions::has_marks_inside(const report::Table& table) const {
  const auto has_mark = [&](const report::Row& row, bool head) {
    if (of(row.redaction) == Decision::redacted) return false;
    return row.mark || std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
             return cell.text.mark && of(cell.text.redaction) != Decision::redacted &&
                    (head || withheld_column(table, cell) == nullptr);
           });
  };
  const auto any = [&](const std::vector<report::Row>& rows, bool head) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const report::Row& row) { return has_mark(row, head); });
  };
  return any(table.head, true) || any(table.rows, false) || any(table.foot, false);
}

released::Hole Decisions::hole(HoleKind kind, const report::Redaction* redaction) const {
  released::Hole hole;
  hole.kind = kind;
  hole.extent = default_extent(kind);
  if (redaction == nullptr) return hole;
  if (redaction->extent) hole.extent = released_extent(*redaction->extent);
  hole.label = redaction->label;
  hole.id = redaction->id;
  if (const report::Ruling* ruling = this->ruling(*redaction)) {
    hole.justification = ruling->justification;
    const bool referred = standing(*ruling, profile_.as_of) == report::Step::referred;
    if (referred) hole.referred_to = ruling->equity;
  }
  for (const std::string& code : redaction->codes) {
    if (cites(code)) cite(*redaction, code, hole);
  }
  // Matter that the source lacks was withheld before, under codes that this
  // release may otherwise show.
  if (hole.codes.empty()) {
    for (const std::string& code : redaction->codes) cite(*redaction, code, hole);
  }
  return hole;
}

}  // namespace sable::release
