// What sable and the program that draws say to each other: messages of a length and
// bytes, over a socket.
//
// In:  an order, or its answer.
// Out: its bytes; and back again. What cannot be an order or an answer is nullopt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "picture/svg_drawer.h"

namespace sable::picture {

enum class Outcome : uint8_t { drawn, undrawable, too_much, no_character, no_font };

struct Answer {
  Outcome outcome = Outcome::undrawable;
  uint32_t character = 0;  // that no font has
  std::string path = {};   // of a font that is missing
  released::Drawing drawing = {};
};

std::string encode(const DrawingOrder& order);
std::string encode(const Answer& answer);
std::optional<DrawingOrder> decode_order(std::string_view bytes);
std::optional<Answer> decode_answer(std::string_view bytes);

// A message is longer than this only by a mistake.
constexpr size_t kLongestMessage = 256u << 20;

// Whole messages; false where the other end is gone.
bool send_message(int socket, std::string_view bytes);
bool receive_message(int socket, std::string& bytes);

}  // namespace sable::picture
