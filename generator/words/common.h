// Private to the room: the words that every text of a language has, and that tell
// nothing by themselves: articles, pronouns, prepositions, conjunctions, forms of "be" and "have".
#pragma once

#include <string>
#include <string_view>

namespace sable::words {

// `folded`: without case and marks. Of languages without a list no word is common.
bool is_common(std::string_view language, std::string_view folded);
// Names of months and of the days of the week.
bool is_of_calendar(std::string_view language, std::string_view folded);
bool is_article(std::string_view language, std::string_view folded);

}  // namespace sable::words
