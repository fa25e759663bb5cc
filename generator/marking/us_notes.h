// What is wrong with how a marking of the United States is written.
//
// In:  findings, as a reader comes upon them.
// Out: all of them, each once; whether the marking can be read at all. Private to the
//      room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marking/marking.h"
#include "marking/us_register.h"

namespace sable::marking::us {

class Notes {
 public:
  Notes(Form form, Dialect dialect) : form_(form), dialect_(dialect) {}

  Form form() const { return form_; }
  bool is_ic() const { return dialect_ == Dialect::ic; }
  bool readable() const { return readable_; }

  // Without a source, that of the rules of form.
  void wrong(std::string code, std::string message, std::string help, std::string_view source = {});
  // That it is not certain what is meant.
  void unreadable(std::string message, std::string help, std::string_view source = {});
  void give_up() { readable_ = false; }
  void order_of_countries();

  // "this marking's level is not one of the system us-ic"
  std::string not_of_system(const char* what) const;

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  Form form_;
  Dialect dialect_;
  std::vector<Finding> findings_;
  bool readable_ = true;
};

}  // namespace sable::marking::us
