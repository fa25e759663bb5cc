#include "source/build.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>

#include "source/codes.h"
#include "source/decode.h"

namespace sable::source {
namespace {

// Thrown to leave the library when its events no longer meet the tokens.
struct Disagreement {};

// A stream over bytes that stay where they are.
class Bytes : public std::streambuf {
 public:
  explicit Bytes(std::string_view text) {
    char* const begin = const_cast<char*>(text.data());  // only ever read
    setg(begin, begin, begin + text.size());
  }
};

class Builder : public YAML::EventHandler {
 public:
  Builder(const Sources& sources, const Lexed& lexed, Findings& findings)
      : sources_(sources), lexed_(lexed), findings_(findings), token_(lexed.tokens.begin()) {}

  Value take() { return std::move(root_); }
  bool all_tokens_met() const { return token_ == lexed_.tokens.end(); }
  // Where reading has come to.
  Stretch here() const {
    if (token_ == lexed_.tokens.end()) {
      const auto end = static_cast<uint32_t>(sources_.text.size());
      return {end, end};
    }
    return {token_->begin, token_->end};
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark&, YAML::anchor_t) override {
    const Token& token = next_token();
    const bool word = token.style == Style::plain && slice(token) != "~";
    if (token.style != Style::missing && token.style != Style::plain) throw Disagreement();
    scalar(token, word ? Kind::text : Kind::null, nullptr);
  }

  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Disagreement(); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& text) override {
    const Token& token = next_token();
    if (token.style == Style::missing || token.begin != offset(mark)) throw Disagreement();
    scalar(token, Kind::text, &text);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(Kind::list, mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(Kind::map, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  // A collection that is open.
  struct Frame {
    Value value;
    bool key_due = true;                            // of a map
    std::unordered_map<std::string, size_t> index;  // of a large map
  };
  // Maps up to this size are searched for duplicates from end to end.
  static constexpr size_t kSmallMap = 12;

  uint32_t offset(const YAML::Mark& mark) const { return static_cast<uint32_t>(mark.pos); }
  std::string_view slice(const Token& token) const {
    return sources_.text.substr(token.begin, token.end - token.begin);
  }

  const Token& next_token() {
    if (token_ == lexed_.tokens.end()) throw Disagreement();
    return *token_++;
  }

  void scalar(const Token& token, Kind kind, const std::string* reading) {
    Decoded decoded = decode(sources_.text, token, sources_.shift);
    if (reading != nullptr && lexed_.sound && !token.masked && !decoded.known_deviation &&
        *reading != decoded.text) {
      findings_.error({token.begin, token.end},
                      {code::kTwoReadings, "this text can be read in two ways",
                       "write it as a block under `|`"});
    }
    const bool key =
        !frames_.empty() && frames_.back().value.kind == Kind::map && frames_.back().key_due;
    if (key != token.key) throw Disagreement();
    if (key) return begin_entry(token, std::move(decoded.text));
    if (kind == Kind::null) decoded.text.clear();
    Value value;
    value.kind = kind;
    value.span = findings_.span(kind == Kind::null ? Stretch{token.begin, token.end}
                                                   : span_of(token, decoded));
    value.text = std::move(decoded.text);
    value.segments = std::move(decoded.segments);
    add(std::move(value));
  }

  // Quotes belong to the value, the header of a block does not.
  static Stretch span_of(const Token& token, const Decoded& decoded) {
    const bool block = token.style == Style::literal || token.style == Style::folded;
    return block ? decoded.content : Stretch{token.begin, token.end};
  }

  void begin_entry(const Token& token, std::string key) {
    Frame& frame = frames_.back();
    std::vector<Entry>& entries = frame.value.entries;
    if (const Entry* first = find_duplicate(frame, key)) {
      const uint32_t shift = sources_.shift;
      findings_.error({token.begin, token.end},
                      {code::kDuplicateKey, "this key stands twice in one map",
                       "keep one of the two entries, or join them"},
                      {first->key_span.begin - shift, first->key_span.end - shift},
                      "it stands here first");
    }
    entries.push_back({std::move(key), findings_.span({token.begin, token.end}), {}});
    frame.key_due = false;
  }

  // The entry that has this key already; notes the key for later ones.
  static const Entry* find_duplicate(Frame& frame, const std::string& key) {
    const std::vector<Entry>& entries = frame.value.entries;
    if (entries.size() < kSmallMap) {
      for (const Entry& entry : entries) {
        if (entry.key == key) return &entry;
      }
      return nullptr;
    }
    if (frame.index.empty()) {
      for (size_t i = 0; i < entries.size(); ++i) frame.index.emplace(entries[i].key, i);
    }
    const auto [place, is_new] = frame.index.emplace(key, entries.size());
    return is_new ? nullptr : &entries[place->second];
  }

  void open(Kind kind, const YAML::Mark& mark) {
    if (!frames_.empty() && frames_.back().value.kind == Kind::map && frames_.back().key_due) {
      throw Disagreement();  // a collection as a key
    }
    Frame& frame = frames_.emplace_back();
    frame.value.kind = kind;
    uint32_t begin = offset(mark);
    uint32_t end = begin;
    if (bracket_ < lexed_.brackets.size() && lexed_.brackets[bracket_].begin == begin) {
      end = lexed_.brackets[bracket_++].end;
    }
    frame.value.span = findings_.span({begin, end});
  }

  void close() {
    Value value = std::move(frames_.back().value);
    frames_.pop_back();
    add(std::move(value));
  }

  // A value is complete: puts it into the collection around it.
  void add(Value value) {
    if (frames_.empty()) {
      root_ = std::move(value);
      return;
    }
    Frame& frame = frames_.back();
    Value& around = frame.value;
    if (value.span.end > around.span.end) around.span.end = value.span.end;
    if (around.kind == Kind::list) {
      around.items.push_back(std::move(value));
    } else {
      around.entries.back().value = std::move(value);
      frame.key_due = true;
    }
  }

  const Sources& sources_;
  const Lexed& lexed_;
  Findings& findings_;
  std::vector<Token>::const_iterator token_;
  size_t bracket_ = 0;
  std::vector<Frame> frames_;
  Value root_;
};

// The library's complaints in words of our own. Its texts are matched, never
// shown: some of them quote the source.
Words words_for(const std::string& complaint) {
  namespace Msg = YAML::ErrorMsg;
  if (complaint == Msg::MAP_VALUE || complaint == Msg::MAP_KEY) {
    return {
        code::kRefusedByParser, "a key cannot stand here",
        "align the line with the keys that it belongs to; put text that holds a colon in quotes"};
  }
  if (complaint == Msg::END_OF_MAP || complaint == Msg::END_OF_SEQ ||
      complaint == Msg::BLOCK_ENTRY) {
    return {code::kRefusedByParser, "the indentation of this line fits nothing above it",
            "align it with the lines that it belongs to"};
  }
  if (complaint == Msg::END_OF_MAP_FLOW || complaint == Msg::END_OF_SEQ_FLOW ||
      complaint == Msg::FLOW_END) {
    return {code::kRefusedByParser, "brackets and commas do not match here",
            "close each bracket; put text that holds , [ ] { } in quotes"};
  }
  return {code::kRefusedByParser, "this cannot be read as YAML",
          "put text in quotes or in a block under `|`"};
}

Stretch place_of(const YAML::Mark& mark, std::string_view text) {
  const auto size = static_cast<uint32_t>(text.size());
  if (mark.is_null() || mark.pos < 0) return {size, size};
  const uint32_t at = std::min(static_cast<uint32_t>(mark.pos), size);
  return {at, std::min(at + 1, size)};
}

// The library's complaints follow from what the lexer found, where it found
// something; otherwise they are all there is to say.
void read_events(const Sources& sources, const Lexed& lexed, Builder& builder, Findings& findings) {
  const bool unexplained = lexed.sound;
  Bytes bytes(sources.readable);
  std::istream stream(&bytes);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    if (!unexplained || builder.all_tokens_met()) return;
  } catch (const YAML::Exception& refusal) {
    if (unexplained) findings.error(place_of(refusal.mark, sources.text), words_for(refusal.msg));
    return;
  } catch (const Disagreement&) {
    if (!unexplained) return;
  }
  findings.error(builder.here(), {code::kTwoReadings, "this can be read in two ways",
                                  "put text in quotes or in a block under `|`"});
}

}  // namespace

Value build(const Sources& sources, const Lexed& lexed, Findings& findings) {
  Builder builder(sources, lexed, findings);
  if (!lexed.too_deep) read_events(sources, lexed, builder, findings);
  return builder.take();
}

}  // namespace sable::source
