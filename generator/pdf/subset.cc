#include "pdf/subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/hash.h"

namespace sable::pdf {
namespace {

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

// All that ISO 32000-1, 9.9 wants in an embedded font whose glyphs are found by
// id. Without GSUB there is no closure over it either: closure would add glyphs
// that are not drawn.
constexpr std::array kKept = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                              HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                              HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
                              HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'),
                              HB_TAG('p', 'r', 'e', 'p'), HB_TAG('C', 'F', 'F', ' ')};

void drop_tables(hb_face_t* face, hb_subset_input_t* input) {
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  const unsigned total = hb_face_get_table_tags(face, 0, nullptr, nullptr);
  std::vector<hb_tag_t> tags(total);
  unsigned count = total;
  hb_face_get_table_tags(face, 0, &count, tags.data());
  for (const hb_tag_t tag : tags) {
    if (std::find(kKept.begin(), kKept.end(), tag) == kKept.end()) hb_set_add(dropped, tag);
  }
}

Input make_input(hb_face_t* face, const std::vector<uint16_t>& glyphs, bool is_cff) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) return input;
  drop_tables(face, input.get());
  hb_set_t* set = hb_subset_input_glyph_set(input.get());
  hb_set_add(set, 0);
  for (const uint16_t glyph : glyphs) hb_set_add(set, glyph);
  hb_subset_input_set_flags(input.get(),
                            is_cff ? HB_SUBSET_FLAGS_RETAIN_GIDS : HB_SUBSET_FLAGS_DEFAULT);
  return input;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob, &length);
  return std::string(bytes, length);
}

std::string tag_of(std::string_view program) {
  const base::Digest digest = base::sha256(program);
  std::string tag;
  for (size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
  return tag;
}

base::Diagnostic failure() {
  return base::error_without_place(base::Fault::input, "SBL0956",
                                   "a font of the manifest cannot be reduced to its used glyphs",
                                   "replace the font file with one from its package");
}

}  // namespace

bool is_cid_keyed(std::string_view cff) {
  const auto byte = [&](size_t at) {
    return at < cff.size() ? static_cast<unsigned char>(cff[at]) : 0U;
  };
  // Skips the header and the Name INDEX; then stands the Top DICT INDEX.
  const auto data_of_index = [&](size_t at, size_t& end) {
    const size_t count = byte(at) << 8 | byte(at + 1);
    if (count == 0) return end = at + 2;
    const size_t width = byte(at + 2);
    const auto offset = [&](size_t i) {
      size_t value = 0;
      for (size_t k = 0; k < width; ++k) value = value << 8 | byte(at + 3 + i * width + k);
      return value;
    };
    const size_t data = at + 3 + (count + 1) * width - 1;
    end = data + offset(count);
    return data + offset(0);
  };
  size_t end = 0;
  data_of_index(byte(2), end);
  size_t top_end = 0;
  size_t at = data_of_index(end, top_end);
  while (at < top_end && at < cff.size()) {  // operands, up to the first operator
    const unsigned b = byte(at);
    if (b == 12) return byte(at + 1) == 30;
    if (b <= 21) return false;
    at += b == 28 ? 3 : b == 29 ? 5 : b >= 247 && b <= 254 ? 2 : 1;
  }
  return false;
}

base::Result<Subset> subset(std::string_view font, const std::vector<uint16_t>& glyphs,
                            bool is_cff) {
  const Blob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const Face face(hb_face_create(blob.get(), 0));
  const Input input = make_input(face.get(), glyphs, is_cff);
  if (!input) return base::fail(failure());
  const Plan plan(hb_subset_plan_create_or_fail(face.get(), input.get()));
  if (!plan) return base::fail(failure());
  const Face reduced(hb_subset_plan_execute_or_fail(plan.get()));
  if (!reduced) return base::fail(failure());

  const Blob program(is_cff ? hb_face_reference_table(reduced.get(), HB_TAG('C', 'F', 'F', ' '))
                            : hb_face_reference_blob(reduced.get()));
  Subset result{bytes_of(program.get()), is_cff, {}, {}};
  if (result.program.empty()) return base::fail(failure());
  result.tag = tag_of(result.program);
  const hb_map_t* moved = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const uint16_t glyph : glyphs) {
    const hb_codepoint_t id = hb_map_get(moved, glyph);
    if (id == HB_MAP_VALUE_INVALID) return base::fail(failure());
    result.new_ids.push_back(static_cast<uint16_t>(id));
  }
  return result;
}

}  // namespace sable::pdf
