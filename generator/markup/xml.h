// Reads filled text as XML. Private to the room; expat stays in xml.cc.
//
// In:  filled text in pieces, marks included.
// Out: calls of a TreeBuilder, in document order and with provenance; findings
//      where the text is not well-formed (XML 1.0, 2.1), each with the place in
//      the template from which the faulty text came.
//
// Nothing but elements, attributes and text: no document type, so no entities
// beyond XML's five, no processing instructions; comments are dropped.
#pragma once

#include <memory>
#include <string_view>

#include "base/span.h"
#include "markup/builder.h"
#include "markup/findings.h"

namespace sable::markup {

class XmlReader {
 public:
  // `places`: what the place marks number.
  XmlReader(TreeBuilder& builder, Findings& findings, const std::vector<base::Span>& places);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // False once the text cannot be read further; the finding is told.
  bool feed(std::string_view filled);
  bool finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sable::markup
