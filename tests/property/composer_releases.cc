// Implements composer.h: the releases, and how they look.
//
// In wide reports: `foia`, and `appeal` that comes after it; `partner` and `closed`,
// which have a ceiling; `quiet` and `cleared`, which leave out; and copies, which are
// private: what `copy` is, is a secret.
#include <array>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

namespace {

constexpr const char* kNarrowReleases =
    "releases:\n"
    "  full: {unredacted: true}\n"
    "  foia:\n"
    "    audience: public\n"
    "    withhold: [b1, b3, b6, b7A]\n"
    "    show: [b5]\n"
    "    declassified: {authority: Archivist, date: 2019-05-14}\n"
    "    stamp: \"Approved for Release: {date} {number}\"\n"
    "  partner:\n"
    "    audience: partner\n"
    "    revealed-by: foia\n"
    "    withhold: [b1, b3, b6, b7A]\n"
    "    show: [b5]\n"
    "    ceiling: CONFIDENTIAL\n"
    "    boxes: outline\n";

constexpr const char* kDeclassified =
    "    declassified: {authority: Archivist, date: 2019-05-14}\n";

// What `foia` and `quiet` withhold; a set stands for all its codes that are not shown.
constexpr std::array<const char*, 2> kFoiaCodes = {
    "    withhold: [b1, b3, b6, b7A, 25X1, house-1, undisclosed]\n    show: [b5, b7C]\n",
    "    withhold: [foia, 25x, house-1, undisclosed]\n    show: [b5, b7C]\n"};

}  // namespace

std::string Composer::releases() {
  if (!recipe_.wide) return kNarrowReleases;
  const bool of_earlier = recipe_.has_earlier && public_.one_in(3);
  std::string out = "releases:\n  full: {unredacted: true}\n";
  out += foia(of_earlier) + appeal(of_earlier);
  out +=
      "  partner:\n    audience: [partner, allies]\n    revealed-by: [foia, appeal]\n"
      "    withhold: [b1, b3]\n    show: [b5, b6, b7A, b7C, 25X1, house-1, undisclosed]\n"
      "    ceiling: CONFIDENTIAL\n" +
      looks();
  out +=
      "  closed:\n    audience: closed\n    revealed-by: [foia, appeal, cleared]\n"
      "    withhold: [b1, b3, b5, b6, b7A, b7C, 25X1, house-1, undisclosed]\n"
      "    ceiling: UNCLASSIFIED\n" +
      looks();
  out += "  quiet:\n    audience: quiet\n    revealed-by: [foia, appeal]\n";
  out += public_.pick(kFoiaCodes);
  out += "    withheld-as: omit\n";
  out += public_.one_in(2) ? kDeclassified : "    ceiling: SECRET//NOFORN\n";
  out += looks();
  out +=
      "  cleared:\n    audience: [cleared, closed]\n    revealed-by: [foia, appeal]\n"
      "    withhold: [b1, b3, b6]\n    show: [b5, b7A, b7C, 25X1, house-1, undisclosed]\n"
      "    clearance: CONFIDENTIAL\n" +
      looks();
  return out + copy();
}

std::string Composer::foia(bool of_earlier) {
  std::string out = "  foia:\n    audience: public\n";
  if (of_earlier && !recipe_.is_earlier) out += "    revealed-by: appeal\n";
  out += public_.pick(kFoiaCodes);
  out += kDeclassified;
  if (shown_decisions_ && public_.one_in(2)) out += "    as-of: 2019-06-01\n";
  if (two_persons_) out += "    approval: two-person\n";
  out += looks();
  if (public_.one_in(2)) out += "    stamp: \"Approved: {date} {number}\"\n";
  return out;
}

// Shows what `foia` withholds under three of its codes.
std::string Composer::appeal(bool of_earlier) {
  std::string out = "  appeal:\n    audience: public\n";
  out += of_earlier && !recipe_.is_earlier
             ? "    supersedes: {release: foia, report: earlier.yaml}\n"
             : "    supersedes: foia\n";
  if (public_.below(4) != 0) out += "    outline-new: true\n";
  out += "    withhold: [b1, b3, 25X1, undisclosed]\n    show: [b5, b6, b7A, b7C, house-1]\n";
  out += kDeclassified;
  if (two_persons_ && public_.one_in(2)) out += "    approval: two-person\n";
  return out + looks();
}

// For officers: a review copy of all or of one release, or a consultation copy.
std::string Composer::copy() {
  const size_t kind = secret_.below(3);
  if (kind == 0) return "  copy: {unredacted: true, review: true}\n";
  if (kind == 1 || office_.empty()) return "  copy: {unredacted: true, review: foia}\n";
  return "  copy: {consultation: " + office_ + ", ceiling: SECRET//NOFORN}\n";
}

// How a release looks.
std::string Composer::looks() {
  constexpr std::array<std::string_view, 3> kBoxes = {"black", "outline", "grey"};
  constexpr std::array<std::string_view, 3> kPlaces = {"inside", "beside", "margin"};
  std::string out = "    boxes: " + std::string(public_.pick(kBoxes)) + "\n";
  out += "    codes: " + std::string(public_.pick(kPlaces)) + "\n";
  if (shows_marks_) out += "    show-marks: true\n";
  if (public_.one_in(6)) out += "    watermark: Sanitized copy\n";
  if (public_.one_in(5)) out += "    line-numbers: true\n";
  if (public_.one_in(5)) out += "    bates: {prefix: KAL-, first: 1200, digits: 7}\n";
  return out;
}

}  // namespace sable::property
