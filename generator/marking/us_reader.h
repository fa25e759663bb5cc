// Reads a marking of the United States, right or wrong.
//
// In:  a spelling, and where it stands.
// Out: the value as far as it is certain what is meant, and what is wrong with how it
//      is written. Rules on the value itself are those of us_rules.h. Private to the
//      room.
#pragma once

#include <string_view>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

struct Read {
  std::optional<Marking> marking;
  std::vector<Finding> findings;
  Form form = Form::banner;  // in which its level is written
};

Read read(std::string_view spelling, Form form, Dialect dialect);

}  // namespace sable::marking::us
