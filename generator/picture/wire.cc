#include "picture/wire.h"

#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace sable::picture {

namespace {

// Numbers of eight bytes, the least first; texts behind their length.
class Writer {
 public:
  void number(uint64_t value) {
    for (int i = 0; i < 8; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  uint64_t number() {
    uint64_t value = 0;
    if (rest_.size() < 8) return fail();
    for (size_t i = 0; i < 8; ++i) {
      value |= uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(8);
    return value;
  }
  std::string text() {
    const uint64_t length = number();
    if (length > rest_.size()) {
      fail();
      return {};
    }
    std::string value(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return value;
  }
  // How many things follow; each has a byte at least.
  size_t count() {
    const uint64_t value = number();
    return value > rest_.size() ? fail() : value;
  }
  bool is_done() const { return !failed_ && rest_.empty(); }

 private:
  uint64_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

void write(Writer& to, const std::vector<FontFile>& files) {
  to.number(files.size());
  for (const FontFile& file : files) {
    to.text(file.family);
    to.text(file.path);
    to.text(file.sha256);
  }
}

std::vector<FontFile> read_files(Reader& from) {
  std::vector<FontFile> files(from.count());
  for (FontFile& file : files) {
    file.family = from.text();
    file.path = from.text();
    file.sha256 = from.text();
  }
  return files;
}

}  // namespace

std::string encode(const DrawingOrder& order) {
  Writer to;
  to.text(order.svg.text);
  to.number(static_cast<uint64_t>(order.svg.size.width.units()));
  to.number(static_cast<uint64_t>(order.svg.size.height.units()));
  to.number(order.svg.characters.size());
  for (const char32_t character : order.svg.characters) to.number(character);
  write(to, order.fonts.files);
  to.number(order.fonts.fallbacks.size());
  for (const auto& files : order.fonts.fallbacks) write(to, files);
  to.number(order.fonts.aliases.size());
  for (const auto& [name, family] : order.fonts.aliases) {
    to.text(name);
    to.text(family);
  }
  return to.take();
}

std::optional<DrawingOrder> decode_order(std::string_view bytes) {
  Reader from(bytes);
  DrawingOrder order;
  order.svg.text = from.text();
  order.svg.size.width = base::Length::raw(static_cast<int64_t>(from.number()));
  order.svg.size.height = base::Length::raw(static_cast<int64_t>(from.number()));
  order.svg.characters.resize(from.count());
  for (char32_t& character : order.svg.characters) character = static_cast<char32_t>(from.number());
  order.fonts.files = read_files(from);
  order.fonts.fallbacks.resize(from.count());
  for (auto& files : order.fonts.fallbacks) files = read_files(from);
  order.fonts.aliases.resize(from.count());
  for (auto& [name, family] : order.fonts.aliases) {
    name = from.text();
    family = from.text();
  }
  return from.is_done() ? std::optional(std::move(order)) : std::nullopt;
}

std::string encode(const Answer& answer) {
  Writer to;
  to.number(static_cast<uint64_t>(answer.outcome));
  to.number(answer.character);
  to.text(answer.path);
  to.number(answer.drawing.width);
  to.number(answer.drawing.height);
  to.text(answer.drawing.content);
  to.text(answer.drawing.resources);
  to.number(answer.drawing.objects.size());
  for (const released::DrawingObject& object : answer.drawing.objects) {
    to.text(object.text);
    to.number(object.is_stream ? 1 : 0);
    to.text(object.bytes);
  }
  return to.take();
}

std::optional<Answer> decode_answer(std::string_view bytes) {
  Reader from(bytes);
  Answer answer;
  const uint64_t outcome = from.number();
  if (outcome > static_cast<uint64_t>(Outcome::no_font)) return std::nullopt;
  answer.outcome = static_cast<Outcome>(outcome);
  answer.character = static_cast<uint32_t>(from.number());
  answer.path = from.text();
  answer.drawing.width = static_cast<uint32_t>(from.number());
  answer.drawing.height = static_cast<uint32_t>(from.number());
  answer.drawing.content = from.text();
  answer.drawing.resources = from.text();
  answer.drawing.objects.resize(from.count());
  for (released::DrawingObject& object : answer.drawing.objects) {
    object.text = from.text();
    object.is_stream = from.number() != 0;
    object.bytes = from.text();
  }
  return from.is_done() ? std::optional(std::move(answer)) : std::nullopt;
}

bool send_message(int socket, std::string_view bytes) {
  Writer head;
  head.number(bytes.size());
  const std::string length = head.take();
  for (std::string_view part : {std::string_view(length), bytes}) {
    while (!part.empty()) {
      // No signal where the other end is gone.
      const ssize_t sent = ::send(socket, part.data(), part.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) return false;
      part.remove_prefix(static_cast<size_t>(sent));
    }
  }
  return true;
}

bool receive_message(int socket, std::string& bytes) {
  const auto fill = [socket](char* to, size_t length) {
    for (size_t at = 0; at < length;) {
      const ssize_t got = ::recv(socket, to + at, length - at, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      at += static_cast<size_t>(got);
    }
    return true;
  };
  std::array<char, 8> head{};
  if (!fill(head.data(), head.size())) return false;
  const uint64_t length = Reader({head.data(), head.size()}).number();
  if (length > kLongestMessage) return false;
  bytes.resize(length);
  return fill(bytes.data(), bytes.size());
}

}  // namespace sable::picture
