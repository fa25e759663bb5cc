// Implements font.h: finds, reads, verifies and opens the faces of the manifest.
#include "text/font.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>

#include "base/hash.h"
#include "text/face.h"
#include "text/match.h"

namespace sable::text {
namespace {

// The largest CJK fonts have some 40 MB.
constexpr size_t kLargestFont = size_t{64} << 20;

std::string install_help(const FontEntry& entry) {
  std::string manifest = "the font manifest says where each file is expected";
  if (entry.package.empty()) return manifest;
  return fmt::format("install it: apt-get install {}; {}", entry.package, manifest);
}

base::Diagnostics unreadable(const FontEntry& entry, bool missing, base::Diagnostics cause) {
  base::Diagnostic own =
      base::error_without_place(base::Fault::environment, "SBL0801",
                                fmt::format("the font file {} of {} {}", entry.file, entry.family,
                                            missing ? "is missing" : "cannot be read"),
                                install_help(entry));
  // A missing file needs one message, any other trouble also its cause.
  if (missing) return {std::move(own)};
  cause.push_back(std::move(own));
  return cause;
}

base::Diagnostic wrong_digest(const FontEntry& entry, const std::string& actual) {
  return base::error_without_place(
      base::Fault::environment, "SBL0802",
      fmt::format("the font file {} of {} is not the one of the font manifest", entry.file,
                  entry.family),
      fmt::format("install the version{} that the manifest means, since lines would break "
                  "elsewhere; or accept this one everywhere and write its SHA-256 there: {}",
                  entry.package.empty() ? "" : fmt::format(" of the package {}", entry.package),
                  actual));
}

base::Diagnostic no_such_slant(const std::string& family, bool italic) {
  return base::error_without_place(
      base::Fault::input, "SBL0803",
      fmt::format("the font family {} has no {} face", family, italic ? "italic" : "upright"),
      "list such a face in the font manifest, or ask for another family or font-style");
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += '"' + name + '"';
  }
  return list;
}

std::vector<std::string> family_names(const std::vector<FontEntry>& entries) {
  std::vector<std::string> names;
  for (const FontEntry& entry : entries) {
    if (std::find(names.begin(), names.end(), entry.family) == names.end()) {
      names.push_back(entry.family);
    }
  }
  return names;
}

std::string family_help(const std::vector<std::string>& asked,
                        const std::vector<std::string>& known) {
  for (const std::string& family : asked) {
    if (const std::string* near = base::nearest(family, known)) {
      return fmt::format("did you mean \"{}\"?", *near);
    }
  }
  if (known.empty()) return "the font manifest lists no font";
  return fmt::format("add the family to the font manifest, or use one of {}", quoted_list(known));
}

base::Diagnostic unknown_family(const std::vector<std::string>& asked,
                                const std::vector<FontEntry>& entries) {
  std::string message =
      asked.empty() ? "no font family is asked for"
                    : fmt::format("the font manifest has no font family {}", quoted_list(asked));
  return base::error_without_place(base::Fault::input, "SBL0800", std::move(message),
                                   family_help(asked, family_names(entries)));
}

}  // namespace

struct FontBook::State {
  // An entry and what became of it.
  struct Slot {
    std::unique_ptr<Face> face;
    base::Diagnostics problems;  // of a failed opening: told again, not tried again
  };

  const base::World& world;
  std::vector<FontEntry> entries;
  std::vector<Slot> slots;  // parallel to entries; never resized
  std::vector<std::string> fallbacks;

  State(const base::World& a_world, std::vector<FontEntry> list)
      : world(a_world), entries(std::move(list)), slots(entries.size()) {}

  base::Result<std::unique_ptr<Face>> load(const FontEntry& entry) const;
  base::Result<FontId> open(size_t index);
};

base::Result<std::unique_ptr<FontBook::Face>> FontBook::State::load(const FontEntry& entry) const {
  base::Result<std::string> bytes = world.read(entry.file, kLargestFont);
  if (!bytes) {
    return base::fail(unreadable(entry, !world.is_file(entry.file), std::move(bytes.error())));
  }
  const std::string digest = base::hex(base::sha256(*bytes));
  if (digest != fold_case(entry.sha256)) return base::fail(wrong_digest(entry, digest));
  return open_face(entry, std::move(*bytes));
}

base::Result<FontId> FontBook::State::open(size_t index) {
  Slot& slot = slots[index];
  if (!slot.face && slot.problems.empty()) {
    auto face = load(entries[index]);
    if (face) {
      slot.face = std::move(*face);
    } else {
      slot.problems = std::move(face.error());
    }
  }
  if (!slot.face) return base::fail(slot.problems);
  return static_cast<FontId>(index);
}

FontBook::FontBook(const base::World& world, std::vector<FontEntry> entries,
                   std::vector<std::string> fallbacks)
    : state_(std::make_unique<State>(world, std::move(entries))) {
  state_->fallbacks = std::move(fallbacks);
}

FontBook::~FontBook() = default;

base::Result<FontId> FontBook::find(const std::vector<std::string>& families, bool italic,
                                    uint16_t weight) {
  for (const std::string& family : families) {
    const std::vector<size_t> members = family_members(state_->entries, family);
    if (members.empty()) continue;
    const auto index = nearest_face(state_->entries, members, italic, weight);
    if (!index) {
      return base::fail(no_such_slant(state_->entries[members.front()].family, italic));
    }
    return state_->open(*index);
  }
  return base::fail(unknown_family(families, state_->entries));
}

size_t FontBook::fallback_count() const { return state_->fallbacks.size(); }

base::Result<FontId> FontBook::find_fallback(size_t index, bool italic, uint16_t weight) {
  const std::string& family = state_->fallbacks[index];
  const std::vector<size_t> members = family_members(state_->entries, family);
  for (const bool slant : {italic, !italic}) {
    const auto face = nearest_face(state_->entries, members, slant, weight);
    if (face) return state_->open(*face);
  }
  return base::fail(unknown_family({family}, state_->entries));
}

const FontEntry& FontBook::entry(FontId id) const { return state_->entries[id]; }
const FontBook::Face& FontBook::face(FontId id) const { return *state_->slots[id].face; }
const FontMetrics& FontBook::metrics(FontId id) const { return face(id).metrics; }
std::string_view FontBook::bytes(FontId id) const { return face(id).bytes; }
std::string FontBook::postscript_name(FontId id) const { return face(id).postscript_name; }
bool FontBook::is_cff(FontId id) const { return face(id).cff; }

bool FontBook::has_glyph(FontId id, char32_t code_point) const {
  return nominal_glyph(face(id), code_point) != 0;
}

bool FontBook::has_feature(FontId id, std::string_view tag) const {
  const hb_tag_t wanted[] = {hb_tag_from_string(tag.data(), static_cast<int>(tag.size())),
                             HB_TAG_NONE};
  const std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)> lookups(hb_set_create(),
                                                                     hb_set_destroy);
  hb_ot_layout_collect_lookups(face(id).face.get(), HB_OT_TAG_GSUB, nullptr, nullptr, wanted,
                               lookups.get());
  return hb_set_is_empty(lookups.get()) == 0;
}

int32_t FontBook::advance(FontId id, uint16_t glyph) const {
  const std::vector<int32_t>& advances = face(id).advances;
  return glyph < advances.size() ? advances[glyph] : 0;
}

}  // namespace sable::text
