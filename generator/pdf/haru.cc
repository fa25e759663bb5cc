#include "pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <deque>

#include "base/hash.h"
#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

constexpr HPDF_STATUS kOutOfMemory = HPDF_FAILD_TO_ALLOC_MEM;
constexpr HPDF_STATUS kTooLong = HPDF_FILE_IO_ERROR;
// Kids of a node of the page tree; libharu's arrays end at 32,767.
constexpr size_t kFanOut = 64;
constexpr char kHeader[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

// What the call-backs of a dictionary write.
struct RawObject {
  std::string entries;
  std::string bytes;
  bool has_stream = false;
  HPDF_Stream out = nullptr;  // set while the object is written
};

HPDF_STATUS put(HPDF_Stream out, std::string_view text) {
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                           static_cast<HPDF_UINT>(text.size()));
}

HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out) {
  auto& object = *static_cast<RawObject*>(dict->attr);
  object.out = out;
  return put(out, object.entries);
}

// libharu has written ">>".
HPDF_STATUS write_stream(HPDF_Dict dict) {
  auto& object = *static_cast<RawObject*>(dict->attr);
  if (!object.has_stream) return HPDF_OK;
  HPDF_STATUS status = put(object.out, "\nstream\n");
  if (status == HPDF_OK) status = put(object.out, object.bytes);
  if (status == HPDF_OK) status = put(object.out, "\nendstream");
  return status;
}

void attach(HPDF_Dict dict, RawObject& object) {
  dict->attr = &object;
  dict->write_fn = write_entries;
  dict->after_write_fn = write_stream;
}

// Collects the bytes of the file.
struct Sink {
  std::string bytes;
  bool too_long = false;
};

HPDF_STATUS collect(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  auto& sink = *static_cast<Sink*>(stream->attr);
  if (sink.bytes.size() + size > kLongestFile) {
    sink.too_long = true;
    return kTooLong;
  }
  try {
    sink.bytes.append(reinterpret_cast<const char*>(bytes), size);
  } catch (...) {
    return kOutOfMemory;  // nothing may be thrown through C
  }
  return HPDF_OK;
}

void HPDF_STDCALL record(HPDF_STATUS code, HPDF_STATUS /*detail*/, void* first) {
  auto& kept = *static_cast<HPDF_STATUS*>(first);
  if (kept == HPDF_OK) kept = code;
}

}  // namespace

struct Document::State {
  HPDF_STATUS failure = HPDF_OK;
  HPDF_Doc doc = nullptr;
  std::deque<RawObject> objects;      // addresses stay
  std::vector<RawObject*> by_number;  // nullptr for libharu's own
  RawObject catalog, info;
  std::string trailer;         // its entries
  const Sink* sink = nullptr;  // while saving
  HybridPart hybrid;

  void check(HPDF_STATUS status) {
    if (failure == HPDF_OK && status != HPDF_OK) failure = status;
  }
  bool failed() const { return failure != HPDF_OK; }
  uint32_t count() const { return doc->xref->entries->count; }

  HPDF_Dict new_dict();
  void add_kids(HPDF_Pages parent, size_t count, std::vector<uint32_t>& pages);
  void add_leaf(HPDF_Pages parent, std::vector<uint32_t>& pages);
  size_t expected_length() const;
  HPDF_STATUS complete_trailer();
  static HPDF_STATUS before_trailer(HPDF_Dict trailer);
  static HPDF_STATUS write_trailer(HPDF_Dict trailer, HPDF_Stream out);
  base::Diagnostic failure_diagnostic(const Sink& written) const;
};

namespace {

uint32_t number_of(HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFF; }

}  // namespace

Document::Document() : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.doc = HPDF_New(record, &s.failure);
  if (s.doc == nullptr) {
    s.check(kOutOfMemory);
    return;
  }
  // libharu signs each file with its own name; the producer is told in `info`.
  s.check(HPDF_Dict_RemoveElement(s.doc->info, "Producer"));
  attach(s.doc->catalog, s.catalog);
  attach(s.doc->info, s.info);
  s.check(HPDF_Dict_Add(s.doc->trailer, "Root", s.doc->catalog));
  s.check(HPDF_Dict_Add(s.doc->trailer, "Info", s.doc->info));
}

Document::~Document() {
  if (state_->doc != nullptr) HPDF_Free(state_->doc);
}

HPDF_Dict Document::State::new_dict() {
  if (failed()) return nullptr;
  HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);
  if (dict == nullptr) {
    check(kOutOfMemory);
    return nullptr;
  }
  const HPDF_STATUS status = HPDF_Xref_Add(doc->xref, dict);  // frees it if it fails
  check(status);
  if (status != HPDF_OK) return nullptr;
  objects.emplace_back();
  attach(dict, objects.back());
  by_number.resize(number_of(dict) + 1, nullptr);
  by_number[number_of(dict)] = &objects.back();
  return dict;
}

uint32_t Document::next_number() const { return state_->failed() ? 0 : state_->count(); }

uint32_t Document::add_object() {
  const HPDF_Dict dict = state_->new_dict();
  return dict == nullptr ? 0 : number_of(dict);
}

void Document::State::add_leaf(HPDF_Pages parent, std::vector<uint32_t>& pages) {
  const HPDF_Dict page = new_dict();
  if (page == nullptr) return;
  check(HPDF_Pages_AddKids(parent, page));
  // Only now: for a dictionary of this class AddKids would write into an
  // attribute record that ours does not have. Count needs the class.
  page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
  pages.push_back(number_of(page));
}

void Document::State::add_kids(HPDF_Pages parent, size_t count, std::vector<uint32_t>& pages) {
  size_t share = 1;  // pages below one kid
  while (share * kFanOut < count) share *= kFanOut;
  for (size_t done = 0; done < count && !failed(); done += share) {
    if (share == 1) {
      add_leaf(parent, pages);
      continue;
    }
    const HPDF_Pages node = HPDF_Pages_New(doc->mmgr, parent, doc->xref);
    if (node == nullptr) return check(kOutOfMemory);
    add_kids(node, std::min(share, count - done), pages);
  }
}

std::vector<uint32_t> Document::add_pages(size_t count) {
  std::vector<uint32_t> pages;
  pages.reserve(count);
  if (!state_->failed()) state_->add_kids(state_->doc->root_pages, count, pages);
  pages.resize(count);  // zeros after a failure
  return pages;
}

void Document::set(uint32_t object, std::string entries) {
  if (object < state_->by_number.size() && state_->by_number[object] != nullptr) {
    state_->by_number[object]->entries = std::move(entries);
  }
}

void Document::set_stream(uint32_t object, std::string entries, std::string bytes) {
  if (object >= state_->by_number.size() || state_->by_number[object] == nullptr) return;
  RawObject& raw = *state_->by_number[object];
  entries += "/Length ";
  append_integer(entries, static_cast<int64_t>(bytes.size()));
  raw.entries = std::move(entries);
  raw.bytes = std::move(bytes);
  raw.has_stream = true;
}

void Document::set_catalog(std::string entries) { state_->catalog.entries = std::move(entries); }
void Document::set_info(std::string entries) { state_->info.entries = std::move(entries); }

// Called when body and table are written: offsets and content are known.
HPDF_STATUS Document::State::complete_trailer() {
  auto* size =
      static_cast<HPDF_Number>(HPDF_Dict_GetItem(doc->trailer, "Size", HPDF_OCLASS_NUMBER));
  const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(doc->xref, hybrid.cross_reference_stream);
  if (size == nullptr || entry == nullptr) return HPDF_INVALID_DOCUMENT;
  HPDF_Number_SetValue(size, static_cast<HPDF_INT32>(hybrid.size));
  try {
    const base::Digest digest = base::sha256(sink->bytes);
    const std::string_view id(reinterpret_cast<const char*>(digest.data()), 16);
    trailer = "/XRefStm ";
    append_integer(trailer, entry->byte_offset);
    trailer += "\n/ID [";
    append_hex_string(trailer, id);
    append_hex_string(trailer, id);
    trailer += "]\n";
  } catch (...) {
    return kOutOfMemory;
  }
  return HPDF_OK;
}

HPDF_STATUS Document::State::before_trailer(HPDF_Dict trailer) {
  return static_cast<State*>(trailer->attr)->complete_trailer();
}

HPDF_STATUS Document::State::write_trailer(HPDF_Dict trailer, HPDF_Stream out) {
  return put(out, static_cast<State*>(trailer->attr)->trailer);
}

// An upper bound in all but odd cases: what we give, and libharu's own words.
size_t Document::State::expected_length() const {
  size_t length = 4096;
  for (const RawObject& object : objects) {
    length += object.entries.size() + object.bytes.size() + 128;
  }
  return std::min<uint64_t>(length, kLongestFile);
}

base::Diagnostic Document::State::failure_diagnostic(const Sink& written) const {
  if (written.too_long) {
    return base::error_without_place(base::Fault::input, "SBL0951",
                                     "the PDF would be longer than 2 GiB",
                                     "split the report into volumes");
  }
  return base::error_without_place(
      base::Fault::internal, "SBL0950",
      fmt::format("the PDF library failed with status 0x{:04X}", static_cast<unsigned>(failure)),
      "please report this; with 0x1015 the machine had too little memory");
}

base::Result<std::string> Document::save(const HybridPart& hybrid) {
  State& s = *state_;
  Sink sink;
  if (s.failed()) return base::fail(s.failure_diagnostic(sink));
  s.sink = &sink;
  s.hybrid = hybrid;
  s.doc->trailer->attr = &s;
  s.doc->trailer->before_write_fn = State::before_trailer;
  s.doc->trailer->write_fn = State::write_trailer;
  sink.bytes.reserve(s.expected_length());
  const HPDF_Stream out = HPDF_CallbackWriter_New(s.doc->mmgr, collect, &sink);
  if (out == nullptr) {
    s.check(kOutOfMemory);
  } else {
    s.check(put(out, kHeader));
    if (!s.failed()) s.check(HPDF_Xref_WriteToStream(s.doc->xref, out, nullptr));
    s.check(HPDF_Error_GetCode(&s.doc->error));
    HPDF_Stream_Free(out);
  }
  s.sink = nullptr;
  if (s.failed()) return base::fail(s.failure_diagnostic(sink));
  return std::move(sink.bytes);
}

}  // namespace sable::pdf
