// Tables of cases in tests/data/markings: values with tabs between them.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace sable::marking::testing {

// Rows without the line that names the columns.
inline std::vector<std::vector<std::string>> table(const std::string& name) {
  std::ifstream file(std::string(SABLE_SOURCE_DIR "/tests/data/markings/") + name);
  EXPECT_TRUE(file.good()) << name;
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> row;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sable::marking::testing
