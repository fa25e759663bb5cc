// The reader of xml.h, over expat.
#include "markup/xml.h"

#include <algorithm>
#include <exception>
#include <limits>
#include <string>
#include <vector>

#include <expat.h>
#include <fmt/format.h>

#include "markup/marks.h"

namespace sable::markup {
namespace {

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, FreeParser>;

std::string repair_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_TAG_MISMATCH:
      return "close elements in the reverse order of their opening";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "write the character itself or its number, as in &#160;: there are no named "
             "entities but amp, lt, gt, quot and apos";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return "write each attribute once";
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
      return "close every element that the template opens";
    default:
      return "quote attributes, close elements, and write & as &amp; and < as &lt;";
  }
}

}  // namespace

struct XmlReader::State {
  TreeBuilder& builder;
  Findings& findings;
  const std::vector<base::Span>& places;
  Parser parser{XML_ParserCreate("UTF-8")};
  std::string clean;        // the piece that is being read, without marks
  std::vector<Mark> marks;  // of pieces not yet fully read
  size_t passed = 0;        // marks before the current place
  uint64_t fed = 0;         // bytes of clean text
  Provenance where{};
  released::Change change = released::Change::none;
  std::vector<RawAttribute> attributes;
  bool failed = false;
  std::exception_ptr thrown;

  // Brings `where` to the text at `offset`: the last marks at or before it.
  void go_to(uint64_t offset) {
    for (; passed < marks.size() && marks[passed].offset <= offset; ++passed) {
      const Mark& mark = marks[passed];
      if (mark.kind == Mark::Kind::ordinal) where.ordinal = mark.value;
      if (mark.kind == Mark::Kind::change) change = static_cast<released::Change>(mark.value);
      if (mark.kind == Mark::Kind::place && mark.value < places.size()) {
        where.template_place = places[mark.value];
      }
    }
  }

  uint64_t offset() const {
    return static_cast<uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser.get())));
  }

  void stop() {
    failed = true;
    XML_StopParser(parser.get(), XML_FALSE);
  }

  void refuse(std::string code, std::string message, std::string help) {
    go_to(offset());
    findings.add(where, std::move(code), std::move(message), std::move(help));
    stop();
  }

  void start(const XML_Char* name, const XML_Char** list) {
    go_to(offset());
    attributes.clear();
    for (; *list; list += 2) attributes.emplace_back(list[0], list[1]);
    const released::Change its = std::exchange(change, released::Change::none);
    if (!builder.start(name, attributes, {where, its})) stop();
  }

  void text(const XML_Char* data, int length) {
    const uint64_t begin = offset();
    std::string_view rest(data, static_cast<size_t>(length));
    go_to(begin);
    // Parts of it may be new and others not.
    for (uint64_t at = begin; passed < marks.size() && marks[passed].offset < begin + length;) {
      const uint64_t next = marks[passed].offset;
      builder.text(rest.substr(0, next - at), {where, change});
      rest.remove_prefix(next - at);
      at = next;
      go_to(at);
    }
    builder.text(rest, {where, change});
  }

  bool parse(const char* data, size_t length, bool last) {
    if (failed) return false;
    const auto status = XML_Parse(parser.get(), data, static_cast<int>(length), last);
    if (thrown) std::rethrow_exception(thrown);
    if (status == XML_STATUS_OK) return true;
    if (!failed) not_well_formed();
    failed = true;
    return false;
  }

  void not_well_formed() {
    const XML_Error error = XML_GetErrorCode(parser.get());
    go_to(offset());
    const auto open = builder.innermost();
    const bool at_end = error == XML_ERROR_NO_ELEMENTS;
    if (open && (at_end || (error == XML_ERROR_TAG_MISMATCH && builder.is_open(end_tag())))) {
      return unclosed(*open, at_end ? std::string_view() : end_tag());
    }
    findings.add(
        where, "SBL0630",
        fmt::format("the filled template is not well-formed XML: {}", XML_ErrorString(error)),
        repair_of(error));
    if (!open) return;
    findings.relate(open->where.template_place, fmt::format("<{}> is open from here", open->name));
  }

  // An element around it is closed first: the mistake is where it was opened, in
  // whichever file that is.
  void unclosed(const TreeBuilder::OpenElement& open, std::string_view before) {
    findings.add(open.where, "SBL0630", "this element is not closed",
                 before.empty()
                     ? fmt::format("write </{}> where it ends", open.name)
                     : fmt::format("write </{}> where it ends, before </{}>", open.name, before));
    if (!before.empty()) {
      findings.relate(where.template_place, fmt::format("</{}> stands here", before));
    }
  }

  // The name of the end tag at which reading has stopped: expat points at it.
  std::string_view end_tag() const {
    const uint64_t at = offset();
    if (at < fed || at - fed >= clean.size()) return {};
    std::string_view rest = std::string_view(clean).substr(at - fed);
    if (rest.starts_with("</")) rest.remove_prefix(2);
    return rest.substr(0, rest.find_first_of("> \t\r\n"));
  }

  void forget_passed_marks() {
    marks.erase(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(passed));
    passed = 0;
  }
};

namespace {

// expat is C: an exception may not pass through it.
template <typename State, typename Action>
void guarded(void* user, Action action) {
  auto& state = *static_cast<State*>(user);
  try {
    if (!state.failed) action(state);
  } catch (...) {
    state.thrown = std::current_exception();
    state.stop();
  }
}

template <typename State>
struct Handlers {
  static void XMLCALL start(void* user, const XML_Char* name, const XML_Char** attributes) {
    guarded<State>(user, [&](State& state) { state.start(name, attributes); });
  }
  static void XMLCALL end(void* user, const XML_Char*) {
    guarded<State>(user, [](State& state) { state.builder.end(); });
  }
  static void XMLCALL text(void* user, const XML_Char* data, int length) {
    guarded<State>(user, [&](State& state) { state.text(data, length); });
  }
  static void XMLCALL document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*,
                                    int) {
    guarded<State>(user, [](State& state) {
      state.refuse("SBL0631", "the template emits a document type",
                   "delete <!DOCTYPE …>: the markup has no entities and no schema of its own");
    });
  }
  static void XMLCALL instruction(void* user, const XML_Char*, const XML_Char*) {
    guarded<State>(user, [](State& state) {
      state.refuse("SBL0632", "the template emits a processing instruction", "delete <?…?>");
    });
  }
};

}  // namespace

XmlReader::XmlReader(TreeBuilder& builder, Findings& findings,
                     const std::vector<base::Span>& places)
    : state_(new State{.builder = builder,
                       .findings = findings,
                       .places = places,
                       .clean = {},
                       .marks = {},
                       .attributes = {},
                       .thrown = {}}) {
  if (!state_->parser) throw std::bad_alloc();
  if (!places.empty()) state_->where.template_place = places.front();
  XML_Parser parser = state_->parser.get();
  using Calls = Handlers<State>;
  XML_SetUserData(parser, state_.get());
  XML_SetElementHandler(parser, Calls::start, Calls::end);
  XML_SetCharacterDataHandler(parser, Calls::text);
  XML_SetStartDoctypeDeclHandler(parser, Calls::document_type);
  XML_SetProcessingInstructionHandler(parser, Calls::instruction);
}

XmlReader::~XmlReader() = default;

bool XmlReader::feed(std::string_view filled) {
  State& state = *state_;
  state.clean.clear();
  state.forget_passed_marks();
  state.marks.push_back({.offset = state.fed, .kind = Mark::Kind::ordinal});  // a new piece
  strip_marks(filled, state.fed, state.clean, state.marks);
  constexpr size_t kChunk = size_t{1} << 20;
  for (size_t at = 0; at < state.clean.size(); at += kChunk) {
    const size_t length = std::min(kChunk, state.clean.size() - at);
    if (!state.parse(state.clean.data() + at, length, false)) return false;
  }
  state.fed += state.clean.size();
  return true;
}

bool XmlReader::finish() { return state_->parse("", 0, true); }

}  // namespace sable::markup
